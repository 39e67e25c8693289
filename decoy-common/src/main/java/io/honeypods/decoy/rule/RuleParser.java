package io.honeypods.decoy.rule;

import io.honeypods.decoy.event.Finding;
import io.honeypods.decoy.event.Technique;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a rule table, strictly. */
final class RuleParser {
  private static final String NONE = "-";
  private static final String GAP = " {2,}";
  private static final String COLUMNS = "name  fields  technique  intent  tool  pattern";
  private static final int COLUMN_COUNT = 6;

  private final String source;
  private final Set<String> fields;
  private int line;

  private record Row(int line, String text) {
    Row or(String alternative) {
      return new Row(line, text + "|" + alternative);
    }
  }

  RuleParser(String source, Set<String> fields) {
    this.source = source;
    this.fields = new TreeSet<>(fields);
  }

  List<Rule> parse(String text) {
    var rules = new ArrayList<Rule>();
    var names = new HashSet<String>();
    for (Row row : rows(text)) {
      line = row.line();
      var rule = rule(row.text());
      if (!names.add(rule.name())) {
        throw error("a second rule " + rule.name(), "each name once");
      }
      rules.add(rule);
    }
    return rules;
  }

  /** Joins each row with the indented lines below it. */
  private List<Row> rows(String text) {
    var rows = new ArrayList<Row>();
    for (String next : text.lines().toList()) {
      line++;
      if (next.isBlank() || next.startsWith("#")) {
        continue;
      }
      if (!next.startsWith(" ")) {
        rows.add(new Row(line, next.strip()));
      } else if (rows.isEmpty()) {
        throw error("an indented line", "a row above it");
      } else {
        rows.add(rows.removeLast().or(next.strip()));
      }
    }
    return rows;
  }

  private Rule rule(String row) {
    var columns = row.split(GAP, COLUMN_COUNT);
    if (columns.length != COLUMN_COUNT) {
      throw error(columns.length + " columns", COLUMNS + ", two or more spaces apart");
    }
    var name = name("name", columns[0]);
    var fields = fields(columns[1]);
    var technique = technique(columns[2]);
    var finding = new Finding(name, name("intent", columns[3]), technique, tool(columns[4]));
    var pattern = new LazyPattern(place(), columns[5]);
    return new Rule(fields, pattern, literals(columns[5], pattern), finding);
  }

  private String name(String what, String got) {
    if (!isName(got)) {
      throw error(what + " " + got, "lower-case words with hyphens between");
    }
    return got;
  }

  private static boolean isName(String got) {
    return !got.isEmpty()
        && got.charAt(0) != '-'
        && !Character.isDigit(got.charAt(0))
        && !got.endsWith("-")
        && !got.contains("--")
        && got.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
  }

  private @Nullable String tool(String got) {
    return got.equals(NONE) ? null : name("tool", got);
  }

  private Technique technique(String id) {
    var technique = Technique.byId(id);
    if (technique == null) {
      throw error("technique " + id, "the ATT&CK id of a Technique, such as T1190");
    }
    return technique;
  }

  private Set<String> fields(String list) {
    var wanted = new LinkedHashSet<String>();
    for (String field : list.split(",", -1)) {
      if (!fields.contains(field) || !wanted.add(field)) {
        throw error("field " + field, String.join(",", fields) + ", each at most once");
      }
    }
    return wanted;
  }

  private Set<String> literals(String regex, LazyPattern pattern) {
    try {
      return RequiredLiterals.of(regex);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      pattern.get(); // what is no pattern at all is better said so
      throw error("pattern " + regex, String.valueOf(e.getMessage()));
    }
  }

  private String place() {
    return "%s line %d".formatted(source, line);
  }

  private IllegalArgumentException error(String got, String expected) {
    return new IllegalArgumentException("%s: %s (expected %s)".formatted(place(), got, expected));
  }
}

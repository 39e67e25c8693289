package io.honeypods.ssh.command;

import com.google.re2j.Pattern;
import io.honeypods.ssh.host.Exit;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code awk} as one-liners use it: patterns, fields, print, printf, sums and conditions. */
final class Awk {
  private static final int MAX_STATEMENTS = 200;

  private final Task task;
  private final Map<String, String> variables = new HashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private List<String> fields = List.of();
  private String record = "";

  private Awk(Task task) {
    this.task = task;
    variables.put("FS", " ");
    variables.put("OFS", " ");
    variables.put("ORS", "\n");
    variables.put("NR", "0");
  }

  /** A pattern and its action, as text. */
  private record Rule(String pattern, String action) {}

  static int run(Task task) {
    var awk = new Awk(task);
    Options options = Options.of(task, 2, "F:v:f:W:");
    var operands = new ArrayList<>(options.operands());
    if (operands.isEmpty()) {
      task.err("Usage: mawk [Options] [Program] [file ...]\n");
      return 2;
    }
    awk.variables.put("FS", options.value('F', " ").replace("\\t", "\t"));
    for (String each : options.values('v')) {
      int equals = each.indexOf('=');
      awk.variables.put(
          equals < 0 ? each : each.substring(0, equals),
          equals < 0 ? "" : each.substring(equals + 1));
    }
    awk.parse(operands.removeFirst());
    return awk.process(operands);
  }

  private void parse(String program) {
    int at = 0;
    while (at < program.length() && rules.size() < MAX_STATEMENTS) {
      int open = outside(program, '{', at);
      if (open < 0) {
        String rest = program.substring(at).strip();
        if (!rest.isEmpty()) {
          rules.add(new Rule(rest, "print"));
        }
        return;
      }
      int close = closing(program, open);
      if (close < 0) {
        task.err("mawk: line 1: syntax error at or near end of line\n");
        throw new Exit(2);
      }
      rules.add(
          new Rule(
              program.substring(at, open).strip().replaceFirst("^;+\\s*", ""),
              program.substring(open + 1, close).strip()));
      at = close + 1;
    }
  }

  private static int outside(String text, char wanted, int from) {
    boolean quoted = false;
    boolean regex = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"' && !regex) {
        quoted = !quoted;
      } else if (c == '/'
          && !quoted
          && (regex
              || text.substring(from, i).strip().isEmpty()
              || "~(,!&|"
                      .indexOf(
                          text.substring(from, i)
                              .strip()
                              .charAt(text.substring(from, i).strip().length() - 1))
                  >= 0)) {
        regex = !regex;
      } else if (c == wanted && !quoted && !regex) {
        return i;
      }
    }
    return -1;
  }

  private static int closing(String text, int open) {
    int depth = 0;
    boolean quoted = false;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"' && text.charAt(Math.max(0, i - 1)) != '\\';
      depth += quoted ? 0 : c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private int process(List<String> operands) {
    rules.stream()
        .filter(rule -> rule.pattern().equals("BEGIN"))
        .forEach(rule -> act(rule.action()));
    int status = 0;
    if (rules.stream().anyMatch(rule -> !rule.pattern().equals("BEGIN"))) {
      status = Lines.of(task, operands, this::line) == 0 ? 0 : 2;
    }
    rules.stream().filter(rule -> rule.pattern().equals("END")).forEach(rule -> act(rule.action()));
    return status;
  }

  private void line(String text) {
    variables.merge("NR", "1", (old, one) -> AwkValue.text(AwkValue.number(old) + 1));
    record = text;
    fields = split(text);
    for (Rule rule : rules) {
      if (!rule.pattern().equals("BEGIN")
          && !rule.pattern().equals("END")
          && (rule.pattern().isEmpty() || AwkValue.isTrue(expression(rule.pattern())))) {
        act(rule.action());
      }
    }
  }

  private List<String> split(String text) {
    String separator = variables.getOrDefault("FS", " ");
    if (separator.equals(" ")) {
      return text.isBlank() ? List.of() : List.of(text.strip().split("[ \t]+", -1));
    }
    Pattern pattern =
        separator.length() == 1
            ? Pattern.compile(Pattern.quote(separator))
            : Regex.of(separator, true, false);
    return text.isEmpty() || pattern == null ? List.of() : List.of(pattern.split(text, -1));
  }

  private void act(String action) {
    String rest = action;
    for (int i = 0; i < MAX_STATEMENTS && !rest.isBlank(); i++) {
      int end = statementEnd(rest);
      statement(rest.substring(0, end).strip());
      rest = end < rest.length() ? rest.substring(end + 1) : "";
    }
  }

  private static int statementEnd(String text) {
    int semicolon = outside(text, ';', 0);
    int line = outside(text, '\n', 0);
    int end = semicolon < 0 ? line : line < 0 ? semicolon : Math.min(semicolon, line);
    return end < 0 ? text.length() : end;
  }

  private void statement(String text) {
    task.work(32);
    if (text.startsWith("if") && text.indexOf('(') > 0) {
      int open = text.indexOf('(');
      int depth = 0;
      for (int i = open; i < text.length(); i++) {
        depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
        if (depth == 0) {
          if (AwkValue.isTrue(expression(text.substring(open + 1, i)))) {
            act(text.substring(i + 1).strip().replaceAll("^\\{|\\}$", ""));
          }
          return;
        }
      }
    } else if (text.equals("print")) {
      task.out(record + variables.get("ORS"));
    } else if (text.startsWith("printf")) {
      List<String> values = values(text.substring(6).strip().replaceFirst("^\\((.*)\\)$", "$1"));
      task.out(
          values.isEmpty()
              ? ""
              : AwkValue.format(values.getFirst(), values.subList(1, values.size())));
    } else if (text.matches("print[ \t(\"$].*")) {
      String body = text.substring(5).strip();
      task.out(
          String.join(String.valueOf(variables.get("OFS")), values(body)) + variables.get("ORS"));
    } else if (text.startsWith("exit")) {
      throw new Exit(
          (int) AwkValue.number(text.length() > 4 ? expression(text.substring(4)) : "0"));
    } else if (!text.isEmpty() && !text.equals("next")) {
      expression(text);
    }
  }

  private List<String> values(String text) {
    var values = new ArrayList<String>();
    var expression = new AwkExpression(this, text);
    do {
      values.add(expression.value());
    } while (expression.takeComma());
    return values;
  }

  private String expression(String text) {
    return new AwkExpression(this, text).value();
  }

  String field(int index) {
    return index == 0 ? record : index > 0 && index <= fields.size() ? fields.get(index - 1) : "";
  }

  String get(String name) {
    return name.equals("NF") ? String.valueOf(fields.size()) : variables.getOrDefault(name, "");
  }

  void set(String name, String value) {
    if (variables.size() < 5000) {
      task.machine().requireMemory(value.length());
      variables.put(name, value);
    }
  }

  Exit error(String text) {
    task.err(
        "mawk: line 1: syntax error at or near "
            + (text.isEmpty() ? "end of line" : text.substring(0, 1))
            + "\n");
    return new Exit(2);
  }
}

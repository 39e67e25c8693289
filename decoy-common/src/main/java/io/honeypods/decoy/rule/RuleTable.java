package io.honeypods.decoy.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.honeypods.decoy.event.Finding;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * What requests or commands are recognised as, read from a table that people can read.
 *
 * <p>A row is {@code name fields technique intent tool pattern}, the columns two or more spaces
 * apart: the fields with commas between, the technique by its ATT&amp;CK id, the tool {@code -}
 * where none is known, the pattern in <a href="https://github.com/google/re2/wiki/Syntax">RE2
 * syntax</a> and blind to case. An indented line is one more pattern of the row above it, a line
 * that starts with {@code #} a comment.
 *
 * <p>Time is linear in the length of the texts: literals that a pattern cannot do without are
 * looked for first, all in one pass, and no pattern can backtrack.
 */
public final class RuleTable {
  private final CompletableFuture<Rows> rows;

  private record Rows(List<Rule> rules, Map<String, LiteralIndex> byField) {

    static Rows of(String source, String text, Set<String> fields) {
      List<Rule> rules = List.copyOf(new RuleParser(source, fields).parse(text));
      var byField = new LinkedHashMap<String, LiteralIndex>();
      for (String field : fields) {
        byField.put(field, LiteralIndex.of(rules, field));
      }
      return new Rows(rules, byField);
    }

    LiteralIndex index(String field) {
      var index = byField.get(field);
      if (index == null) {
        throw new IllegalArgumentException(
            "field " + field + " (expected " + byField.keySet() + ")");
      }
      return index;
    }
  }

  private RuleTable(CompletableFuture<Rows> rows) {
    this.rows = rows;
  }

  /**
   * Reads a table that lies beside a class, whose rows may look into the fields given: while ports
   * are opened, and who asks before it is read waits. A test of its own calls {@link #compiled}.
   */
  public static RuleTable load(Class<?> owner, String resource, Set<String> fields) {
    try (var in = owner.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource + " beside " + owner.getName());
      }
      String text = new String(in.readAllBytes(), UTF_8);
      return new RuleTable(
          CompletableFuture.supplyAsync(
              () -> Rows.of(resource, text, fields),
              work -> Thread.ofPlatform().name("rules").daemon().start(work)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table from its text.
   *
   * @param source the table's name, for errors
   * @throws IllegalArgumentException naming the line, what it has and what was expected
   */
  public static RuleTable parse(String source, String text, Set<String> fields) {
    return new RuleTable(CompletableFuture.completedFuture(Rows.of(source, text, fields)))
        .compiled();
  }

  /**
   * This table, once every pattern of it is known to be one.
   *
   * @throws IllegalArgumentException naming the line, what it has and what was expected
   */
  public RuleTable compiled() {
    rules().forEach(rule -> rule.pattern().get());
    return this;
  }

  public List<Rule> rules() {
    return rows.join().rules();
  }

  /** What the subjects together are recognised as: each rule at most once, in table order. */
  public List<Finding> findings(List<Subject> subjects) {
    Rows rows = this.rows.join();
    List<Rule> rules = rows.rules();
    var matched = new BitSet(rules.size());
    var candidates = new BitSet(rules.size());
    for (Subject subject : subjects) {
      candidates.clear();
      rows.index(subject.field()).candidates(subject.text(), candidates);
      candidates.andNot(matched);
      for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
        if (rules.get(i).matches(subject.text())) {
          matched.set(i);
        }
      }
    }
    return findings(rules, matched);
  }

  private static List<Finding> findings(List<Rule> rules, BitSet matched) {
    if (matched.isEmpty()) {
      return List.of();
    }
    var findings = new ArrayList<Finding>(matched.cardinality());
    matched.stream().forEach(i -> findings.add(rules.get(i).finding()));
    return List.copyOf(findings);
  }
}

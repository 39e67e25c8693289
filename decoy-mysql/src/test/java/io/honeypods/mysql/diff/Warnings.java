package io.honeypods.mysql.diff;

import java.util.List;

/** SHOW WARNINGS behind a statement that left some. */
final class Warnings {
  private Warnings() {}

  static boolean follow(List<String> outcome) {
    return outcome.stream()
        .anyMatch(line -> line.contains(" warnings=") && !line.contains(" warnings=0"));
  }

  static void append(List<String> outcome, List<String> warnings) {
    warnings.stream()
        .filter(line -> line.startsWith("ROW"))
        .forEach(line -> outcome.add("WARNING" + line.substring(3)));
  }
}

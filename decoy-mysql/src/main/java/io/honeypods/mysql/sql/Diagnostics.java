package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;

/** What a statement has warned of, and how much the one before it did. */
final class Diagnostics {
  private final List<Warning> warnings = new ArrayList<>();
  private int warningCount;
  private int errorCount;

  /** What SHOW WARNINGS shows. */
  List<Warning> warnings() {
    return warnings;
  }

  /** A statement begins: those of the last one are only counted from now on. */
  void forget() {
    warningCount = warnings.size();
    errorCount =
        (int) warnings.stream().filter(each -> each.level() == Warning.Level.ERROR).count();
    warnings.clear();
  }

  /** How many warnings the last statement left, and how many of them are errors. */
  int warningCount() {
    return warningCount;
  }

  int errorCount() {
    return errorCount;
  }
}

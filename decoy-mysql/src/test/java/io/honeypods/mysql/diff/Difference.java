package io.honeypods.mysql.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A case in which two servers do not do the same. */
record Difference(String name, List<String> theirs, List<String> ours) {
  private static final int SHOWN = 400;

  /** The reasons of differences.txt by the names of the cases. */
  static Map<String, String> allowed(String resource) {
    var reasons = new LinkedHashMap<String, String>();
    for (String line : Statements.lines(resource)) {
      int bar = line.lastIndexOf(" | ");
      if (bar < 0 || reasons.put(line.substring(0, bar), line.substring(bar + 3)) != null) {
        throw new IllegalArgumentException("got %s (expected NAME | REASON, once)".formatted(line));
      }
    }
    return reasons;
  }

  /** One line: the name, and the first thing that differs on each side. */
  String brief() {
    int at = first();
    return "%s | theirs: %s | ours: %s".formatted(name, cut(theirs, at), cut(ours, at));
  }

  /** The name, and below it what differs first on each side. */
  String report() {
    int at = first();
    return "# %s%n  theirs[%d/%d]: %s%n  ours  [%d/%d]: %s"
        .formatted(name, at, theirs.size(), cut(theirs, at), at, ours.size(), cut(ours, at));
  }

  private int first() {
    int at = 0;
    while (at < theirs.size() && at < ours.size() && theirs.get(at).equals(ours.get(at))) {
      at++;
    }
    return at;
  }

  private static String cut(List<String> lines, int at) {
    String line = at < lines.size() ? lines.get(at) : "(nothing)";
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}

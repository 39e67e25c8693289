package io.honeypods.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A case that two servers answer differently. */
record Difference(NginxCase what, Answer expected, Answer actual) {
  private static final int SHOWN = 900;

  static List<Difference> between(
      List<NginxCase> cases, Map<String, Answer> expected, Map<String, Answer> actual) {
    var differences = new ArrayList<Difference>();
    for (NginxCase c : cases) {
      var one = expected.get(c.name());
      var other = actual.get(c.name());
      if (one != null && other != null && !one.sameAs(other)) {
        differences.add(new Difference(c, one, other));
      }
    }
    return differences;
  }

  /** The reasons of differences.txt by the names of the cases. */
  static Map<String, String> allowed() {
    var reasons = new LinkedHashMap<String, String>();
    for (String line : NginxCase.lines("differences.txt")) {
      int bar = line.lastIndexOf(" | ");
      reasons.put(line.substring(0, bar), line.substring(bar + 3));
    }
    return reasons;
  }

  /** Both answers, from a little before the first byte that differs if they are long. */
  String report() {
    int from = 0;
    int shorter = Math.min(expected.text().length(), actual.text().length());
    while (from < shorter && expected.text().charAt(from) == actual.text().charAt(from)) {
      from++;
    }
    int start = shorter < SHOWN ? 0 : Math.max(0, from - 300);
    return """
    # %s
    first difference at byte %d
    -- nginx: %s
    %s
    -- ours: %s
    %s
    """
        .formatted(
            what.name(),
            from,
            expected.summary(),
            visible(expected.text(), start),
            actual.summary(),
            visible(actual.text(), start));
  }

  private static String visible(String text, int start) {
    var out = new StringBuilder(start > 0 ? "... " : "");
    int end = Math.min(text.length(), start + SHOWN);
    for (char c : text.substring(Math.min(start, end), end).toCharArray()) {
      switch (c) {
        case '\r' -> out.append("\\r");
        case '\n' -> out.append("\\n\n");
        default -> {
          if (c < ' ' || c > '~') {
            out.append("\\x%02x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append(end < text.length() ? " ..." : "").toString();
  }
}

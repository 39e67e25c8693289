package io.honeypods.web;

import java.util.Map;

/** Text with placeholders such as <code>${name}</code>, each of which must be known. */
record Template(String text) {
  private static final String OPEN = "${";
  private static final String CLOSE = "}";

  /**
   * The text with every placeholder replaced.
   *
   * @throws IllegalStateException for a placeholder without value
   */
  String fill(Map<String, String> values) {
    var filled = new StringBuilder(text.length() + 256);
    int from = 0;
    for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
      int close = text.indexOf(CLOSE, open);
      if (close < 0) {
        throw new IllegalStateException("placeholder at %d (expected a } behind)".formatted(open));
      }
      filled.append(text, from, open).append(value(text.substring(open + 2, close), values));
      from = close + 1;
    }
    return filled.append(text, from, text.length()).toString();
  }

  private static String value(String name, Map<String, String> values) {
    var value = values.get(name);
    if (value == null) {
      throw new IllegalStateException(
          "placeholder ${%s} (expected one of %s)".formatted(name, values.keySet()));
    }
    return value;
  }
}

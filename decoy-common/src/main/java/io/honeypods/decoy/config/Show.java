package io.honeypods.decoy.config;

/** Text from outside, made fit for one line of a message. */
final class Show {
  private static final int LONGEST = 64;

  private Show() {}

  /** The text in quotes, escaped, and cut where it is long. */
  static String quoted(String text) {
    var shown = new StringBuilder("\"");
    text.codePoints().limit(LONGEST).forEach(c -> append(shown, c));
    shown.append('"');
    int length = text.codePointCount(0, text.length());
    return length <= LONGEST
        ? shown.toString()
        : shown.append("... (").append(length).append(" characters)").toString();
  }

  /** The key as it is where it is a plain word, quoted otherwise. */
  static String key(String key) {
    boolean plain =
        !key.isEmpty()
            && key.length() <= LONGEST
            && key.chars().allMatch(c -> c < 0x80 && isWordCharacter(c));
    return plain ? key : quoted(key);
  }

  /** The key inside the mapping or record at this path. */
  static String path(String parent, String key) {
    return parent.isEmpty() ? key(key) : parent + "." + key(key);
  }

  private static boolean isWordCharacter(int c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  private static void append(StringBuilder shown, int c) {
    if (c == '"' || c == '\\') {
      shown.append('\\').append((char) c);
    } else if ((c >= 0x20 && c < 0x7f) || (c >= 0x80 && Character.isLetterOrDigit(c))) {
      shown.appendCodePoint(c);
    } else {
      shown.append(String.format("\\u%04x", c));
    }
  }
}

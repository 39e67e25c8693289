package io.honeypods.decoy.config;

/** Whole numbers as they are written in the configuration: decimal, without leading zeros. */
final class Numbers {
  private Numbers() {}

  /** Where the run of decimal digits ends that starts at an index. */
  static int digits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /** Whether the text is a number in its one way of writing it. */
  static boolean isWhole(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int end = digits(text, start);
    boolean zero = end > start && text.charAt(start) == '0';
    return end == text.length() && end > start && (!zero || text.equals("0"));
  }

  /** The number in the text, in whose place this was expected. */
  static long parse(String text, Range range, String expected) {
    if (isWhole(text)) {
      try {
        long value = Long.parseLong(text);
        if (range.holds(value)) {
          return value;
        }
      } catch (NumberFormatException _) {
        // more than 64 bits: as unexpected as any other number out of range
      }
    }
    throw new UnexpectedValueException(text, expected);
  }
}

package io.honeypods.decoy.config;

import java.time.Duration;
import java.util.List;

/** Durations as they are written in the configuration: {@code 500ms}, {@code 1h30m}. */
final class Durations {
  static final String EXPECTED = "a duration";
  static final String EXAMPLES = " such as 500ms, 30s or 1h30m";
  static final long LONGEST_MILLIS = Duration.ofDays(365).toMillis();
  private static final int MOST_DIGITS = 11;
  private static final List<Unit> UNITS =
      List.of(
          new Unit("d", 86_400_000),
          new Unit("h", 3_600_000),
          new Unit("m", 60_000),
          new Unit("s", 1000),
          new Unit("ms", 1));

  private Durations() {}

  /** Reads a duration of at most a year: larger units first, each at most once. */
  static Duration parse(String text) {
    long millis = 0;
    int at = 0;
    int next = 0;
    while (at < text.length()) {
      int digits = Numbers.digits(text, at);
      int end = letters(text, digits);
      int unit = unit(text.substring(digits, end), next);
      if (digits == at || digits - at > MOST_DIGITS || unit < 0) {
        throw new UnexpectedValueException(text, EXPECTED + EXAMPLES);
      }
      millis += Long.parseLong(text.substring(at, digits)) * UNITS.get(unit).millis;
      next = unit + 1;
      at = end;
    }
    if (at == 0 || millis > LONGEST_MILLIS) {
      throw new UnexpectedValueException(
          text, EXPECTED + (at == 0 ? EXAMPLES : " of at most " + show(LONGEST_MILLIS)));
    }
    return Duration.ofMillis(millis);
  }

  /** The way to write so many milliseconds. */
  static String show(long millis) {
    var shown = new StringBuilder();
    long rest = millis;
    for (Unit unit : UNITS) {
      if (rest >= unit.millis) {
        shown.append(rest / unit.millis).append(unit.name);
        rest %= unit.millis;
      }
    }
    return shown.isEmpty() ? "0s" : shown.toString();
  }

  private static int letters(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
      end++;
    }
    return end;
  }

  private static int unit(String name, int from) {
    for (int i = from; i < UNITS.size(); i++) {
      if (UNITS.get(i).name.equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private record Unit(String name, long millis) {}
}

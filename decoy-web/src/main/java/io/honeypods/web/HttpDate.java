package io.honeypods.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/**
 * Times in HTTP headers (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7">RFC 9110,
 * 5.6.7</a>), read as leniently as nginx reads them.
 */
final class HttpDate {
  private static final String DAYS = "MonTueWedThuFriSatSun";
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private HttpDate() {}

  /** Such as {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
  static String format(Instant time) {
    var utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
    int day = (utc.getDayOfWeek().getValue() - 1) * 3;
    int month = (utc.getMonthValue() - 1) * 3;
    var text = new StringBuilder(29).append(DAYS, day, day + 3).append(", ");
    twoDigits(text, utc.getDayOfMonth()).append(' ').append(MONTHS, month, month + 3).append(' ');
    twoDigits(text, utc.getYear() / 100);
    twoDigits(text, utc.getYear() % 100).append(' ');
    twoDigits(text, utc.getHour()).append(':');
    twoDigits(text, utc.getMinute()).append(':');
    return twoDigits(text, utc.getSecond()).append(" GMT").toString();
  }

  /**
   * Unix seconds of any of the three forms; empty for anything else. The weekday and what follows
   * the time do not matter.
   */
  static OptionalLong parse(String text) {
    int comma = text.indexOf(',');
    int space = text.indexOf(' ');
    try {
      return comma >= 0 && (space < 0 || comma < space)
          ? OptionalLong.of(dayFirst(text.substring(comma + 1).stripLeading()))
          : OptionalLong.of(monthFirst(text.substring(Math.max(space, 0)).stripLeading()));
    } catch (IndexOutOfBoundsException | NumberFormatException | DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  /** {@code 06 Nov 1994 08:49:37} or {@code 06-Nov-94 08:49:37}. */
  private static long dayFirst(String text) {
    int day = digits(text, 0, 2);
    boolean dashes = text.charAt(2) == '-';
    String month = text.substring(3, 6);
    if (dashes) {
      int year = digits(text, 7, 2);
      return time(year < 70 ? year + 2000 : year + 1900, month, day, text.substring(10));
    }
    return time(digits(text, 7, 4), month, day, text.substring(12));
  }

  /** {@code Nov 6 08:49:37 1994}. */
  private static long monthFirst(String text) {
    String month = text.substring(0, 3);
    int day = text.charAt(4) == ' ' ? digits(text, 5, 1) : digits(text, 4, 2);
    return time(digits(text, 16, 4), month, day, text.substring(7));
  }

  private static long time(int year, String month, int day, String clock) {
    if (clock.charAt(2) != ':' || clock.charAt(5) != ':') {
      throw new NumberFormatException(clock);
    }
    var time =
        LocalDateTime.of(
            year, month(month), day, digits(clock, 0, 2), digits(clock, 3, 2), digits(clock, 6, 2));
    return time.toEpochSecond(ZoneOffset.UTC);
  }

  /** By as many letters as tell it from the others; the rest does not matter. */
  private static int month(String name) {
    return switch (name.charAt(0)) {
      case 'J' -> name.charAt(1) == 'a' ? 1 : name.charAt(2) == 'n' ? 6 : 7;
      case 'F' -> 2;
      case 'M' -> name.charAt(2) == 'r' ? 3 : 5;
      case 'A' -> name.charAt(1) == 'p' ? 4 : 8;
      case 'S' -> 9;
      case 'O' -> 10;
      case 'N' -> 11;
      case 'D' -> 12;
      default -> throw new NumberFormatException(name);
    };
  }

  private static StringBuilder twoDigits(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  private static int digits(String text, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = Character.digit(text.charAt(i), 10);
      if (digit < 0) {
        throw new NumberFormatException(text);
      }
      value = value * 10 + digit;
    }
    return value;
  }
}

package io.honeypods.mysql.sql;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates and times as text and as numbers. */
final class Temporals {
  private static final long MAX_SECONDS = 838 * 3600L + 59 * 60 + 59;

  private Temporals() {}

  static Value date(String text) {
    return dateTime(text) instanceof Value.DateTime(var at, var fraction)
        ? new Value.Date(at.toLocalDate())
        : Value.NULL;
  }

  /** A date, with a time or without; NULL where it is none. */
  static Value dateTime(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty() || !Character.isDigit(trimmed.charAt(0))) {
      return Value.NULL;
    }
    String digits = digitsOnly(trimmed);
    List<String> parts = digits == null ? parts(trimmed) : slices(digits);
    if (parts == null || parts.size() < 3) {
      return Value.NULL;
    }
    int fraction = parts.size() > 6 ? Math.min(6, parts.get(6).length()) : 0;
    try {
      int year = Integer.parseInt(parts.get(0));
      if (parts.get(0).length() <= 2) {
        year += year < 70 ? 2000 : 1900;
      }
      var time =
          LocalDateTime.of(
              year,
              number(parts, 1),
              number(parts, 2),
              number(parts, 3),
              number(parts, 4),
              number(parts, 5),
              nanos(parts));
      return new Value.DateTime(time, fraction);
    } catch (DateTimeException | NumberFormatException e) {
      return Value.NULL;
    }
  }

  private static int number(List<String> parts, int index) {
    return index < parts.size() ? Integer.parseInt(parts.get(index)) : 0;
  }

  private static int nanos(List<String> parts) {
    if (parts.size() < 7) {
      return 0;
    }
    String six = (parts.get(6) + "000000").substring(0, 6);
    return Integer.parseInt(six) * 1000;
  }

  private static @Nullable String digitsOnly(String text) {
    int dot = text.indexOf('.');
    String whole = dot < 0 ? text : text.substring(0, dot);
    for (int i = 0; i < whole.length(); i++) {
      if (!Character.isDigit(whole.charAt(i))) {
        return null;
      }
    }
    return dot < 0 || whole.length() >= 12 ? text : null;
  }

  /** 20200102030405 and its shorter forms. */
  private static @Nullable List<String> slices(String text) {
    int dot = text.indexOf('.');
    String whole = dot < 0 ? text : text.substring(0, dot);
    int years = whole.length() == 8 || whole.length() == 14 ? 4 : 2;
    if (whole.length() != 6
        && whole.length() != 8
        && whole.length() != 12
        && whole.length() != 14) {
      return null;
    }
    var parts = new ArrayList<String>();
    parts.add(whole.substring(0, years));
    for (int i = years; i < whole.length(); i += 2) {
      parts.add(whole.substring(i, i + 2));
    }
    if (dot >= 0) {
      parts.add(text.substring(dot + 1));
    }
    return parts;
  }

  private static @Nullable List<String> parts(String text) {
    var parts = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && Character.isDigit(text.charAt(i))) {
        continue;
      }
      if (i == start) {
        return parts.size() >= 3 && i == text.length() ? parts : null;
      }
      parts.add(text.substring(start, i));
      if (i < text.length() && Character.isLetter(text.charAt(i)) && text.charAt(i) != 'T') {
        return null;
      }
      start = i + 1;
    }
    return parts;
  }

  /** A duration such as {@code -12:34:56.7}, {@code 123456} or {@code 1 02:03:04}. */
  static Value time(String text) {
    String rest = text.strip();
    boolean negative = rest.startsWith("-");
    rest = negative ? rest.substring(1) : rest;
    if (rest.isEmpty() || !Character.isDigit(rest.charAt(0))) {
      return Value.NULL;
    }
    boolean dated = rest.indexOf('-') > 0 || (rest.length() >= 12 && digitsOnly(rest) != null);
    if (dated && dateTime(rest) instanceof Value.DateTime(var at, var digits)) {
      return new Value.Time(Duration.ofNanos(at.toLocalTime().toNanoOfDay()), digits);
    }
    try {
      return clock(rest, negative);
    } catch (NumberFormatException e) {
      return Value.NULL;
    }
  }

  private static Value clock(String text, boolean negative) {
    String rest = text;
    long days = 0;
    int space = rest.indexOf(' ');
    if (space > 0) {
      days = Long.parseLong(rest.substring(0, space));
      rest = rest.substring(space + 1).strip();
    }
    int dot = rest.indexOf('.');
    String fraction = dot < 0 ? "" : rest.substring(dot + 1);
    String whole = dot < 0 ? rest : rest.substring(0, dot);
    String[] parts = whole.split(":", -1);
    long seconds;
    if (parts.length == 1 && space < 0) {
      long number = Long.parseLong(whole);
      if (number % 100 > 59 || number / 100 % 100 > 59) {
        return Value.NULL;
      }
      seconds = number / 10_000 * 3600 + number / 100 % 100 * 60 + number % 100;
    } else {
      long hours = Long.parseLong(parts[0]);
      long minutes = parts.length > 1 ? Long.parseLong(parts[1]) : 0;
      long rests = parts.length > 2 ? Long.parseLong(parts[2]) : 0;
      if (minutes > 59 || rests > 59) {
        return Value.NULL;
      }
      seconds = days * 86_400 + hours * 3600 + minutes * 60 + rests;
    }
    long micros = fraction.isEmpty() ? 0 : Long.parseLong((fraction + "000000").substring(0, 6));
    return time(seconds, micros, negative, Math.min(6, fraction.length()));
  }

  /** A TIME, cut to what the type holds. */
  static Value time(long seconds, long micros, boolean negative, int fraction) {
    var duration =
        seconds > MAX_SECONDS
            ? Duration.ofSeconds(MAX_SECONDS)
            : Duration.ofSeconds(seconds, micros * 1000);
    return new Value.Time(negative ? duration.negated() : duration, fraction);
  }

  static String format(LocalDate date) {
    return four(date.getYear()) + "-" + two(date.getMonthValue()) + "-" + two(date.getDayOfMonth());
  }

  static String format(LocalDateTime time, int fraction) {
    return format(time.toLocalDate()) + " " + format(time.toLocalTime(), fraction);
  }

  static String format(LocalTime time, int fraction) {
    return two(time.getHour())
        + ":"
        + two(time.getMinute())
        + ":"
        + two(time.getSecond())
        + fraction(time.getNano(), fraction);
  }

  static String format(Duration time, int fraction) {
    Duration size = time.abs();
    return (time.isNegative() ? "-" : "")
        + two(size.toHours())
        + ":"
        + two(size.toMinutesPart())
        + ":"
        + two(size.toSecondsPart())
        + fraction(size.toNanosPart(), fraction);
  }

  private static String fraction(int nanos, int digits) {
    return digits == 0
        ? ""
        : "." + String.format(Locale.ROOT, "%06d", nanos / 1000).substring(0, digits);
  }

  static String two(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }

  private static String four(int number) {
    return String.format(Locale.ROOT, "%04d", number);
  }
}

package io.honeypods.mysql.sql;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/** STR_TO_DATE: a date, a time or both as a pattern says that they are written. */
final class DateReader {
  private final String text;
  private int at;
  private boolean fits = true;
  private int year;
  private int month;
  private int day;
  private int hour;
  private int minute;
  private int second;
  private int micros;
  private int dayOfYear;
  private boolean afternoon;
  private boolean twelve;
  private boolean dated;
  private boolean timed;

  private DateReader(String text) {
    this.text = text;
  }

  /**
   * What a text says.
   *
   * @param value NULL where the text does not fit
   * @param whole whether nothing of the text is left
   */
  record Reading(Value value, boolean whole) {}

  static Reading read(String text, String pattern) {
    var reader = new DateReader(text);
    reader.pattern(pattern);
    return new Reading(
        reader.value(pattern.contains("%f") ? 6 : 0), text.substring(reader.at).isBlank());
  }

  private void pattern(String pattern) {
    for (int i = 0; i < pattern.length() && fits; i++) {
      char c = pattern.charAt(i);
      if (c == '%' && i + 1 < pattern.length()) {
        part(pattern.charAt(++i));
      } else if (c == ' ') {
        spaces();
      } else {
        fits = at < text.length() && text.charAt(at++) == c;
      }
    }
  }

  private void spaces() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private void part(char kind) {
    spaces();
    dated |= "YymcdebMDjaW".indexOf(kind) >= 0;
    timed |= "HkhIliSsfprT".indexOf(kind) >= 0;
    switch (kind) {
      case 'Y' -> year = number(4);
      case 'y' -> {
        int two = number(2);
        year = two + (two < 70 ? 2000 : 1900);
      }
      case 'm', 'c' -> month = number(2);
      case 'd', 'e' -> day = number(2);
      case 'D' -> {
        day = number(2);
        at = Math.min(text.length(), at + 2);
      }
      case 'j' -> dayOfYear = number(3);
      case 'H', 'k' -> hour = number(2);
      case 'h', 'I', 'l' -> {
        hour = number(2);
        twelve = true;
      }
      case 'i' -> minute = number(2);
      case 'S', 's' -> second = number(2);
      case 'f' -> fraction();
      case 'p' -> half();
      case 'r' -> pattern("%h:%i:%s %p");
      case 'T' -> pattern("%H:%i:%s");
      case 'b' -> month(TextStyle.SHORT);
      case 'M' -> month(TextStyle.FULL);
      case 'a' -> weekday(TextStyle.SHORT);
      case 'W' -> weekday(TextStyle.FULL);
      default -> fits = false;
    }
  }

  private int number(int most) {
    int start = at;
    while (at < text.length() && at < start + most && Character.isDigit(text.charAt(at))) {
      at++;
    }
    fits &= at > start;
    return at > start ? Integer.parseInt(text, start, at, 10) : 0;
  }

  private void fraction() {
    int start = at;
    int digits = number(6);
    micros = digits * (int) Math.pow(10, 6.0 - (at - start));
  }

  private void half() {
    afternoon = text.regionMatches(true, at, "PM", 0, 2);
    fits &= afternoon || text.regionMatches(true, at, "AM", 0, 2);
    at = Math.min(text.length(), at + 2);
  }

  private void month(TextStyle style) {
    for (Month each : Month.values()) {
      if (word(each.getDisplayName(style, Locale.ENGLISH))) {
        month = each.getValue();
        return;
      }
    }
    fits = false;
  }

  private void weekday(TextStyle style) {
    for (DayOfWeek each : DayOfWeek.values()) {
      if (word(each.getDisplayName(style, Locale.ENGLISH))) {
        return;
      }
    }
    fits = false;
  }

  private boolean word(String word) {
    boolean here = text.regionMatches(true, at, word, 0, word.length());
    at += here ? word.length() : 0;
    return here;
  }

  private Value value(int digits) {
    if (!fits) {
      return Value.NULL;
    }
    if (twelve) {
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    try {
      if (!dated) {
        return new Value.Time(
            Duration.ofSeconds(hour * 3600L + minute * 60L + second, micros * 1000L), digits);
      }
      LocalDate date =
          dayOfYear > 0 ? LocalDate.ofYearDay(year, dayOfYear) : LocalDate.of(year, month, day);
      LocalDateTime time = date.atTime(hour, minute, second, micros * 1000);
      return timed ? new Value.DateTime(time, digits) : new Value.Date(date);
    } catch (DateTimeException e) {
      return Value.NULL;
    }
  }

  /** Whether all parts were there, though they make no date that exists. */
  static boolean isWritten(String text, String pattern) {
    var reader = new DateReader(text);
    reader.pattern(pattern);
    return reader.fits;
  }
}

package io.honeypods.mysql.sql;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.Locale;

/** DATE_FORMAT and STR_TO_DATE. */
final class DateFormats {
  private DateFormats() {}

  static String format(LocalDateTime time, String pattern) {
    var out = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c != '%' || i + 1 == pattern.length()) {
        out.append(c);
      } else {
        out.append(part(time, pattern.charAt(++i)));
      }
    }
    return out.toString();
  }

  private static String part(LocalDateTime time, char c) {
    int hour12 = (time.getHour() + 11) % 12 + 1;
    String half = time.getHour() < 12 ? "AM" : "PM";
    LocalDate date = time.toLocalDate();
    return switch (c) {
      case 'Y' -> String.format(Locale.ROOT, "%04d", time.getYear());
      case 'y' -> Temporals.two(time.getYear() % 100);
      case 'm' -> Temporals.two(time.getMonthValue());
      case 'c' -> Integer.toString(time.getMonthValue());
      case 'd' -> Temporals.two(time.getDayOfMonth());
      case 'e' -> Integer.toString(time.getDayOfMonth());
      case 'D' -> time.getDayOfMonth() + suffix(time.getDayOfMonth());
      case 'H' -> Temporals.two(time.getHour());
      case 'k' -> Integer.toString(time.getHour());
      case 'h', 'I' -> Temporals.two(hour12);
      case 'l' -> Integer.toString(hour12);
      case 'i' -> Temporals.two(time.getMinute());
      case 's', 'S' -> Temporals.two(time.getSecond());
      case 'f' -> String.format(Locale.ROOT, "%06d", time.getNano() / 1000);
      case 'p' -> half;
      case 'r' ->
          Temporals.two(hour12)
              + ":"
              + Temporals.two(time.getMinute())
              + ":"
              + Temporals.two(time.getSecond())
              + " "
              + half;
      case 'T' -> Temporals.format(time.toLocalTime(), 0);
      case 'M' -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case 'b' -> time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case 'W' -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case 'a' -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case 'w' -> Integer.toString(time.getDayOfWeek().getValue() % 7);
      case 'j' -> String.format(Locale.ROOT, "%03d", time.getDayOfYear());
      case 'U' -> Temporals.two(week(date, 0) % 100);
      case 'u' -> Temporals.two(week(date, 1) % 100);
      case 'V' -> Temporals.two(week(date, 2) % 100);
      case 'v' -> Temporals.two(week(date, 3) % 100);
      case 'X' -> Integer.toString(week(date, 2) / 100);
      case 'x' -> Integer.toString(week(date, 3) / 100);
      default -> String.valueOf(c);
    };
  }

  /** The most characters that a pattern can become. */
  static long longest(String pattern) {
    long length = 0;
    for (int i = 0; i < pattern.length(); i++) {
      boolean part = pattern.charAt(i) == '%' && i + 1 < pattern.length();
      length += part ? longest(pattern.charAt(++i)) : 1;
    }
    return length;
  }

  private static int longest(char part) {
    return switch (part) {
      case 'M', 'W' -> 64;
      case 'a', 'b' -> 32;
      case 'r' -> 11;
      case 'T' -> 8;
      case 'k', 'H' -> 7;
      case 'f' -> 6;
      case 'D', 'Y', 'x', 'X' -> 4;
      case 'j' -> 3;
      case 'u', 'U', 'v', 'V', 'y', 'm', 'd', 'h', 'i', 'I', 'l', 'p', 'S', 's', 'c', 'e' -> 2;
      default -> 1;
    };
  }

  private static String suffix(int day) {
    return day / 10 == 1
        ? "th"
        : switch (day % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }

  /** The week in one of the eight modes, with its year: 202053. */
  static int week(LocalDate date, int mode) {
    boolean monday = (mode & 1) != 0;
    boolean inYear = (mode & 2) != 0;
    boolean byFirstDay = ((mode & 4) == 0) != monday;
    int year = date.getYear();
    int number = weekOf(date, year, monday, byFirstDay);
    if (number == 0 && inYear) {
      year--;
      number = weekOf(date, year, monday, byFirstDay);
    } else if (inYear && number >= 53) {
      int next = weekOf(date, year + 1, monday, byFirstDay);
      if (next > 0) {
        year++;
        number = next;
      }
    }
    return year * 100 + number;
  }

  /** Weeks begin on Monday or Sunday; the first holds that day, or else most of its days. */
  private static int weekOf(LocalDate date, int year, boolean monday, boolean byFirstDay) {
    LocalDate first = LocalDate.of(year, 1, 1);
    int offset = monday ? first.getDayOfWeek().getValue() - 1 : first.getDayOfWeek().getValue() % 7;
    boolean belongs = byFirstDay ? offset == 0 : offset <= 3;
    LocalDate start = first.minusDays(offset).plusDays(belongs ? 0 : 7);
    long days = date.toEpochDay() - start.toEpochDay();
    return days < 0 ? 0 : (int) (days / 7) + 1;
  }
}

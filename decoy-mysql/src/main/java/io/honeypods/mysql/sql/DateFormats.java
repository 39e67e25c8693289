package io.honeypods.mysql.sql;

import java.time.DateTimeException;
import java.time.Duration;
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

  /** What a text says by a pattern: a date, a time, both, or NULL. */
  static Value parse(String text, String pattern) {
    int[] found = new int[7];
    boolean dated = false;
    boolean timed = false;
    boolean afternoon = false;
    int at = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c != '%' || i + 1 == pattern.length()) {
        if (at >= text.length() || (c != ' ' && text.charAt(at) != c)) {
          return Value.NULL;
        }
        at++;
        continue;
      }
      char kind = pattern.charAt(++i);
      int index = "YmdHisf".indexOf(canonical(kind));
      if (kind == 'p') {
        afternoon = text.regionMatches(true, at, "PM", 0, 2);
        at += 2;
        continue;
      }
      if (kind == 'b' || kind == 'M') {
        int month = month(text, at, kind == 'M');
        if (month == 0) {
          return Value.NULL;
        }
        found[1] = month / 100;
        at += month % 100;
        dated = true;
        continue;
      }
      if (index < 0) {
        return Value.NULL;
      }
      int end = at;
      int most = kind == 'Y' ? 4 : kind == 'f' ? 6 : 2;
      while (end < text.length() && end < at + most && Character.isDigit(text.charAt(end))) {
        end++;
      }
      if (end == at) {
        return Value.NULL;
      }
      found[index] = Integer.parseInt(text.substring(at, end));
      found[index] += kind == 'y' ? found[index] < 70 ? 2000 : 1900 : 0;
      dated |= index < 3;
      timed |= index >= 3;
      at = end;
    }
    found[3] += afternoon && found[3] < 12 ? 12 : 0;
    return value(found, dated, timed, pattern.contains("%f") ? 6 : 0);
  }

  private static char canonical(char kind) {
    return switch (kind) {
      case 'y' -> 'Y';
      case 'c' -> 'm';
      case 'e' -> 'd';
      case 'h', 'k', 'l', 'I' -> 'H';
      case 'S' -> 's';
      default -> kind;
    };
  }

  private static int month(String text, int at, boolean full) {
    for (java.time.Month month : java.time.Month.values()) {
      String name = month.getDisplayName(full ? TextStyle.FULL : TextStyle.SHORT, Locale.ENGLISH);
      if (text.regionMatches(true, at, name, 0, name.length())) {
        return month.getValue() * 100 + name.length();
      }
    }
    return 0;
  }

  private static Value value(int[] found, boolean dated, boolean timed, int digits) {
    try {
      if (!dated) {
        return new Value.Time(
            Duration.ofSeconds(found[3] * 3600L + found[4] * 60L + found[5], found[6] * 1000L),
            digits);
      }
      var time =
          LocalDateTime.of(
              found[0], found[1], found[2], found[3], found[4], found[5], found[6] * 1000);
      return timed ? new Value.DateTime(time, digits) : new Value.Date(time.toLocalDate());
    } catch (DateTimeException e) {
      return Value.NULL;
    }
  }
}

package io.honeypods.ssh.host;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as a format of {@code %} and letters tells them, in the C locale. */
public final class Strftime {
  private static final String FLAGS = "-_0^#+";

  private final String format;
  private final ZonedDateTime at;
  private final StringBuilder out = new StringBuilder();
  private int next;

  private Strftime(String format, ZonedDateTime at) {
    this.format = format;
    this.at = at;
  }

  public static String of(String format, ZonedDateTime at) {
    var time = new Strftime(format, at);
    while (time.next < format.length()) {
      char c = format.charAt(time.next++);
      if (c == '%' && time.next < format.length()) {
        time.directive();
      } else {
        time.out.append(c);
      }
    }
    return time.out.toString();
  }

  private void directive() {
    int from = next;
    char flag = 0;
    while (next < format.length() && FLAGS.indexOf(format.charAt(next)) >= 0) {
      flag = format.charAt(next++);
    }
    int width = 0;
    while (next < format.length() && Character.isDigit(format.charAt(next)) && width < 1000) {
      width = width * 10 + Character.digit(format.charAt(next++), 10);
    }
    while (next + 1 < format.length() && "EO:".indexOf(format.charAt(next)) >= 0) {
      next++;
    }
    if (next >= format.length()) {
      out.append('%').append(format, from, next);
      return;
    }
    char letter = format.charAt(next++);
    String text = text(letter);
    out.append(
        text == null ? "%" + format.substring(from, next) : flagged(text, letter, flag, width));
  }

  private static String flagged(String text, char letter, char flag, int width) {
    boolean number = Character.isDigit(text.charAt(text.length() - 1)) && text.length() < 13;
    String shown =
        switch (flag) {
          case '-' -> number ? text.replaceFirst("^[0 ]+(?=.)", "") : text;
          case '_' -> number ? blank(text) : text;
          case '0' -> number ? text.replace(' ', '0') : text;
          case '^' -> text.toUpperCase(Locale.ROOT);
          case '#' ->
              letter == 'p' || letter == 'Z'
                  ? text.toLowerCase(Locale.ROOT)
                  : text.toUpperCase(Locale.ROOT);
          default -> text;
        };
    String fill = flag == '_' || !number ? " " : "0";
    return flag == '-' ? shown : fill.repeat(Math.max(0, width - shown.length())) + shown;
  }

  private static String blank(String digits) {
    String bare = digits.replaceFirst("^[0 ]+(?=.)", "");
    return " ".repeat(digits.length() - bare.length()) + bare;
  }

  private @Nullable String text(char letter) {
    return switch (letter) {
      case '%' -> "%";
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'Z' -> "UTC";
      case 'z' -> format.charAt(next - 2) == ':' ? "+00:00" : "+0000";
      case 'c' -> Strftime.of("%a %b %e %H:%M:%S %Y", at);
      case 'D', 'x' -> Strftime.of("%m/%d/%y", at);
      case 'F' -> Strftime.of("%Y-%m-%d", at);
      case 'r' -> Strftime.of("%I:%M:%S %p", at);
      case 'R' -> Strftime.of("%H:%M", at);
      case 'T', 'X' -> Strftime.of("%H:%M:%S", at);
      case 'a' -> java("EEE");
      case 'A' -> java("EEEE");
      case 'b', 'h' -> java("MMM");
      case 'B' -> java("MMMM");
      case 'p' -> at.getHour() < 12 ? "AM" : "PM";
      case 'P' -> at.getHour() < 12 ? "am" : "pm";
      default -> number(letter);
    };
  }

  private @Nullable String number(char letter) {
    int hour = (at.getHour() + 11) % 12 + 1;
    int weekday = at.getDayOfWeek().getValue();
    return switch (letter) {
      case 'Y' -> String.valueOf(at.getYear());
      case 'C' -> two(at.getYear() / 100);
      case 'y' -> two(at.getYear() % 100);
      case 'm' -> two(at.getMonthValue());
      case 'd' -> two(at.getDayOfMonth());
      case 'e' -> "%2d".formatted(at.getDayOfMonth());
      case 'H' -> two(at.getHour());
      case 'I' -> two(hour);
      case 'k' -> "%2d".formatted(at.getHour());
      case 'l' -> "%2d".formatted(hour);
      case 'M' -> two(at.getMinute());
      case 'S' -> two(at.getSecond());
      case 'N' -> "%09d".formatted(at.getNano());
      case 's' -> String.valueOf(at.toEpochSecond());
      case 'j' -> "%03d".formatted(at.getDayOfYear());
      case 'u' -> String.valueOf(weekday);
      case 'w' -> String.valueOf(weekday % 7);
      case 'q' -> String.valueOf(at.get(IsoFields.QUARTER_OF_YEAR));
      case 'V' -> two(at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case 'G' -> String.valueOf(at.get(IsoFields.WEEK_BASED_YEAR));
      case 'g' -> two(at.get(IsoFields.WEEK_BASED_YEAR) % 100);
      case 'U' -> two((at.get(ChronoField.DAY_OF_YEAR) + 6 - weekday % 7) / 7);
      case 'W' -> two((at.get(ChronoField.DAY_OF_YEAR) + 6 - (weekday + 6) % 7) / 7);
      default -> null;
    };
  }

  private static String two(int number) {
    return "%02d".formatted(number);
  }

  private String java(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(at);
  }
}

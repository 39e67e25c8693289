package io.honeypods.ssh.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as {@code date} reads and writes them. */
final class Dates {
  private Dates() {}

  static String format(String format, ZonedDateTime at) {
    var out = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 >= format.length()) {
        out.append(c);
        continue;
      }
      char letter = format.charAt(++i);
      if (letter == '-' && i + 1 < format.length()) {
        out.append(part(format.charAt(++i), at).replaceFirst("^[0 ]+(?=.)", ""));
      } else {
        out.append(part(letter, at));
      }
    }
    return out.toString();
  }

  private static String part(char letter, ZonedDateTime at) {
    return switch (letter) {
      case 'Y' -> text("yyyy", at);
      case 'y' -> text("yy", at);
      case 'm' -> text("MM", at);
      case 'd' -> text("dd", at);
      case 'e' -> text("ppd", at);
      case 'H' -> text("HH", at);
      case 'I' -> text("hh", at);
      case 'M' -> text("mm", at);
      case 'S' -> text("ss", at);
      case 'N' -> text("nnnnnnnnn", at);
      case 'p' -> text("a", at).toUpperCase(Locale.ROOT);
      case 'a' -> text("EEE", at);
      case 'A' -> text("EEEE", at);
      case 'b', 'h' -> text("MMM", at);
      case 'B' -> text("MMMM", at);
      case 'j' -> text("DDD", at);
      case 'u' -> text("e", at);
      case 'F' -> text("yyyy-MM-dd", at);
      case 'T' -> text("HH:mm:ss", at);
      case 'R' -> text("HH:mm", at);
      case 'D' -> text("MM/dd/yy", at);
      case 'c' -> text("EEE MMM ppd HH:mm:ss yyyy", at);
      case 'x' -> text("MM/dd/yy", at);
      case 'X' -> text("HH:mm:ss", at);
      case 's' -> String.valueOf(at.toEpochSecond());
      case 'Z' -> "UTC";
      case 'z' -> "+0000";
      case 'n' -> "\n";
      case 't' -> "\t";
      case '%' -> "%";
      default -> "%" + letter;
    };
  }

  private static String text(String pattern, ZonedDateTime at) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(at);
  }

  /** A time as people write it; null where it is none we know. */
  static @Nullable Instant parse(String text, Instant now) {
    if (text.matches("@[0-9]{1,12}")) {
      return Instant.ofEpochSecond(Long.parseLong(text.substring(1)));
    }
    var span =
        java.util.regex.Pattern.compile(
                "([-+]?)([0-9]{1,6}) (sec|second|min|minute|hour|day|week)s?( ago)?")
            .matcher(text);
    if (span.matches()) {
      long count =
          Long.parseLong(span.group(2))
              * (span.group(1).equals("-") != (span.group(4) != null) ? -1 : 1);
      return switch (span.group(3)) {
        case "sec", "second" -> now.plusSeconds(count);
        case "min", "minute" -> now.plus(Duration.ofMinutes(count));
        case "hour" -> now.plus(Duration.ofHours(count));
        case "day" -> now.plus(Duration.ofDays(count));
        default -> now.plus(Duration.ofDays(7 * count));
      };
    }
    return switch (text) {
      case "now", "today", "" -> now;
      case "yesterday" -> now.minus(Duration.ofDays(1));
      case "tomorrow" -> now.plus(Duration.ofDays(1));
      default -> iso(text);
    };
  }

  private static @Nullable Instant iso(String text) {
    try {
      String whole = text.length() == 10 ? text + "T00:00:00" : text.replace(' ', 'T');
      return Instant.parse(whole.endsWith("Z") ? whole : whole + "Z");
    } catch (DateTimeException _) {
      return null; // the caller says so
    }
  }
}

package io.honeypods.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Takes out of an answer what must differ between two servers: the date, which has to be the
 * present one, the port in redirects, and the boundary of several ranges, a counter that all
 * connections of a server share.
 */
final class Normal {
  private static final Duration CLOCK = Duration.ofMinutes(1);
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);
  private static final String BOUNDARY = "\r\nContent-Type: multipart/byteranges; boundary=";

  private Normal() {}

  static Answer of(Answer answer, int port) {
    var dates = new HashMap<String, String>();
    String text =
        replace(
            answer.text(),
            "\r\nDate: ",
            date -> dates.computeIfAbsent(date, d -> isNow(d) ? "NOW" : d));
    text =
        replace(
            text,
            "\r\nLocation: http://",
            url -> url.replaceFirst("^([^/]*|\\[[^]]*]):" + port + "/", "$1:PORT/"));
    int at = -1;
    while ((at = text.indexOf(BOUNDARY, at + 1)) >= 0) {
      int start = at + BOUNDARY.length();
      String boundary = text.substring(start, text.indexOf("\r\n", start));
      if (boundary.matches("\\d{20}")) {
        text = text.replace(boundary, "{20 digits}");
      }
    }
    return answer.withText(text);
  }

  /** Changes what follows each {@code before} up to the end of its line. */
  private static String replace(String text, String before, UnaryOperator<String> change) {
    var out = new StringBuilder(text.length());
    int from = 0;
    int at;
    while ((at = text.indexOf(before, from)) >= 0) {
      int start = at + before.length();
      int end = text.indexOf("\r\n", start);
      end = end < 0 ? text.length() : end;
      out.append(text, from, start).append(change.apply(text.substring(start, end)));
      from = end;
    }
    return out.append(text, from, text.length()).toString();
  }

  private static boolean isNow(String date) {
    try {
      var then = FORM.parse(date, Instant::from);
      return FORM.format(then).equals(date)
          && Duration.between(then, Instant.now()).abs().compareTo(CLOCK) < 0;
    } catch (DateTimeException _) {
      return false;
    }
  }
}

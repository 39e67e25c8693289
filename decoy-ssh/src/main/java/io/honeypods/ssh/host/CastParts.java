package io.honeypods.ssh.host;

import java.util.ArrayList;
import java.util.List;

/**
 * A recording in parts that each fit into an event: whole lines, of which those that are too long
 * become several that are shown at the same time.
 */
public final class CastParts {
  private static final String END = "\"]";

  private CastParts() {}

  /** Parts of at most so many characters; joined they are the recording. */
  public static List<String> of(String cast, int most) {
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    for (String whole : cast.split("(?<=\n)", -1)) {
      for (String line : whole.length() > most ? pieces(whole, most) : List.of(whole)) {
        if (part.length() + line.length() > most) {
          parts.add(part.toString());
          part.setLength(0);
        }
        part.append(line);
      }
    }
    if (!part.isEmpty()) {
      parts.add(part.toString());
    }
    return parts;
  }

  private static List<String> pieces(String line, int most) {
    int text = line.indexOf(",\"o\",\"") + 6;
    if (text < 6) {
      return List.of(line);
    }
    String head = line.substring(0, text);
    String body = line.substring(text, line.lastIndexOf(END));
    int room = Math.max(16, most - head.length() - END.length() - 1);
    var pieces = new ArrayList<String>();
    int at = 0;
    while (at < body.length()) {
      int end = safe(body, at, Math.min(body.length(), at + room));
      pieces.add(head + body.substring(at, end) + END + "\n");
      at = end;
    }
    return pieces;
  }

  /** The last place up to one given that is not within an escape. */
  private static int safe(String body, int from, int to) {
    int at = from;
    int end = from;
    while (at < to) {
      int length = body.charAt(at) != '\\' ? 1 : body.startsWith("u", at + 1) ? 6 : 2;
      at += length;
      end = at <= to ? at : end;
    }
    return end;
  }
}

package io.honeypods.decoy.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.Observation;
import java.time.format.DateTimeFormatter;

/** An observation as one coloured line for a person at a terminal. */
public final class PrettyLine implements JsonLinesSink.LineEncoder {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(UTC);
  private static final String RESET = "\033[0m";
  private static final String DIM = "\033[2m";
  private static final String PLAIN = "\033[36m";
  private static final String HIGH = "\033[33m";
  private static final String SEVERE = "\033[1;31m";

  @Override
  public byte[] encode(Observation seen) {
    Flow flow = seen.flow();
    String who = flow == null ? "-" : flow.source().ip() + ":" + flow.source().port();
    String line =
        "%s%s%s %s%-7s %-23s %-21s%s %s%n"
            .formatted(
                DIM,
                TIME.format(seen.time()),
                RESET,
                colour(seen.event().kind().severity()),
                seen.decoy(),
                seen.event().kind().id(),
                who,
                RESET,
                printable(Summary.of(seen.event())));
    return line.getBytes(UTF_8);
  }

  private static String colour(int severity) {
    return severity >= 80 ? SEVERE : severity >= 60 ? HIGH : PLAIN;
  }

  /** A peer's text must not reach a terminal with control characters in it. */
  private static String printable(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) ? '\ufffd' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}

package io.honeypods.decoy.sink;

import java.time.Instant;

/** Instants as RFC 3339 text in UTC with microseconds; for one thread. */
final class Timestamp {
  private long second = Long.MIN_VALUE;
  private String prefix = "";

  String format(Instant time) {
    if (time.getEpochSecond() != second) {
      second = time.getEpochSecond();
      String text = Instant.ofEpochSecond(second).toString();
      prefix = text.substring(0, text.length() - 1) + ".";
    }
    int micros = time.getNano() / 1000;
    return prefix + Integer.toString(1_000_000 + micros).substring(1) + "Z";
  }
}

package io.honeypods.web;

import java.time.Duration;
import java.util.List;

/**
 * What a server did with a case.
 *
 * @param text all bytes received, as Latin-1
 * @param seen how many bytes had come before each write but the first
 * @param ending how the connection stood at last
 * @param ended how long after the last write that was; zero if it stayed open
 * @param drains whether the server still swallows bytes after its FIN, not answering with a reset
 * @param reads the sizes of the single reads, which depend on timing and are not compared
 */
record Answer(
    String text,
    List<Integer> seen,
    Ending ending,
    Duration ended,
    boolean drains,
    List<Integer> reads) {
  private static final Duration TOLERANCE = Duration.ofSeconds(1);

  boolean sameAs(Answer other) {
    return text.equals(other.text)
        && seen.equals(other.seen)
        && ending == other.ending
        && ended.minus(other.ended).abs().compareTo(TOLERANCE) < 0
        && drains == other.drains;
  }

  Answer withText(String changed) {
    return new Answer(changed, seen, ending, ended, drains, reads);
  }

  /** All but the bytes, for a report. */
  String summary() {
    return "%d bytes, %s after %d ms%s, seen before writes %s, reads %s"
        .formatted(
            text.length(),
            ending,
            ended.toMillis(),
            drains ? ", drains" : "",
            seen,
            shortened(reads));
  }

  private static String shortened(List<Integer> sizes) {
    return sizes.size() < 12 ? sizes.toString() : sizes.size() + " of them";
  }
}

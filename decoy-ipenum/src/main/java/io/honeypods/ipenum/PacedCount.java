package io.honeypods.ipenum;

import java.time.Duration;

/**
 * Counts something and tells what it came to: at once at first, then at growing intervals. Times
 * are in milliseconds.
 */
final class PacedCount {
  private final Told told;
  private final Pace pace = new Pace();
  private long count;
  private long since;
  private long last;

  /** Takes how many there were, and over which time. */
  @FunctionalInterface
  interface Told {
    void tell(long count, Duration over);
  }

  PacedCount(Told told) {
    this.told = told;
  }

  /** Counts what came between two times, and tells all where that is due. */
  void add(long more, long before, long now) {
    if (more > 0) {
      pace.resume(now, last);
      since = count == 0 ? before : since;
      last = now;
      count += more;
    }
    if (pace.isDue(now)) {
      finish();
    }
  }

  /** Tells all that was not told yet. */
  void finish() {
    if (count > 0) {
      told.tell(count, Duration.ofMillis(last - since));
      pace.reported(last);
      count = 0;
    }
  }
}

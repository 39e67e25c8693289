package io.honeypods.ipenum;

/**
 * When the next report of something that goes on is due: soon at first, then at doubling intervals,
 * so that whatever lasts takes few events. Times are in milliseconds.
 */
final class Pace {
  private static final long FIRST = 3_000;
  private static final long LONGEST = 600_000;

  private long gap = FIRST;
  private long dueAt = Long.MIN_VALUE;

  boolean isDue(long now) {
    return now >= dueAt;
  }

  void reported(long now) {
    gap = dueAt == Long.MIN_VALUE ? FIRST : Math.min(LONGEST, gap * 2);
    dueAt = now + gap;
  }

  /** Begins anew where it was quiet for longer than the longest interval. */
  void resume(long now, long last) {
    if (now - last > LONGEST) {
      gap = FIRST;
      dueAt = Long.MIN_VALUE;
    }
  }
}

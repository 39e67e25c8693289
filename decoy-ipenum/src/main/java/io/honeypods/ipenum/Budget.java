package io.honeypods.ipenum;

/** So many of something each second, and a burst beyond that; time is in milliseconds. */
final class Budget {
  private final double perMillisecond;
  private final double most;
  private double left;
  private long at = Long.MIN_VALUE;

  Budget(int perSecond, int burst) {
    this.perMillisecond = perSecond / 1000.0;
    this.most = burst;
    this.left = burst;
  }

  boolean take(long now) {
    if (at != Long.MIN_VALUE && now > at) {
      left = Math.min(most, left + (double) (now - at) * perMillisecond);
    }
    at = Math.max(at, now);
    if (left < 1) {
      return false;
    }
    left -= 1;
    return true;
  }
}

package io.honeypods.decoy.config;

import java.util.function.LongFunction;

/** The least and the greatest value allowed. */
record Range(long min, long max) {
  static Range of(Setting setting) {
    return new Range(setting.min(), setting.max());
  }

  Range within(long least, long greatest) {
    long low = Math.max(min, least);
    long high = Math.min(max, greatest);
    return new Range(low, high);
  }

  boolean holds(long value) {
    return min <= value && value <= max;
  }

  /** Such as {@code from 1 to 65535}, with a space before it; empty where anything goes. */
  String describe(LongFunction<String> show) {
    if (max == Long.MAX_VALUE) {
      return min == Long.MIN_VALUE ? "" : " of at least " + show.apply(min);
    }
    return min == Long.MIN_VALUE
        ? " of at most " + show.apply(max)
        : " from " + show.apply(min) + " to " + show.apply(max);
  }
}

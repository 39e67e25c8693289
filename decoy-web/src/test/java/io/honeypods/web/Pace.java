package io.honeypods.web;

import java.time.Duration;

/**
 * How fast cases are played.
 *
 * @param atOnce the number of open connections
 * @param pause the time between two writes of a case
 */
record Pace(int atOnce, Duration pause) {
  static final Pace BRISK = new Pace(64, Duration.ofMillis(150));

  /** For a second look, on a machine that may be busy. */
  static final Pace CALM = new Pace(6, Duration.ofMillis(500));
}

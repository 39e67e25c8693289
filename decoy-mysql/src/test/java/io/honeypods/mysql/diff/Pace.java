package io.honeypods.mysql.diff;

import java.time.Duration;

/**
 * How fast exchanges are played.
 *
 * @param atOnce the number of open connections
 * @param quiet how long nothing must come for an answer to be over
 */
record Pace(int atOnce, Duration quiet) {
  static final Pace BRISK = new Pace(24, Duration.ofMillis(250));

  /** For a second look, on a machine that may be busy. */
  static final Pace CALM = new Pace(6, Duration.ofMillis(900));
}

package io.honeypods.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told otherwise. */
public final class ManualClock implements InstantSource {
  /** Where every play begins: Sun, 22 Nov 2026 12:00:00 GMT. */
  public static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  private Instant now;

  public ManualClock() {
    this(START);
  }

  public ManualClock(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }
}

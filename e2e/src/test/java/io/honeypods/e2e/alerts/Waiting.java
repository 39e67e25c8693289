package io.honeypods.e2e.alerts;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what comes soon. */
final class Waiting {
  private static final Duration PAUSE = Duration.ofMillis(250);

  private Waiting() {}

  /** Fails with what {@code instead} says where it has not come in time. */
  static void until(Duration patience, BooleanSupplier condition, Supplier<String> instead) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        fail("not within %s: %s", patience, instead.get());
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}

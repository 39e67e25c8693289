package io.honeypods.e2e;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for what will be so before long. */
final class Eventually {
  static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

  private Eventually() {}

  /** The first value that is not null, asked for again and again. */
  static <T> T await(String what, Duration patience, Callable<@Nullable T> value) {
    return await(() -> what, patience, value);
  }

  static <T> T await(Supplier<String> what, Duration patience, Callable<@Nullable T> value) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      T got = call(value);
      if (got != null) {
        return got;
      }
      if (System.nanoTime() - deadline > 0) {
        return fail("after %s there is still no %s", patience, what.get());
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** Waits until an assertion holds; the last of its errors is thrown where it never does. */
  static void assertThatSoon(Runnable assertion) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        assertion.run();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() - deadline > 0) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private static <T> @Nullable T call(Callable<@Nullable T> value) {
    try {
      return value.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.honeypods.e2e;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Somebody who comes ten times a second and notes how long it takes. */
final class FreshVisitor implements AutoCloseable {
  private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

  private final Visitor visitor;
  private final AtomicLong worst = new AtomicLong();
  private final AtomicInteger visits = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final Thread thread;
  private volatile boolean over;

  FreshVisitor(Visitor visitor) {
    this.visitor = visitor;
    this.thread = Thread.ofPlatform().name("visitor").daemon().start(this::run);
  }

  Duration worst() {
    return Duration.ofNanos(worst.get());
  }

  int visits() {
    return visits.get();
  }

  int failures() {
    return failures.get();
  }

  @Override
  public void close() {
    over = true;
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!over) {
      long began = System.nanoTime();
      try {
        failures.addAndGet(visitor.get("/").status() == 200 ? 0 : 1);
      } catch (UncheckedIOException | IllegalStateException _) {
        failures.incrementAndGet();
      }
      long took = System.nanoTime() - began;
      worst.accumulateAndGet(took, Math::max);
      visits.incrementAndGet();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}

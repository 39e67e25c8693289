package io.honeypods.ipenum;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the kernel's counters each second, which anybody may. */
final class CountersSensor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CountersSensor.class);
  private static final Duration EACH = Duration.ofSeconds(1);
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final CounterWatch watch;
  private final InstantSource clock;
  private final Thread thread = new Thread(this::run, "sensor");
  private boolean failed;

  private CountersSensor(CounterWatch watch, InstantSource clock) {
    this.watch = watch;
    this.clock = clock;
  }

  /**
   * Starts to count from now on.
   *
   * @throws IOException where there are no counters
   */
  static CountersSensor start(Consumer<Report> reports, InstantSource clock) throws IOException {
    var watch = new CounterWatch(KernelCounters.read(), clock.millis(), reports);
    var sensor = new CountersSensor(watch, clock);
    sensor.thread.setDaemon(true);
    sensor.thread.start();
    return sensor;
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      if (thread.join(GRACE)) {
        read();
        watch.finish();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(EACH);
        read();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    try {
      watch.read(KernelCounters.read(), clock.millis());
      failed = false;
    } catch (IOException e) {
      if (!failed) {
        LOG.error("the kernel's counters cannot be read", e);
      }
      failed = true;
    }
  }
}

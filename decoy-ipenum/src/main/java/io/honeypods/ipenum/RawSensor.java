package io.honeypods.ipenum;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads packets on a thread of its own, and writes none. */
final class RawSensor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RawSensor.class);
  private static final int WAIT_MILLIS = 200;
  private static final long TICK = 1000;
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** By then the kernel has handed over the block that it was filling. */
  private static final int LAST_BLOCK_MILLIS = 3 * RawSocket.RETIRE_MILLIS;

  private final PacketRing ring;
  private final PacketFilter filter;
  private final Detector detector;
  private final Evidence evidence;
  private final InstantSource clock;
  private final PacedCount lost;
  private final PacedCount forgotten = new PacedCount((count, _) -> tellForgotten(count));
  private final Thread thread = new Thread(this::run, "sensor");
  private volatile boolean closing;
  private boolean failed;
  private boolean blind;
  private long evictions;
  private long lastTick;
  private OpenPorts open = OpenPorts.NONE;

  private RawSensor(
      PacketRing ring,
      PacketFilter filter,
      Detector detector,
      Evidence evidence,
      Consumer<Report> reports,
      InstantSource clock) {
    this.ring = ring;
    this.filter = filter;
    this.detector = detector;
    this.evidence = evidence;
    this.clock = clock;
    this.lost = new PacedCount((count, over) -> tellLost(Report.lost(count, over), count, reports));
    this.lastTick = clock.millis() - TICK;
  }

  static RawSensor start(
      PacketRing ring,
      PacketFilter filter,
      Detector detector,
      Evidence evidence,
      Consumer<Report> reports,
      InstantSource clock) {
    var sensor = new RawSensor(ring, filter, detector, evidence, reports, clock);
    sensor.thread.setDaemon(true);
    sensor.thread.start();
    return sensor;
  }

  /** Stops reading and reports what was not reported yet. */
  @Override
  public void close() throws IOException {
    closing = true;
    try {
      if (thread.join(GRACE)) {
        ring.close();
      } else {
        LOG.error("the sensor did not end within {} ms", GRACE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closing) {
        ring.read(WAIT_MILLIS, this::packet);
        long now = clock.millis();
        if (now - lastTick >= TICK || now < lastTick) {
          tick(now);
        }
      }
      ring.read(0, this::packet);
      ring.read(LAST_BLOCK_MILLIS, this::packet);
      tick(clock.millis());
      detector.finish(clock.millis());
      lost.finish();
      forgotten.finish();
    } catch (IOException | RuntimeException e) {
      LOG.error("the sensor has failed: nothing is seen any more", e);
    } finally {
      evidence.close();
    }
  }

  private void packet(ByteBuffer bytes, int length, long nanos) {
    try {
      evidence.keep(bytes, length, nanos);
      detector.saw(PacketParser.parse(bytes), bytes, nanos / 1_000_000);
    } catch (RuntimeException e) {
      if (!failed) {
        LOG.error("a packet could not be handled (told once)", e);
      }
      failed = true;
    }
  }

  private void tick(long now) throws IOException {
    lookForOpenPorts();
    detector.tick(now);
    evidence.flush();
    lost.add(ring.drops(), lastTick, now);
    forgotten.add(detector.evictions() - evictions, lastTick, now);
    evictions = detector.evictions();
    lastTick = now;
  }

  /** Decoys of this process open theirs after us. */
  private void lookForOpenPorts() throws IOException {
    OpenPorts now = readOpenPorts();
    if (!now.equals(open)) {
      open = now;
      ring.filter(filter.with(now.all()).program());
      detector.answers(now.ours());
    }
  }

  private OpenPorts readOpenPorts() {
    try {
      return OpenPorts.read(open);
    } catch (IOException e) {
      if (!blind) {
        LOG.warn("open ports cannot be read: connections to them are taken for probes", e);
      }
      blind = true;
      return open;
    }
  }

  private static void tellLost(Report report, long packets, Consumer<Report> reports) {
    LOG.warn("{} packets were lost: the kernel had no room for them (ipenum.ring)", packets);
    reports.accept(report);
  }

  private static void tellForgotten(long sources) {
    LOG.warn("{} sources were forgotten to make room for others (ipenum.sources)", sources);
  }
}

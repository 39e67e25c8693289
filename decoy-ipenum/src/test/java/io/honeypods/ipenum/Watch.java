package io.honeypods.ipenum;

import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.ProbeReceived;
import io.honeypods.decoy.event.Event.ScanDetected;
import io.honeypods.decoy.event.Flow;
import io.honeypods.ipenum.IpenumConfig.ScanConfig;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A detector that is shown packets at times that are made up, and what it reports. */
final class Watch {
  static final long START = 1_800_000_000_000L;

  private final List<Report> reports = new ArrayList<>();
  private final Detector detector;
  private long unnamed;
  private long now = START;

  Watch() {
    this(null, 1024);
  }

  Watch(@Nullable Predicate<Flow> expected, int sources) {
    var config = new ScanConfig(10, Duration.ofSeconds(60));
    var teller = new Teller(reports::add, count -> unnamed += count);
    detector = new Detector(config, sources, 42, expected, teller);
  }

  Detector detector() {
    return detector;
  }

  void see(byte[] packet) {
    var bytes = ByteBuffer.wrap(packet);
    detector.saw(PacketParser.parse(bytes), bytes, now);
  }

  /** Goes on to a time after the start, in milliseconds. */
  void at(long millis) {
    now = START + millis;
  }

  void tick() {
    detector.tick(now);
  }

  /** Lets time pass, second by second. */
  void pass(Duration time) {
    long end = now + time.toMillis();
    while (now < end) {
      now = Math.min(end, now + 1000);
      detector.tick(now);
    }
  }

  void finish() {
    detector.finish(now);
  }

  List<Report> reports() {
    return reports;
  }

  /** How many sources were reported together. */
  long unnamed() {
    return unnamed;
  }

  List<ProbeReceived> probes() {
    return events(ProbeReceived.class);
  }

  List<ScanDetected> scans() {
    return events(ScanDetected.class);
  }

  long packets(String technique) {
    return probes().stream()
        .filter(probe -> probe.technique().equals(technique))
        .mapToLong(ProbeReceived::packets)
        .sum();
  }

  <E extends Event> List<E> events(Class<E> type) {
    return reports.stream().map(Report::event).filter(type::isInstance).map(type::cast).toList();
  }
}

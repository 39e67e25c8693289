package io.honeypods.decoy.sink;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * When each source last touched a decoy: the one metric with a label from outside, and so a table
 * with a cap. The source that was quiet longest makes room; whoever is quiet for an hour goes.
 */
final class RecentSources implements Collector {
  static final String NAME = "decoy_source_last_seen_timestamp_seconds";
  private static final Duration EXPIRY = Duration.ofHours(1);

  private final int capacity;
  private final InstantSource clock;
  private final AtomicLong overflow = new AtomicLong();
  private final LinkedHashMap<Source, Instant> lastSeen = new LinkedHashMap<>(16, 0.75f, true);

  private record Source(String decoy, String alert, String ip) {}

  /** A table of at most {@code capacity} rows; 0 keeps none. */
  RecentSources(int capacity, InstantSource clock) {
    this.capacity = capacity;
    this.clock = clock;
  }

  synchronized void saw(String decoy, String alert, String ip, Instant time) {
    if (capacity == 0) {
      return;
    }
    lastSeen.put(new Source(decoy, alert, ip), time);
    if (lastSeen.size() > capacity) {
      boolean expired = lastSeen.pollFirstEntry().getValue().isBefore(time.minus(EXPIRY));
      overflow.addAndGet(expired ? 0 : 1);
    }
  }

  synchronized int size() {
    expire();
    return lastSeen.size();
  }

  /** How many rows had to make room before they expired. */
  long overflow() {
    return overflow.get();
  }

  @Override
  public synchronized MetricSnapshot collect() {
    expire();
    var gauge =
        GaugeSnapshot.builder()
            .name(NAME)
            .help("When a source last raised an alert at a decoy, in Unix time");
    lastSeen.forEach((source, time) -> gauge.dataPoint(point(source, time)));
    return gauge.build();
  }

  private void expire() {
    Instant limit = clock.instant().minus(EXPIRY);
    lastSeen.values().removeIf(time -> time.isBefore(limit));
  }

  private static GaugeDataPointSnapshot point(Source source, Instant time) {
    return GaugeDataPointSnapshot.builder()
        .labels(Labels.of("alert", source.alert, "decoy", source.decoy, "source_ip", source.ip))
        .value(time.toEpochMilli() / 1000.0)
        .build();
  }
}

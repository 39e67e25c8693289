package io.honeypods.ipenum;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Probes of sources that are too many to be named: counted by kind, reported by and by. */
final class Crowd {
  private final Map<ProbeKind, Count> counts = new EnumMap<>(ProbeKind.class);
  private final Pace pace = new Pace();
  private long sources;
  private long first;
  private long last;

  private static final class Count {
    private long packets;
  }

  /** Takes over what a row has not reported. */
  void join(Source source, long now) {
    for (Tally tally : source.tallies()) {
      if (tally.packets() > 0) {
        join(tally.kind(), tally.packets(), now);
      }
    }
    sources++;
  }

  /** Takes a packet of one more source. */
  void joinSource(ProbeKind kind, long now) {
    join(kind, 1, now);
    sources++;
  }

  void join(ProbeKind kind, long packets, long now) {
    if (counts.isEmpty()) {
      pace.resume(now, last);
      first = now;
    }
    last = now;
    counts.computeIfAbsent(kind, _ -> new Count()).packets += packets;
  }

  /** Sources that were counted here since the last report. */
  long sources() {
    return sources;
  }

  boolean isDue(long now) {
    return !counts.isEmpty() && pace.isDue(now) && now - first >= 1000;
  }

  void report(long now, Consumer<Report> reports) {
    Duration over = Duration.ofMillis(last - first);
    counts.forEach(
        (kind, count) -> reports.accept(Report.unattributed(kind.id(), count.packets, over)));
    counts.clear();
    sources = 0;
    pace.reported(now);
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }
}

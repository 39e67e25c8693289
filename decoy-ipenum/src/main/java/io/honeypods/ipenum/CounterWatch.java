package io.honeypods.ipenum;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes reports of readings of the kernel's counters: the first probe of a kind at once, then sums
 * at growing intervals. Driven by the times it is given, in milliseconds.
 */
final class CounterWatch {
  private final Map<CountedProbe, PacedCount> counts = new EnumMap<>(CountedProbe.class);
  private KernelCounters before;
  private long readAt;

  CounterWatch(KernelCounters start, long now, Consumer<Report> reports) {
    this.before = start;
    this.readAt = now;
    for (CountedProbe kind : CountedProbe.values()) {
      var count =
          new PacedCount(
              (packets, over) -> reports.accept(Report.unattributed(kind.id(), packets, over)));
      counts.put(kind, count);
    }
  }

  void read(KernelCounters after, long now) {
    counts.forEach((kind, count) -> count.add(kind.between(before, after), readAt, now));
    before = after;
    readAt = now;
  }

  /** Reports all that was not reported yet. */
  void finish() {
    counts.values().forEach(PacedCount::finish);
  }
}

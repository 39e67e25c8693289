package io.honeypods.ipenum;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes reports of readings of the kernel's counters: the first probe of a kind at once, then sums
 * at growing intervals. Driven by the times it is given, in milliseconds.
 */
final class CounterWatch {
  private final Map<CountedProbe, Count> counts = new EnumMap<>(CountedProbe.class);
  private final Consumer<Report> reports;
  private KernelCounters before;
  private long readAt;

  /** The probes of one kind that were not reported yet. */
  private static final class Count {
    private final Pace pace = new Pace();
    private long probes;
    private long since;
    private long last;
  }

  CounterWatch(KernelCounters start, long now, Consumer<Report> reports) {
    this.before = start;
    this.readAt = now;
    this.reports = reports;
    for (CountedProbe kind : CountedProbe.values()) {
      counts.put(kind, new Count());
    }
  }

  void read(KernelCounters after, long now) {
    KernelCounters earlier = before;
    counts.forEach((kind, count) -> add(kind, count, kind.between(earlier, after), now));
    before = after;
    readAt = now;
  }

  /** Reports all that was not reported yet. */
  void finish() {
    counts.forEach(this::report);
  }

  private void add(CountedProbe kind, Count count, long more, long now) {
    if (more > 0) {
      count.pace.resume(now, count.last);
      count.since = count.probes == 0 ? readAt : count.since;
      count.last = now;
      count.probes += more;
    }
    if (count.pace.isDue(now)) {
      report(kind, count);
    }
  }

  private void report(CountedProbe kind, Count count) {
    if (count.probes > 0) {
      Duration over = Duration.ofMillis(count.last - count.since);
      reports.accept(Report.unattributed(kind.id(), count.probes, over));
      count.pace.reported(count.last);
      count.probes = 0;
    }
  }
}

package io.honeypods.ipenum;

import io.honeypods.ipenum.IpenumConfig.ScanConfig;
import io.honeypods.ipenum.Passers.Visit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One source that came back, and what it did: a row of the {@link SourceTable}. */
final class Source {
  private final Key key;
  private final Pace pace = new Pace();
  private final List<Tally> tallies = new ArrayList<>(1);
  private @Nullable Visit first;
  private @Nullable Scan scan;
  private long last;
  private boolean pending;

  /** Who, and whether the operator said that it may do what it does. */
  record Key(Address address, boolean expected) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparingLong((Key key) -> key.address.low())
            .thenComparingLong(key -> key.address.high())
            .thenComparing(Key::expected);

    /** Lets a map find a key among those that were chosen to have the same hash. */
    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }

    @Override
    public int hashCode() {
      return address.hashCode() + (expected ? 1 : 0);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that && expected == that.expected && address.equals(that.address);
    }
  }

  /** A row of somebody whose first packet was told already: by name, or not. */
  Source(Key key, Visit first) {
    this.key = key;
    this.first = first;
    this.last = first.at();
    if (first.named()) {
      pace.reported(first.at());
    }
  }

  Key key() {
    return key;
  }

  /** The tally that a packet of this kind is counted in. */
  Tally tally(ProbeKind kind) {
    for (Tally tally : tallies) {
      if (tally.kind() == kind) {
        return tally;
      }
    }
    var tally = new Tally(kind);
    tallies.add(tally);
    return tally;
  }

  List<Tally> tallies() {
    return tallies;
  }

  void saw(long now) {
    pace.resume(now, last);
    last = Math.max(last, now);
    pending = true;
  }

  void reported(long now) {
    pace.reported(now);
    pending = false;
    tallies.forEach(Tally::clear);
  }

  boolean isPending() {
    return pending;
  }

  boolean isDue(long now) {
    return pending && pace.isDue(now);
  }

  long idle(long now) {
    return now - last;
  }

  /** What it scans, from its first visit on. */
  Scan scan(ScanConfig config, long now) {
    Scan current = scan;
    if (current == null) {
      Visit before = first;
      current = new Scan(config, before == null ? now : before.at());
      if (before != null && before.port() >= 0) {
        current.add(before.port(), before.tcp(), null, before.at());
      }
      first = null;
      scan = current;
    }
    return current;
  }

  @Nullable Scan scan() {
    return scan;
  }

  void endScan() {
    scan = null;
  }

  /** How many sets of this row are {@link PortSet#WIDE_BYTES} large. */
  int wideSets() {
    int wide = scan == null ? 0 : scan.wideSets();
    for (Tally tally : tallies) {
      wide += tally.ports().isWide() ? 1 : 0;
    }
    return wide;
  }
}

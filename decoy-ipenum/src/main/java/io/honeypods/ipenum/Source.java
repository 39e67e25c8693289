package io.honeypods.ipenum;

import io.honeypods.ipenum.IpenumConfig.ScanConfig;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One source and what it did: a row of the {@link SourceTable}. */
final class Source {
  private final Key key;
  private final Pace pace = new Pace();
  private final List<Tally> tallies = new ArrayList<>(1);
  private @Nullable Scan scan;
  private long packets;
  private long last;
  private boolean pending;

  /** Who, and whether the operator said that it may do what it does. */
  record Key(Address address, boolean expected) {
    @Override
    public int hashCode() {
      return address.hashCode() + (expected ? 1 : 0);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that && expected == that.expected && address.equals(that.address);
    }
  }

  Source(Key key, long now) {
    this.key = key;
    this.last = now;
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
    packets++;
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

  long packets() {
    return packets;
  }

  long idle(long now) {
    return now - last;
  }

  Scan scan(ScanConfig config, long now) {
    Scan current = scan;
    if (current == null) {
      current = new Scan(config, now);
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

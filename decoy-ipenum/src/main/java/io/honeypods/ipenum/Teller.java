package io.honeypods.ipenum;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells what sources did when it is due, and no more of them by name than anybody could read: the
 * others are told of as a {@link Crowd}. Times are in milliseconds.
 */
final class Teller {
  private static final long FORGET = Duration.ofHours(24).toMillis();

  private final Consumer<Report> reports;
  private final LongConsumer unnamed;
  private final Crowd crowd = new Crowd();
  private final Budget newcomers = new Budget(50, 500);
  private final Budget known = new Budget(50, 500);
  private final Budget scans = new Budget(20, 200);

  /**
   * One that has told nothing yet.
   *
   * @param unnamed told how many sources were reported together, without their names
   */
  Teller(Consumer<Report> reports, LongConsumer unnamed) {
    this.reports = reports;
    this.unnamed = unnamed;
  }

  /** Whether a source that comes for the first time can be told by name, of which this is one. */
  boolean namesNewcomer(long now) {
    return newcomers.take(now);
  }

  void tell(List<Report> more) {
    more.forEach(reports);
  }

  /** Tells of a packet of one of too many sources. */
  void tellUnnamed(ProbeKind kind, long now) {
    crowd.joinSource(kind, now);
  }

  /** Tells of a packet of which not even the source can be read. */
  void tellNobodys(ProbeKind kind, long now) {
    crowd.join(kind, 1, now);
  }

  /** Tells that a source scans, as far as there are not too many. */
  void tellScan(Source source, Scan scan, @Nullable ProbeKind latest, long now) {
    if (scans.take(now)) {
      reports.accept(SourceReports.verdict(source, scan, latest));
      scan.reported(now);
    }
  }

  /** What a row asks for now; false where it can be forgotten. */
  boolean attend(Source source, long now) {
    Scan scan = source.scan();
    boolean over = scan != null && scan.isReported() && scan.isOver(now);
    if (over) {
      endScan(source, now);
    }
    if (source.isDue(now) || (over && source.isPending())) {
      settle(source, now);
    }
    return source.idle(now) < FORGET;
  }

  /** Tells all of a row that was not told yet. */
  void finish(Source source, long now) {
    endScan(source, now);
    if (source.isPending()) {
      settle(source, now);
    }
  }

  /** Tells what a row that is dropped has not told. */
  void drop(Source source, long now) {
    if (source.isPending()) {
      crowd.join(source, now);
    }
  }

  /** Tells of the crowd where that is due. */
  void tick(long now) {
    if (crowd.isDue(now)) {
      tellCrowd(now);
    }
  }

  void finishCrowd(long now) {
    if (!crowd.isEmpty()) {
      tellCrowd(now);
    }
  }

  private void settle(Source source, long now) {
    if (known.take(now)) {
      tell(SourceReports.probes(source));
    } else {
      crowd.join(source, now);
    }
    source.reported(now);
  }

  private void endScan(Source source, long now) {
    Scan scan = source.scan();
    if (scan != null && scan.isReported()) {
      if (scan.hasGrown()) {
        tellScan(source, scan, null, now);
      }
      source.endScan();
    }
  }

  private void tellCrowd(long now) {
    unnamed.accept(crowd.sources());
    crowd.report(now, reports);
  }
}

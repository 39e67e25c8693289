package io.honeypods.ipenum;

import io.honeypods.decoy.event.Event.ProbeReceived;
import io.honeypods.decoy.event.Event.ScanDetected;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.Peer;
import io.honeypods.decoy.event.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@link Source} has done, as reports. */
final class SourceReports {
  private SourceReports() {}

  /** One of each kind of probe since the last, and what else its first packet brought. */
  static List<Report> probes(Source source) {
    var reports = new ArrayList<Report>();
    for (Tally tally : source.tallies()) {
      if (tally.packets() > 0) {
        probes(source, tally, reports);
      }
    }
    return reports;
  }

  private static void probes(Source source, Tally tally, List<Report> into) {
    Flow flow = flow(source, tally);
    boolean tcp = flow.transport() == Flow.Transport.TCP;
    boolean ssh = tcp && tally.ports().contains(22);
    var probe =
        new ProbeReceived(
            tally.kind().id(),
            Text.of(tally.ports().text()),
            tally.packets(),
            tally.over(),
            tally.syn(),
            tally.tool());
    into.add(Report.probe(flow, ssh, probe));
    Specimen specimen = tally.specimen();
    if (specimen != null && specimen.event() != null) {
      into.add(Report.probe(flow, ssh, specimen.event()));
    }
  }

  /**
   * The verdict that a source scans.
   *
   * @param latest how it does, where a packet has just shown; null for what it did most
   */
  static Report verdict(Source source, Scan scan, @Nullable ProbeKind latest) {
    Tally tally = latest == null ? busiest(source) : source.tally(latest);
    String speed = scan.isFast() ? "" : "slow ";
    var event =
        new ScanDetected(
            speed + tally.kind().id(),
            Text.of(scan.text()),
            scan.distinct(),
            scan.packets(),
            Duration.ofMillis(scan.lasted()),
            scan.tool());
    return Report.scan(flow(source, tally), scan.hasSsh(), event);
  }

  private static Tally busiest(Source source) {
    Tally busiest = source.tallies().getFirst();
    for (Tally tally : source.tallies()) {
      boolean more = tally.packets() > busiest.packets();
      if (tally.kind().hasPorts() && (more || !busiest.kind().hasPorts())) {
        busiest = tally;
      }
    }
    return busiest;
  }

  private static Flow flow(Source source, Tally tally) {
    Address from = source.key().address();
    return new Flow(
        new Peer(from.inet(), tally.sourcePort()),
        new Peer(tally.destination().inet(), tally.destinationPort()),
        tally.transport(),
        tally.protocol());
  }
}

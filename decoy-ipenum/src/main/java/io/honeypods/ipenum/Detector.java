package io.honeypods.ipenum;

import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.ProbeReceived;
import io.honeypods.decoy.event.Event.ScanDetected;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.Peer;
import io.honeypods.decoy.event.Text;
import io.honeypods.ipenum.IpenumConfig.ScanConfig;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes reports of packets: the first of a source at once, then sums of each kind, so that every
 * packet is counted in exactly one {@link ProbeReceived}; and a verdict on many ports. Driven by
 * the times it is given, in milliseconds; used by one thread.
 */
final class Detector {
  private static final long FORGET = Duration.ofHours(24).toMillis();
  private static final long WIDE_BYTES = 16 << 20;

  private final ScanConfig config;
  private final @Nullable Predicate<Flow> expected;
  private final Consumer<Report> reports;
  private final LongConsumer unnamed;
  private final SourceTable table;
  private final Crowd crowd = new Crowd();
  private final Budget probes = new Budget(50, 500);
  private final Budget scans = new Budget(20, 200);
  private long now;

  /**
   * A detector that knows nobody yet.
   *
   * @param expected whom the operator said that may come; null where that is nobody, which costs
   *     less
   * @param unnamed told how many sources were reported together, without their names
   */
  Detector(
      ScanConfig config,
      int sources,
      @Nullable Predicate<Flow> expected,
      Consumer<Report> reports,
      LongConsumer unnamed) {
    this.config = config;
    this.expected = expected;
    this.reports = reports;
    this.unnamed = unnamed;
    this.table = new SourceTable(sources, WIDE_BYTES, this::evicted);
  }

  /** Counts a packet whose bytes may be gone afterwards. */
  void saw(Packet packet, ByteBuffer bytes, long at) {
    now = Math.max(now, at);
    Tool tool = Tool.of(packet);
    ProbeKind kind = ProbeKind.of(packet, tool);
    if (kind == null) {
      return;
    }
    IpHeader ip = packet.ip();
    if (ip == null) {
      sawNobody(kind, packet, bytes);
      return;
    }
    Source source = table.touch(new Source.Key(ip.source(), isExpected(packet, ip)), now);
    boolean fresh = source.packets() == 0;
    source.saw(now);
    boolean named = fresh && probes.take(now);
    if (named || !fresh) {
      keepSpecimen(source.tally(kind), packet, bytes);
    }
    count(source, kind, packet, tool);
    if (named) {
      report(source);
    }
    int port = port(packet);
    if (port >= 0) {
      judge(source, kind, port, packet, tool);
    }
  }

  /** Reports what is due; wants to be called once a second or so. */
  void tick(long at) {
    now = Math.max(now, at);
    table.sweep(this::attend);
    if (crowd.isDue(now)) {
      reportCrowd();
    }
  }

  /** Reports all that was not reported yet. */
  void finish(long at) {
    now = Math.max(now, at);
    table.sweep(
        source -> {
          settle(source, true);
          return true;
        });
    if (!crowd.isEmpty()) {
      reportCrowd();
    }
  }

  int sources() {
    return table.size();
  }

  long evictions() {
    return table.evictions();
  }

  private void sawNobody(ProbeKind kind, Packet packet, ByteBuffer bytes) {
    crowd.join(kind, 1, now);
    Event event = probes.take(now) ? Specimen.of(packet, bytes).event() : null;
    if (event != null) {
      reports.accept(Report.probe(null, false, event));
    }
  }

  /** Of a crowd that comes once there is none: it is the most that a packet costs. */
  private static void keepSpecimen(Tally tally, Packet packet, ByteBuffer bytes) {
    if (tally.specimen() == null) {
      tally.keep(Specimen.of(packet, bytes));
    }
  }

  private void count(Source source, ProbeKind kind, Packet packet, @Nullable Tool tool) {
    Tally tally = source.tally(kind);
    boolean wide = tally.ports().isWide();
    tally.add(packet, tool, now);
    if (tally.ports().isWide() != wide) {
      table.widened();
    }
  }

  private void judge(Source source, ProbeKind kind, int port, Packet packet, @Nullable Tool tool) {
    Scan scan = source.scan(config, now);
    int wide = scan.wideSets();
    if (scan.add(port, packet instanceof Packet.Tcp, tool, now) && scans.take(now)) {
      verdict(source, scan, kind);
    }
    if (scan.wideSets() != wide) {
      table.widened();
    }
  }

  /** What a row asks for now; false where it can be forgotten. */
  private boolean attend(Source source) {
    Scan scan = source.scan();
    boolean over = scan != null && scan.isReported() && scan.isOver(now);
    if (source.isDue(now) || (over && source.isPending())) {
      settle(source, over);
    } else if (over) {
      endScan(source);
    }
    return source.idle(now) < FORGET;
  }

  private void settle(Source source, boolean end) {
    if (end) {
      endScan(source);
    }
    if (!source.isPending()) {
      return;
    }
    if (probes.take(now)) {
      report(source);
    } else {
      crowd.join(source, now);
      source.reported(now);
    }
  }

  private void endScan(Source source) {
    Scan scan = source.scan();
    if (scan != null && scan.isReported()) {
      if (scan.hasGrown() && scans.take(now)) {
        verdict(source, scan, null);
      }
      source.endScan();
    }
  }

  private void report(Source source) {
    for (Tally tally : List.copyOf(source.tallies())) {
      if (tally.packets() > 0) {
        report(source, tally);
      }
    }
    source.reported(now);
  }

  private void report(Source source, Tally tally) {
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
    reports.accept(Report.probe(flow, ssh, probe));
    Specimen specimen = tally.specimen();
    if (specimen != null && specimen.event() != null) {
      reports.accept(Report.probe(flow, ssh, specimen.event()));
    }
  }

  private void verdict(Source source, Scan scan, @Nullable ProbeKind latest) {
    Tally tally = busiest(source, latest);
    String speed = scan.isFast() ? "" : "slow ";
    var event =
        new ScanDetected(
            speed + tally.kind().id(),
            Text.of(scan.text()),
            scan.distinct(),
            scan.packets(),
            Duration.ofMillis(scan.lasted()),
            scan.tool());
    reports.accept(Report.scan(flow(source, tally), scan.hasSsh(), event));
    scan.reported(now);
  }

  private static Tally busiest(Source source, @Nullable ProbeKind latest) {
    Tally busiest = source.tallies().getFirst();
    for (Tally tally : source.tallies()) {
      boolean more = tally.packets() > busiest.packets();
      if (tally.kind().hasPorts() && (more || !busiest.kind().hasPorts())) {
        busiest = tally;
      }
    }
    return latest == null ? busiest : source.tally(latest);
  }

  private static Flow flow(Source source, Tally tally) {
    Address from = source.key().address();
    return new Flow(
        new Peer(from.inet(), tally.sourcePort()),
        new Peer(tally.destination().inet(), tally.destinationPort()),
        tally.transport());
  }

  private boolean isExpected(Packet packet, IpHeader ip) {
    if (expected == null) {
      return false;
    }
    var from = new Peer(ip.source().inet(), 0);
    var to = new Peer(ip.destination().inet(), Math.max(0, port(packet)));
    return expected.test(new Flow(from, to, ProbeKind.transport(packet, ip.isIpv4())));
  }

  private static int port(Packet packet) {
    return switch (packet) {
      case Packet.Tcp tcp -> tcp.destinationPort();
      case Packet.Udp udp -> udp.destinationPort();
      case Packet.Sctp sctp -> sctp.destinationPort();
      case Packet.Icmp _, Packet.Other _, Packet.Fragment _, Packet.Malformed _ -> -1;
    };
  }

  private void evicted(Source source) {
    if (source.isPending()) {
      crowd.join(source, now);
    }
  }

  private void reportCrowd() {
    unnamed.accept(crowd.sources());
    crowd.report(now, reports);
  }
}

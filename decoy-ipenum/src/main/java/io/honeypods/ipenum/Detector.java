package io.honeypods.ipenum;

import io.honeypods.decoy.event.Event.ProbeReceived;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.Peer;
import io.honeypods.ipenum.IpenumConfig.ScanConfig;
import io.honeypods.ipenum.Passers.Visit;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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
  private final Teller teller;
  private final SourceTable table;
  private Set<Integer> ours = Set.of();
  private long now;

  /**
   * A detector that knows nobody yet.
   *
   * @param seed of the hashes of its table, which nobody else knows
   * @param expected whom the operator said that may come; null where that is nobody, which costs
   *     less
   */
  Detector(
      ScanConfig config,
      int sources,
      long seed,
      @Nullable Predicate<Flow> expected,
      Teller teller) {
    this.config = config;
    this.expected = expected;
    this.teller = teller;
    this.table = new SourceTable(sources, WIDE_BYTES, seed, dropped -> teller.drop(dropped, now));
  }

  /** Takes the ports of which our decoys report who connects, so that it is not reported twice. */
  void answers(Set<Integer> ports) {
    ours = ports;
  }

  /** Counts a packet whose bytes may be gone afterwards. */
  void saw(Packet packet, ByteBuffer bytes, long at) {
    now = Math.max(now, at);
    Tool tool = Tool.of(packet);
    ProbeKind kind = ProbeKind.of(packet, tool);
    if (kind == null || (kind == ProbeKind.TCP_CONNECT && ours.contains(packet.port()))) {
      return;
    }
    IpHeader ip = packet.ip();
    if (ip == null) {
      sawNobody(kind, packet, bytes);
      return;
    }
    var key = new Source.Key(ip.source(), isExpected(packet, ip));
    Source source = table.find(key);
    if (source == null) {
      sawFirst(key, kind, packet, tool, bytes);
    } else {
      count(source, kind, packet, tool, bytes);
      judge(source, kind, packet, tool);
    }
  }

  /** Reports what is due; wants to be called once a second or so. */
  void tick(long at) {
    now = Math.max(now, at);
    table.forget(now - FORGET);
    table.sweep(source -> teller.attend(source, now));
    teller.tick(now);
  }

  /** Reports all that was not reported yet. */
  void finish(long at) {
    now = Math.max(now, at);
    table.sweep(
        source -> {
          teller.finish(source, now);
          return true;
        });
    teller.finishCrowd(now);
  }

  int sources() {
    return table.size();
  }

  long evictions() {
    return table.evictions();
  }

  private void sawNobody(ProbeKind kind, Packet packet, ByteBuffer bytes) {
    teller.tellNobodys(kind, now);
    var event = teller.namesNewcomer(now) ? Specimen.of(packet, bytes).event() : null;
    if (event != null) {
      teller.tell(List.of(Report.probe(null, false, event)));
    }
  }

  private void sawFirst(
      Source.Key key, ProbeKind kind, Packet packet, @Nullable Tool tool, ByteBuffer bytes) {
    boolean named = teller.namesNewcomer(now);
    var visit = new Visit(packet.port(), packet instanceof Packet.Tcp, named, now);
    table.pass(key, visit);
    if (named) {
      var once = new Source(key, visit);
      count(once, kind, packet, tool, bytes);
      teller.tell(SourceReports.probes(once));
    } else {
      teller.tellUnnamed(kind, now);
    }
  }

  private void count(
      Source source, ProbeKind kind, Packet packet, @Nullable Tool tool, ByteBuffer bytes) {
    source.saw(now);
    Tally tally = source.tally(kind);
    if (tally.specimen() == null) {
      tally.keep(Specimen.of(packet, bytes));
    }
    boolean wide = tally.ports().isWide();
    tally.add(packet, tool, now);
    if (tally.ports().isWide() != wide) {
      table.widened();
    }
  }

  private void judge(Source source, ProbeKind kind, Packet packet, @Nullable Tool tool) {
    int port = packet.port();
    if (port < 0) {
      return;
    }
    Scan scan = source.scan(config, now);
    int wide = scan.wideSets();
    if (scan.add(port, packet instanceof Packet.Tcp, tool, now)) {
      teller.tellScan(source, scan, kind, now);
    }
    if (scan.wideSets() != wide) {
      table.widened();
    }
  }

  private boolean isExpected(Packet packet, IpHeader ip) {
    if (expected == null) {
      return false;
    }
    var from = new Peer(ip.source().inet(), 0);
    var to = new Peer(ip.destination().inet(), Math.max(0, packet.port()));
    return expected.test(new Flow(from, to, ProbeKind.transport(packet, ip.isIpv4())));
  }
}

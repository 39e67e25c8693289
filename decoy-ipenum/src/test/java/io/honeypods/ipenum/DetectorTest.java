package io.honeypods.ipenum;

import static io.honeypods.ipenum.Packets.bytes;
import static io.honeypods.ipenum.Packets.icmp;
import static io.honeypods.ipenum.Packets.ipv4;
import static io.honeypods.ipenum.Packets.tcp;
import static io.honeypods.ipenum.Packets.udp;
import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Event.PayloadReceived;
import io.honeypods.decoy.event.Event.ProbeReceived;
import io.honeypods.decoy.event.Event.ScanDetected;
import io.honeypods.decoy.event.Flow;
import io.honeypods.ipenum.IpenumConfig.ScanConfig;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DetectorTest {
  private static final long START = 1_800_000_000_000L;

  private final List<Report> reports = new ArrayList<>();
  private long unnamed;
  private long now = START;
  private Detector detector = detector(null, 1024);

  @Test
  void reportsTheFirstPacketAtOnce() {
    see(Packets.syn(443));

    assertThat(reports).hasSize(1);
    Report report = reports.getFirst();
    assertThat(report.alerts()).containsExactly(AlertName.IP_ENUM);
    var probe = (ProbeReceived) report.event();
    assertThat(probe.technique()).isEqualTo("tcp-syn");
    assertThat(probe.ports().value()).isEqualTo("443");
    assertThat(probe.packets()).isEqualTo(1);
    assertThat(probe.syn()).isNotNull();
    Flow flow = Objects.requireNonNull(report.flow());
    assertThat(flow.source().ip()).isEqualTo("10.77.0.1");
    assertThat(flow.source().port()).isEqualTo(40_000);
    assertThat(flow.destination().port()).isEqualTo(443);
  }

  @Test
  void aProbeOfPort22IsOneOfSshToo() {
    see(Packets.syn(22));

    assertThat(reports.getFirst().alerts())
        .containsExactly(AlertName.IP_ENUM, AlertName.NETWORK_SSH);
  }

  @Test
  void datagramsToPort22AreNot() {
    see(ipv4(17, udp(22, bytes())));

    assertThat(reports.getFirst().alerts()).containsExactly(AlertName.IP_ENUM);
  }

  @Test
  void aScanOfAllPortsIsAHandfulOfEventsThatLoseNothing() {
    for (int port = 0; port < 65_536; port++) {
      now = START + port / 20;
      if (port % 20_000 == 0) {
        detector.tick(now);
      }
      see(Packets.syn(port));
    }
    pass(Duration.ofMinutes(1));

    assertThat(reports).hasSizeLessThan(10);
    assertThat(packets("tcp-syn")).isEqualTo(65_536);
    ScanDetected first = scans().getFirst();
    assertThat(first.distinctPorts()).isEqualTo(10);
    ScanDetected last = scans().getLast();
    assertThat(last.distinctPorts()).isEqualTo(65_536);
    assertThat(last.ports().value()).isEqualTo("0-65535");
    assertThat(last.packets()).isEqualTo(65_536);
    assertThat(last.over()).isEqualTo(Duration.ofMillis(3276));
  }

  @Test
  void countsPortsNotPackets() {
    for (int i = 0; i < 100; i++) {
      see(Packets.syn(80 + i % 9));
    }

    assertThat(scans()).isEmpty();
    see(Packets.syn(1000));
    assertThat(scans()).hasSize(1);
  }

  @Test
  void seesASlowScan() {
    for (int port = 1; port <= 10; port++) {
      see(Packets.syn(port));
      pass(Duration.ofMinutes(20));
    }

    assertThat(scans()).hasSize(1);
    assertThat(scans().getFirst().technique()).isEqualTo("slow tcp-syn");
    assertThat(scans().getFirst().over()).isEqualTo(Duration.ofHours(3));
  }

  @Test
  void pingsForADayAreFewEvents() {
    for (int i = 0; i < 86_400; i++) {
      see(ipv4(1, icmp(8, 0, 56)));
      pass(Duration.ofSeconds(1));
    }
    detector.finish(now);

    assertThat(packets("icmp-echo")).isEqualTo(86_400);
    assertThat(reports).hasSizeLessThan(170);
  }

  @Test
  void tellsTechniquesApart() {
    see(ipv4(1, icmp(8, 0, 0)));
    see(ipv4(6, tcp(80, Packet.ACK)));
    see(ipv4(1, icmp(13, 0, 12)));
    pass(Duration.ofSeconds(5));

    assertThat(probes().stream().map(ProbeReceived::technique))
        .containsExactly("icmp-echo", "tcp-ack", "icmp-timestamp");
  }

  @Test
  void keepsWhatWasSent() {
    see(ipv4(17, udp(53, bytes(1, 2, 3))));

    var payload = (PayloadReceived) reports.getLast().event();
    assertThat(payload.payload().kept().toByteArray()).containsExactly(1, 2, 3);
  }

  @Test
  void malformedPacketsAreEvents() {
    see(ipv4(6, bytes(1, 2, 3)));
    see(bytes(0x10));

    assertThat(reports.stream().map(Report::event).filter(InputMalformed.class::isInstance))
        .hasSize(2);
  }

  @Test
  void ignoresAnswers() {
    see(ipv4(6, tcp(80, Packet.RST)));
    see(ipv4(1, icmp(0, 0, 8)));
    detector.finish(now);

    assertThat(reports).isEmpty();
  }

  @Test
  void expectedProbesAreCountedApart() {
    detector = detector(flow -> flow.destination().port() == 9100, 1024);

    see(Packets.syn(9100));
    see(Packets.syn(22));

    assertThat(probes()).extracting(probe -> probe.ports().value()).containsExactly("9100", "22");
  }

  @Test
  void whoConnectsToADecoyOfOursIsNotReportedTwice() {
    byte[] options = bytes(2, 4, 5, 0xb4, 4, 2, 8, 10, 1, 2, 3, 4, 0, 0, 0, 0, 1, 3, 3, 7);
    detector.answers(Set.of(3306));

    see(ipv4(6, tcp(3306, Packet.SYN, 64_240, 1, 0, options, bytes())));
    assertThat(reports).isEmpty();
    see(Packets.syn(3306));
    see(ipv4(6, tcp(3307, Packet.SYN, 64_240, 1, 0, options, bytes())));
    pass(Duration.ofSeconds(5));

    assertThat(probes().stream().map(ProbeReceived::technique))
        .containsExactly("tcp-syn", "tcp-connect");
  }

  @Test
  void aMillionInventedSourcesAreBoundedAndAScanAmongThemIsSeen() {
    detector = detector(null, 65_536);
    for (int i = 0; i < 1_000_000; i++) {
      now = START + i / 100;
      see(ipv4(0x0b00_0000 + i, 6, 64, i, 0, tcp(80, Packet.SYN)));
      if (i % 2000 == 0) {
        see(Packets.syn(i / 2000));
      }
      if (i % 100_000 == 0) {
        detector.tick(now);
      }
    }
    detector.finish(now);

    assertThat(detector.sources()).isEqualTo(65_536);
    assertThat(detector.evictions()).isGreaterThan(900_000);
    assertThat(packets("tcp-syn")).isEqualTo(1_000_500);
    assertThat(reports).hasSizeLessThan(2000);
    assertThat(unnamed).isGreaterThan(900_000);
    assertThat(scans().getFirst().distinctPorts()).isEqualTo(10);
  }

  @Test
  void manySourcesOfManyPortsAreBoundedToo() {
    detector = detector(null, 65_536);
    for (int source = 0; source < 5000; source++) {
      for (int port = 0; port < 70; port++) {
        see(ipv4(0x0b00_0000 + source, 6, 64, 1, 0, tcp(port, Packet.SYN)));
      }
    }
    detector.finish(now);

    assertThat(detector.evictions()).isPositive();
    assertThat(packets("tcp-syn")).isEqualTo(350_000);
  }

  private Detector detector(@Nullable Predicate<Flow> expected, int sources) {
    var config = new ScanConfig(10, Duration.ofSeconds(60));
    var teller = new Teller(reports::add, count -> unnamed += count);
    return new Detector(config, sources, 42, expected, teller);
  }

  private void see(byte[] packet) {
    var bytes = ByteBuffer.wrap(packet);
    detector.saw(PacketParser.parse(bytes), bytes, now);
  }

  private void pass(Duration time) {
    long end = now + time.toMillis();
    while (now < end) {
      now = Math.min(end, now + 1000);
      detector.tick(now);
    }
  }

  private List<ProbeReceived> probes() {
    return events(ProbeReceived.class);
  }

  private List<ScanDetected> scans() {
    return events(ScanDetected.class);
  }

  private <E extends Event> List<E> events(Class<E> type) {
    return reports.stream().map(Report::event).filter(type::isInstance).map(type::cast).toList();
  }

  private long packets(String technique) {
    return probes().stream()
        .filter(probe -> probe.technique().equals(technique))
        .mapToLong(ProbeReceived::packets)
        .sum();
  }
}

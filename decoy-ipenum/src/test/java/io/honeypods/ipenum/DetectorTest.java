package io.honeypods.ipenum;

import static io.honeypods.ipenum.Packets.bytes;
import static io.honeypods.ipenum.Packets.icmp;
import static io.honeypods.ipenum.Packets.ipv4;
import static io.honeypods.ipenum.Packets.tcp;
import static io.honeypods.ipenum.Packets.udp;
import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Event.PayloadReceived;
import io.honeypods.decoy.event.Event.ProbeReceived;
import io.honeypods.decoy.event.Flow;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DetectorTest {
  private Watch watch = new Watch();

  @Test
  void reportsTheFirstPacketAtOnce() {
    watch.see(Packets.syn(443));

    assertThat(watch.reports()).hasSize(1);
    Report report = watch.reports().getFirst();
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
    watch.see(Packets.syn(22));

    assertThat(watch.reports().getFirst().alerts())
        .containsExactly(AlertName.IP_ENUM, AlertName.NETWORK_SSH);
  }

  @Test
  void datagramsToPort22AreNot() {
    watch.see(ipv4(17, udp(22, bytes())));

    assertThat(watch.reports().getFirst().alerts()).containsExactly(AlertName.IP_ENUM);
  }

  @Test
  void pingsForADayAreFewEvents() {
    for (int i = 0; i < 86_400; i++) {
      watch.see(ipv4(1, icmp(8, 0, 56)));
      watch.pass(Duration.ofSeconds(1));
    }
    watch.finish();

    assertThat(watch.packets("icmp-echo")).isEqualTo(86_400);
    assertThat(watch.reports()).hasSizeLessThan(170);
  }

  @Test
  void tellsTechniquesApart() {
    watch.see(ipv4(1, icmp(8, 0, 0)));
    watch.see(ipv4(6, tcp(80, Packet.ACK)));
    watch.see(ipv4(1, icmp(13, 0, 12)));
    watch.pass(Duration.ofSeconds(5));

    assertThat(watch.probes().stream().map(ProbeReceived::technique))
        .containsExactly("icmp-echo", "tcp-ack", "icmp-timestamp");
  }

  @Test
  void keepsWhatWasSent() {
    watch.see(ipv4(17, udp(53, bytes(1, 2, 3))));

    var payload = (PayloadReceived) watch.reports().getLast().event();
    assertThat(payload.payload().kept().toByteArray()).containsExactly(1, 2, 3);
  }

  @Test
  void malformedPacketsAreEvents() {
    watch.see(ipv4(6, bytes(1, 2, 3)));
    watch.see(bytes(0x10));

    assertThat(watch.reports().stream().map(Report::event).filter(InputMalformed.class::isInstance))
        .hasSize(2);
  }

  @Test
  void ignoresAnswers() {
    watch.see(ipv4(6, tcp(80, Packet.RST)));
    watch.see(ipv4(1, icmp(0, 0, 8)));
    watch.finish();

    assertThat(watch.reports()).isEmpty();
  }

  @Test
  void expectedProbesAreCountedApart() {
    watch = new Watch(flow -> flow.destination().port() == 9100, 1024);

    watch.see(Packets.syn(9100));
    watch.see(Packets.syn(22));

    assertThat(watch.probes())
        .extracting(probe -> probe.ports().value())
        .containsExactly("9100", "22");
  }

  @Test
  void whoConnectsToADecoyOfOursIsNotReportedTwice() {
    byte[] options = bytes(2, 4, 5, 0xb4, 4, 2, 8, 10, 1, 2, 3, 4, 0, 0, 0, 0, 1, 3, 3, 7);
    watch.detector().answers(Set.of(3306));

    watch.see(ipv4(6, tcp(3306, Packet.SYN, 64_240, 1, 0, options, bytes())));
    assertThat(watch.reports()).isEmpty();
    watch.see(Packets.syn(3306));
    watch.see(ipv4(6, tcp(3307, Packet.SYN, 64_240, 1, 0, options, bytes())));
    watch.pass(Duration.ofSeconds(5));

    assertThat(watch.probes().stream().map(ProbeReceived::technique))
        .containsExactly("tcp-syn", "tcp-connect");
  }
}

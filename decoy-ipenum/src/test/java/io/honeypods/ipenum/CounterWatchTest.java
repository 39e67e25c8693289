package io.honeypods.ipenum;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Event.ProbeReceived;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The recorded files are of a namespace that was pinged and scanned between the two. */
class CounterWatchTest {
  private final List<Report> reports = new ArrayList<>();

  @Test
  void countsWhatTheKernelCounted() throws IOException {
    var watch = new CounterWatch(recorded("before"), 0, reports::add);

    watch.read(recorded("after"), 1000);

    var counts = new HashMap<String, Long>();
    for (Report report : reports) {
      var probe = (ProbeReceived) report.event();
      counts.put(probe.technique(), probe.packets());
      assertThat(probe.over()).isEqualTo(Duration.ofSeconds(1));
      assertThat(report.flow()).isNull();
      assertThat(report.alerts()).containsExactly(AlertName.IP_ENUM);
    }
    assertThat(counts)
        .containsEntry("icmp-echo", 5L)
        .containsEntry("tcp-closed-port", 8L)
        .containsEntry("udp", 2L)
        .containsEntry("ip-protocol", 1L)
        .hasSize(4);
  }

  @Test
  void doesNotCountWhatOwnConnectionsCaused() {
    var before = new KernelCounters(Map.of());
    var watch = new CounterWatch(before, 0, reports::add);

    watch.read(new KernelCounters(Map.of("Tcp.OutRsts", 3L, "TcpExt.TCPAbortOnData", 3L)), 1000);
    assertThat(reports).isEmpty();
    watch.read(new KernelCounters(Map.of("Tcp.OutRsts", 5L, "TcpExt.TCPAbortOnData", 4L)), 2000);
    assertThat(((ProbeReceived) reports.getFirst().event()).packets()).isEqualTo(1);
  }

  @Test
  void reportsTheFirstAtOnceAndTheRestByAndBy() {
    var watch = new CounterWatch(new KernelCounters(Map.of()), 0, reports::add);
    for (long second = 1; second <= 3600; second++) {
      watch.read(new KernelCounters(Map.of("Icmp.InEchos", second)), second * 1000);
    }
    watch.finish();

    assertThat(reports).hasSizeBetween(5, 20);
    assertThat(((ProbeReceived) reports.getFirst().event()).packets()).isEqualTo(1);
    assertThat(reports.stream().mapToLong(r -> ((ProbeReceived) r.event()).packets()).sum())
        .isEqualTo(3600);
  }

  @Test
  void survivesOtherKernels() {
    var values = new HashMap<String, Long>();
    KernelCounters.parsePairs(List.of("Ip: A B", "Ip: 1", "Odd:"), values);
    KernelCounters.parsePairs(List.of("Tcp: MaxConn", "Tcp: -1"), values);
    KernelCounters.parseLines(List.of("Ip6InReceives 12", "x", "y z"), values);

    assertThat(values)
        .containsOnly(
            Map.entry("Ip.A", 1L), Map.entry("Tcp.MaxConn", -1L), Map.entry("Ip6InReceives", 12L));
  }

  private static KernelCounters recorded(String when) throws IOException {
    var values = new HashMap<String, Long>();
    KernelCounters.parsePairs(lines("snmp." + when), values);
    KernelCounters.parsePairs(lines("netstat." + when), values);
    KernelCounters.parseLines(lines("snmp6." + when), values);
    return new KernelCounters(values);
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream in = CounterWatchTest.class.getResourceAsStream(name + ".txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8).lines().toList();
    }
  }
}

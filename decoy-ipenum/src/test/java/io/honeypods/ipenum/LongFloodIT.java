package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Floods that need a machine with little else to do; {@code -Dipenum.long=true} runs them. */
@EnabledIfSystemProperty(named = "ipenum.long", matches = "true")
class LongFloodIT {
  private static final String MILLION_SOURCES =
      "timeout -s KILL 60 masscan -i att0 --adapter-ip 11.0.0.0-11.15.255.255 -p 0-65535 --rate"
          + " 90000 --wait 0 --router-mac MAC 12.0.0.0/28";

  private static final String SCAN = "nmap -n -Pn -sS -p 1-200 -T4 -S 10.77.1.30 -e att0 10.77.0.2";
  private static final long CPU_MICROS_A_PACKET = 5;

  @TempDir private Path folder;

  @BeforeEach
  void tools() {
    Tools.require("ip", "masscan", "nmap", "tcpdump", "timeout");
  }

  @Test
  void aMillionSourcesHideNoScanAndAreCheap() throws IOException, InterruptedException {
    try (var namespaces = new Namespaces();
        var pod = Pod.start(namespaces, folder, "{mode: raw, interfaces: [pod0]}")) {
      long resident = pod.residentKib();
      long cpu = pod.cpuMicros();
      long before = namespaces.received();
      Thread flood = Thread.ofVirtual().start(() -> namespaces.attack(MILLION_SOURCES));
      namespaces.attack(SCAN);
      flood.join();
      long arrived = namespaces.received() - before;
      JsonNode scan =
          pod.await(
              "scan",
              event ->
                  event.at("/event/action").asString("").equals("scan-detected")
                      && event.at("/source/ip").asString("").equals("10.77.1.30"));
      double micros = (double) (pod.cpuMicros() - cpu) / arrived;
      long grown = pod.residentKib() - resident;
      pod.stop();
      List<JsonNode> events = pod.events();
      long lost = Sums.lost(events);
      System.err.printf(
          "%d packets, %.2f us each, %d lost, %d KiB, %d events%n",
          arrived, micros, lost, grown, events.size());

      assertThat(arrived).isGreaterThan(1_000_000);
      assertThat(Sums.all(events)).isBetween(arrived - 100, arrived);
      assertThat(micros).isLessThanOrEqualTo(CPU_MICROS_A_PACKET);
      assertThat(grown).isLessThan(256 << 10);
      assertThat(pod.diagnostics())
          .contains("sources were too many at once to be named")
          .contains("sources were forgotten to make room for others");
      assertThat(scan.at("/honeypod/tool").asString("")).contains("nmap");
    }
  }

  @Test
  void losesNoMoreThanTcpdump() throws IOException, InterruptedException {
    try (var namespaces = new Namespaces();
        var pod = Pod.start(namespaces, folder, "{mode: raw, interfaces: [pod0]}")) {
      Path pcap = folder.resolve("flood.pcap");
      List<String> inPod = namespaces.inPod(List.of());
      Sniffer tcpdump = Sniffer.start(inPod, Namespaces.POD_INTERFACE, pcap);
      long before = namespaces.received();
      namespaces.attack(MILLION_SOURCES);
      long arrived = namespaces.received() - before;
      long theirs = tcpdump.end();
      pod.stop();
      long ours = Sums.lost(pod.events());
      System.err.printf("%d packets: tcpdump lost %d, we %d%n", arrived, theirs, ours);

      assertThat(Sums.all(pod.events())).isBetween(arrived - 100, arrived);
      assertThat(ours).isLessThanOrEqualTo(theirs);
    }
  }
}

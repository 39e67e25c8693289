package io.honeypods.ipenum;

import static io.honeypods.ipenum.Namespaces.POD4;
import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The real sensor under real scanners, each from an address of its own. */
class NamespaceIT {
  private static Namespaces namespaces;
  private static List<String> emptyAnswers;
  private static Pod pod;
  private static Scanners scanners;
  @TempDir private static Path folder;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Tools.require(
        "ip", "ping", "nmap", "masscan", "hping3", "zmap", "tshark", "tcpdump", "timeout");
    namespaces = new Namespaces();
    emptyAnswers = Answers.of(namespaces, folder.resolve("empty.pcap"));
    String yaml = "{mode: raw, interfaces: [pod0], capture: " + folder.resolve("capture") + "}";
    pod = Pod.start(namespaces, folder, yaml);
    scanners = new Scanners(namespaces, pod);
  }

  @AfterAll
  static void stop() {
    try {
      if (pod != null) {
        pod.close();
      }
    } finally {
      if (namespaces != null) {
        namespaces.close();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "10, icmp-echo, -, ping -c1 -I SOURCE POD",
        "11, tcp-syn, nmap, NMAP -sS -p 22 POD",
        "12, tcp-null, nmap, NMAP -sN -p 80 POD",
        "13, tcp-fin, nmap, NMAP -sF -p 80 POD",
        "14, tcp-xmas, nmap, NMAP -sX -p 80 POD",
        "15, tcp-ack, nmap, NMAP -sA -p 80 POD",
        "16, tcp-maimon, nmap, NMAP -sM -p 80 POD",
        "17, udp, nmap, NMAP -sU -p 9999 POD",
        "18, sctp-init, nmap, NMAP -sY -p 22 POD",
        "19, ip-protocol, nmap, NMAP -sO -p 47 POD",
        "20, fragment, -, NMAP -f -sS -p 22 POD",
        "21, icmp-timestamp, nmap, nmap -n -sn -PP --disable-arp-ping -S SOURCE -e att0 POD",
        "22, icmp-address-mask, nmap, nmap -n -sn -PM --disable-arp-ping -S SOURCE -e att0 POD",
        "23, tcp-xmas, 'nmap -O', NMAP -O -p 80 --max-os-tries 1 POD",
        "24, tcp-syn, nmap, NMAP -sV -p 80 POD",
        "25, tcp-syn, masscan, MASSCAN -p 80 POD",
        "26, udp, masscan, MASSCAN -pU:53 POD",
        "27, icmp-echo, masscan, MASSCAN --ping POD",
        "28, tcp-syn, zmap, ZMAP -p 80 POD/32",
        "29, icmp-echo, zmap, ZMAP -M icmp_echoscan POD/32",
        "30, tcp-syn, hping3, hping3 -S -c 1 -p 80 -a SOURCE POD",
        "31, tcp-syn-data, hping3, hping3 -S -c 1 -d 9 -p 80 -a SOURCE POD",
        "32, icmp-echo, hping3, hping3 -1 -c 1 -a SOURCE POD",
        "33, udp, hping3, hping3 -2 -c 1 -p 53 -a SOURCE POD",
        "34, tcp-xmas, hping3, hping3 -F -P -U -c 1 -p 80 -a SOURCE POD"
      })
  void namesTheTechniqueAndTheTool(
      int host, String technique, @Nullable String tool, String command)
      throws InterruptedException {
    String source = "10.77.1." + host;
    scanners.attack(command, source, POD4);

    scanners.seen(source, technique, tool);
  }

  @Test
  void aConnectionIsOneOfAnOperatingSystem() throws InterruptedException {
    scanners.attack("nmap -n -Pn -sT -p 80 POD", "", POD4);

    // whose source is the first address of the interface
    scanners.seen("10.77.1.10", "tcp-connect", null);
  }

  @Test
  void aScanIsNamedAndItsPacketsAreEvidence() throws IOException, InterruptedException {
    scanners.attack("NMAP -sS -p 1-300 POD", "10.77.1.60", POD4);

    JsonNode scan =
        pod.await(
            "scan",
            event ->
                event.at("/event/action").asString().equals("scan-detected")
                    && event.at("/source/ip").asString().equals("10.77.1.60")
                    && event.at("/honeypod/distinct_ports").asInt() == 300);

    assertThat(scan.at("/honeypod/scan/ports").asString()).isEqualTo("1-300");
    assertThat(scan.at("/rule/name").toString()).contains("honeypod.port.scan");
    assertThat(scan.at("/event/kind").asString()).isEqualTo("alert");
    assertThat(scan.at("/threat/technique/id").toString()).contains("T1046");
    assertThat(
            pod.events().stream()
                .filter(event -> event.at("/source/ip").asString("").equals("10.77.1.60")))
        .hasSizeLessThan(10);
    String filter = "ip.src==10.77.1.60 && tcp.flags.syn==1";
    assertThat(Sniffer.read(capture(), filter, "tcp.dstport").stream().distinct()).hasSize(300);
  }

  @Test
  void answersAsAnEmptyNamespaceDoes() throws IOException, InterruptedException {
    List<String> answers = Answers.of(namespaces, folder.resolve("pod.pcap"));

    assertThat(answers).hasSizeGreaterThan(100).containsExactlyInAnyOrderElementsOf(emptyAnswers);
  }

  private static Path capture() throws IOException {
    try (var files = Files.list(folder.resolve("capture"))) {
      return files.findFirst().orElseThrow();
    }
  }
}

package io.honeypods.ipenum;

import static io.honeypods.ipenum.Namespaces.ATTACKER_INTERFACE;
import static io.honeypods.ipenum.Namespaces.POD4;
import static io.honeypods.ipenum.Namespaces.POD6;
import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  @TempDir private static Path folder;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Tools.require("ip", "ping", "nmap", "masscan", "hping3", "zmap", "tshark", "tcpdump");
    namespaces = new Namespaces();
    emptyAnswers = Answers.of(namespaces, folder.resolve("empty.pcap"));
    String yaml = "{mode: raw, interfaces: [pod0], capture: " + folder.resolve("capture") + "}";
    pod = Pod.start(namespaces, folder, yaml);
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
        "11, tcp-syn, nmap, nmap -n -Pn -sS -p 22 -S SOURCE -e att0 POD",
        "12, tcp-connect, -, nmap -n -Pn -sT -p 80 POD",
        "13, tcp-null, nmap, nmap -n -Pn -sN -p 80 -S SOURCE -e att0 POD",
        "14, tcp-fin, nmap, nmap -n -Pn -sF -p 80 -S SOURCE -e att0 POD",
        "15, tcp-xmas, nmap, nmap -n -Pn -sX -p 80 -S SOURCE -e att0 POD",
        "16, tcp-ack, nmap, nmap -n -Pn -sA -p 80 -S SOURCE -e att0 POD",
        "17, tcp-maimon, nmap, nmap -n -Pn -sM -p 80 -S SOURCE -e att0 POD",
        "18, udp, nmap, nmap -n -Pn -sU -p 9999 -S SOURCE -e att0 POD",
        "19, sctp-init, nmap, nmap -n -Pn -sY -p 22 -S SOURCE -e att0 POD",
        "20, ip-protocol, nmap, nmap -n -Pn -sO -p 47 -S SOURCE -e att0 POD",
        "21, fragment, -, nmap -n -Pn -f -sS -p 22 -S SOURCE -e att0 POD",
        "22, icmp-timestamp, nmap, nmap -n -sn -PP --disable-arp-ping -S SOURCE -e att0 POD",
        "23, tcp-xmas, 'nmap -O', nmap -n -Pn -O -p 80 --max-os-tries 1 -S SOURCE -e att0 POD",
        "24, tcp-syn, masscan, masscan -i att0 --adapter-ip SOURCE --router-mac MAC -p 80 --wait 0"
            + " POD",
        "25, tcp-syn, zmap, zmap -i att0 -G MAC -S SOURCE -p 80 -c 0 -b /dev/null POD/32",
        "26, tcp-syn, hping3, hping3 -S -c 1 -p 80 -a SOURCE POD",
        "27, tcp-syn-data, hping3, hping3 -S -c 1 -d 9 -p 80 -a SOURCE POD",
        "28, icmp-echo, hping3, hping3 -1 -c 1 -a SOURCE POD"
      })
  void namesTheTechniqueAndTheTool(int host, String technique, String tool, String command)
      throws IOException, InterruptedException {
    String source = host == 12 ? "10.77.1.10" : "10.77.1." + host;
    attack(command, source, POD4);

    seen(source, technique, tool);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "40, icmp-echo, -, ping -c1 -I SOURCE POD",
        "41, tcp-syn, nmap, nmap -6 -n -Pn -sS -p 22 -S SOURCE -e att0 POD",
        "42, tcp-ack, -, nmap -6 -n -Pn -sA -p 80 -S SOURCE -e att0 POD",
        "43, udp, -, nmap -6 -n -Pn -sU -p 9999 -S SOURCE -e att0 POD",
        "44, tcp-xmas, 'nmap -O', nmap -6 -n -Pn -O -p 80 --max-os-tries 1 -S SOURCE -e att0 POD",
        "45, tcp-syn, masscan, masscan -i att0 --adapter-ip SOURCE --router-mac-ipv6 MAC -p 80"
            + " --wait 0 --range POD"
      })
  void namesThemOverIpv6(int host, String technique, String tool, String command)
      throws IOException, InterruptedException {
    attack(command, "fd77::" + host, POD6);

    seen("fd77:0:0:0:0:0:0:" + host, technique, tool);
  }

  @Test
  void aScanIsNamedAndItsPacketsAreEvidence() throws IOException, InterruptedException {
    attack("nmap -n -Pn -sS -p 1-300 -S SOURCE -e att0 POD", "10.77.1.30", POD4);

    JsonNode scan =
        pod.await(
            "scan",
            event ->
                event.at("/event/action").asString().equals("scan-detected")
                    && event.at("/source/ip").asString().equals("10.77.1.30")
                    && event.at("/honeypod/distinct_ports").asInt() == 300);

    assertThat(scan.at("/honeypod/scan/ports").asString()).isEqualTo("1-300");
    assertThat(scan.at("/rule/name").toString()).contains("honeypod.port.scan");
    assertThat(scan.at("/event/kind").asString()).isEqualTo("alert");
    assertThat(
            pod.events().stream()
                .filter(event -> event.at("/source/ip").asString().equals("10.77.1.30")))
        .hasSizeLessThan(10);
    String filter = "ip.src==10.77.1.30 && tcp.flags.syn==1";
    assertThat(Answers.lines(capture(), filter, "tcp.dstport")).hasSizeGreaterThanOrEqualTo(300);
  }

  @Test
  void answersAsAnEmptyNamespaceDoes() {
    List<String> answers = Answers.of(namespaces, folder.resolve("pod.pcap"));

    assertThat(answers).isNotEmpty().containsExactlyInAnyOrderElementsOf(emptyAnswers);
  }

  private static void attack(String command, String source, String target) {
    String words =
        command
            .replace("SOURCE", source)
            .replace("POD", target)
            .replace("MAC", namespaces.podMac())
            .replace("att0", ATTACKER_INTERFACE);
    namespaces.attack(words.split(" ", -1));
  }

  private static void seen(String source, String technique, String tool)
      throws IOException, InterruptedException {
    JsonNode probe =
        pod.await(
            technique + " of " + source,
            event ->
                event.at("/source/ip").asString().equals(source)
                    && event.at("/honeypod/probe/technique").asString().equals(technique));
    assertThat(probe.at("/rule/name").toString()).contains("honeypod.ip.enum");
    if (tool != null) {
      assertThat(probe.at("/honeypod/tool").asString()).contains(tool);
    }
  }

  private static Path capture() throws IOException {
    try (var files = Files.list(folder.resolve("capture"))) {
      return files.findFirst().orElseThrow();
    }
  }
}

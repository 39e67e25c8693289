package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Command;
import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real sensor under those real scanners that have IPv6. */
class Ipv6IT {
  private static Namespaces namespaces;
  private static Pod pod;
  private static Scanners scanners;
  @TempDir private static Path folder;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Tools.require("ip", "ping", "nmap", "masscan", "hping3", "zmap", "timeout");
    namespaces = new Namespaces();
    pod = Pod.start(namespaces, folder, "{mode: raw, interfaces: [pod0]}");
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
        "40, icmp-echo, -, ping -c1 -I SOURCE POD",
        "41, tcp-syn, nmap, NMAP -6 -sS -p 22 POD",
        "42, tcp-ack, nmap, NMAP -6 -sA -p 80 POD",
        "43, udp, masscan or nmap, NMAP -6 -sU -p 9999 POD",
        "44, tcp-xmas, 'nmap -O', NMAP -6 -O -p 80 --max-os-tries 1 POD",
        "45, tcp-null, nmap, NMAP -6 -sN -p 80 POD",
        "46, tcp-fin, nmap, NMAP -6 -sF -p 80 POD",
        "47, tcp-xmas, nmap, NMAP -6 -sX -p 80 POD",
        "48, ip-protocol, nmap, NMAP -6 -sO -p 47 POD",
        "49, tcp-syn, masscan, MASSCAN6 -p 80",
        "70, tcp-maimon, nmap, NMAP -6 -sM -p 80 POD",
        "71, tcp-syn, nmap, NMAP -6 -sV -p 80 POD",
        "72, udp, nmap, NMAP -6 -sU -p 53 POD",
        "73, sctp-init, nmap, NMAP -6 -sY -p 22 POD",
        "74, icmp-echo, nmap, nmap -6 -n -sn -PE --disable-arp-ping -S SOURCE -e att0 POD",
        "75, udp, masscan or nmap, MASSCAN6 -pU:9999",
        "76, udp, masscan, MASSCAN6 -pU:53",
        "77, icmp-echo, masscan, MASSCAN6 --ping"
      })
  void namesTheTechniqueAndTheTool(
      int host, String technique, @Nullable String tool, String command)
      throws InterruptedException {
    scanners.attack(command, "fd77::" + host, Namespaces.POD6);

    scanners.seen("fd77:0:0:0:0:0:0:" + host, technique, tool);
  }

  @Test
  void aConnectionIsOneOfAnOperatingSystem() throws InterruptedException {
    scanners.attack("nmap -6 -n -Pn -sT -p 80 POD", "", Namespaces.POD6);

    // whose source is the latest address of the interface
    scanners.seen("fd77:0:0:0:0:0:0:99", "tcp-connect", null);
  }

  /** Where one of them learns it, this asks for a test of its own. */
  @Test
  void zmapAndHping3HaveNoIpv6() {
    assertThat(
            namespaces
                .attack("zmap -i att0 -G MAC -S fd77::80 -p 80 " + Namespaces.POD6 + "/128")
                .err())
        .contains("'128' is not a valid prefix length");
    Command hping3 = namespaces.attack("hping3 -S -c 1 -p 80 " + Namespaces.POD6);
    assertThat(hping3.out() + hping3.err()).contains("Unable to resolve '" + Namespaces.POD6 + "'");
  }
}

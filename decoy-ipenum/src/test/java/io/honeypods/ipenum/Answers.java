package io.honeypods.ipenum;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the pod answers to a row of probes, as tshark reads it. */
final class Answers {
  private static final List<String> PROBES =
      List.of(
          "ping -c1 -I 10.77.1.50 10.77.0.2",
          "nmap -n -Pn -sS -p 1-50 -S 10.77.1.51 -e att0 10.77.0.2",
          "nmap -n -Pn -sA -p 22 -S 10.77.1.52 -e att0 10.77.0.2",
          "nmap -n -Pn -sX -p 22 -S 10.77.1.53 -e att0 10.77.0.2",
          "nmap -n -Pn -sU -p 9999 -S 10.77.1.54 -e att0 10.77.0.2",
          "nmap -n -sn -PP --disable-arp-ping -S 10.77.1.55 -e att0 10.77.0.2",
          "nmap -n -Pn -sO -p 47 -S 10.77.1.56 -e att0 10.77.0.2",
          "nmap -6 -n -Pn -sS -p 1-20 -S fd77::57 -e att0 fd77::2",
          "hping3 -q -c 1 -p 81 -a 10.77.1.58 10.77.0.2",
          "hping3 -q -2 -c 20 -i u10000 -p 82 -a 10.77.1.59 10.77.0.2");

  private static final String TO_THEM =
      "(ip.dst >= 10.77.1.50 && ip.dst <= 10.77.1.59) || (ipv6.dst == fd77::57 && tcp)";

  /** In hexadecimal, as ping wants it, and as it is found in the file of the sniffer. */
  private static final String LAST = "4c4153542d50494e472d544f2d504f44";

  private static final String LAST_TEXT = "LAST-PING-TO-POD";

  private Answers() {}

  /**
   * Each different answer once, without what is random. How often one comes is left out: the kernel
   * limits the rate of what it sends by ICMP, and scanners ask again what they think was lost.
   */
  static List<String> of(Namespaces namespaces, Path pcap)
      throws IOException, InterruptedException {
    List<String> beside = namespaces.besideAttacker();
    Sniffer sniffer = Sniffer.start(beside, Namespaces.ATTACKER_INTERFACE, pcap);
    PROBES.forEach(namespaces::attack);
    namespaces.attack("ping -c1 -s 40 -p " + LAST + " " + Namespaces.POD4);
    sniffer.endAfter(LAST_TEXT, 2);
    return Sniffer.read(
            pcap,
            TO_THEM,
            "ip.dst",
            "ip.ttl",
            "ip.flags",
            "ip.dsfield",
            "ip.proto",
            "tcp.srcport",
            "tcp.flags",
            "tcp.window_size_value",
            "tcp.options",
            "icmp.type",
            "icmp.code",
            "ipv6.hlim")
        .stream()
        .distinct()
        .sorted()
        .toList();
  }
}

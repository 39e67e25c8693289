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
          "nmap -n -Pn -sT -p 60 10.77.0.2",
          "nmap -n -Pn -sA -p 22 -S 10.77.1.52 -e att0 10.77.0.2",
          "nmap -n -Pn -sX -p 22 -S 10.77.1.53 -e att0 10.77.0.2",
          "nmap -n -Pn -sN -p 23 -S 10.77.1.53 -e att0 10.77.0.2",
          "nmap -n -Pn -sF -p 24 -S 10.77.1.53 -e att0 10.77.0.2",
          "nmap -n -Pn -sU -p 9999 -S 10.77.1.54 -e att0 10.77.0.2",
          "nmap -n -sn -PP --disable-arp-ping -S 10.77.1.55 -e att0 10.77.0.2",
          "nmap -n -Pn -sO -p 47 -S 10.77.1.56 -e att0 10.77.0.2",
          "nmap -n -Pn -O -sV -p 22,80 --max-os-tries 1 -S 10.77.1.57 -e att0 10.77.0.2",
          "hping3 -q -c 1 -p 81 -a 10.77.1.58 10.77.0.2",
          "hping3 -q -2 -c 20 -i u10000 -p 82 -a 10.77.1.59 10.77.0.2",
          "timeout -s KILL 3 masscan -i att0 --adapter-ip 10.77.1.80 --router-mac MAC --wait 0"
              + " -p 80,443 10.77.0.2",
          "zmap -i att0 -G MAC -S 10.77.1.81 -c 0 -b /dev/null -p 80 10.77.0.2/32",
          "ping -c1 -I fd77::50 fd77::2",
          "nmap -6 -n -Pn -sS -p 1-20 -S fd77::51 -e att0 fd77::2",
          "nmap -6 -n -Pn -sT -p 60 fd77::2",
          "nmap -6 -n -Pn -sA -p 22 -S fd77::52 -e att0 fd77::2",
          "nmap -6 -n -Pn -sX -p 22 -S fd77::53 -e att0 fd77::2",
          "nmap -6 -n -Pn -sN -p 23 -S fd77::53 -e att0 fd77::2",
          "nmap -6 -n -Pn -sF -p 24 -S fd77::53 -e att0 fd77::2",
          "nmap -6 -n -Pn -sU -p 9999 -S fd77::54 -e att0 fd77::2",
          "nmap -6 -n -Pn -sO -p 47 -S fd77::56 -e att0 fd77::2",
          "nmap -6 -n -Pn -O -sV -p 22,80 --max-os-tries 1 -S fd77::57 -e att0 fd77::2",
          "timeout -s KILL 3 masscan -i att0 --adapter-ip fd77::80 --router-mac-ipv6 MAC --wait 0"
              + " --range fd77::2 -p 80,443,U:9999");

  private static final String FROM_POD =
      "ip.src == 10.77.0.2 || (ipv6.src == fd77::2 && !(icmpv6.type >= 130 && icmpv6.type <= 143))";

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
            FROM_POD,
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
            "ipv6.dst",
            "ipv6.hlim",
            "ipv6.tclass",
            "ipv6.nxt",
            "icmpv6.type",
            "icmpv6.code")
        .stream()
        .distinct()
        .sorted()
        .toList();
  }
}

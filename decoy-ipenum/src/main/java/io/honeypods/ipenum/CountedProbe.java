package io.honeypods.ipenum;

import java.util.List;

/**
 * Probes that show in the kernel's counters, as events name the technique. What is counted for the
 * pod's own connections too is subtracted as far as the kernel tells it apart.
 */
enum CountedProbe {
  ICMP_ECHO("icmp-echo", List.of("Icmp.InEchos", "Icmp6InEchos"), List.of()),
  ICMP_TIMESTAMP("icmp-timestamp", List.of("Icmp.InTimestamps"), List.of()),
  ICMP_ADDRESS_MASK("icmp-address-mask", List.of("Icmp.InAddrMasks"), List.of()),
  /** SYN, NULL, FIN, XMAS, ACK and Maimon alike: a closed port answers each with one RST. */
  TCP_CLOSED_PORT(
      "tcp-closed-port",
      List.of("Tcp.OutRsts"),
      List.of(
          "TcpExt.TCPAbortOnData",
          "TcpExt.TCPAbortOnClose",
          "TcpExt.TCPAbortOnMemory",
          "TcpExt.TCPAbortOnTimeout",
          "TcpExt.TCPAbortOnLinger")),
  TCP_HALF_OPEN("tcp-half-open", List.of("TcpExt.EmbryonicRsts"), List.of()),
  UDP(
      "udp",
      List.of("Udp.NoPorts", "UdpLite.NoPorts", "Udp6NoPorts", "UdpLite6NoPorts"),
      List.of()),
  IP_PROTOCOL("ip-protocol", List.of("Ip.InUnknownProtos", "Ip6InUnknownProtos"), List.of()),
  MALFORMED(
      "malformed",
      List.of(
          "Ip.InHdrErrors",
          "Ip6InHdrErrors",
          "Icmp.InErrors",
          "Icmp6InErrors",
          "Tcp.InErrs",
          "Udp.InCsumErrors",
          "Udp6InCsumErrors"),
      List.of());

  private final String id;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> counters;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> own;

  CountedProbe(String id, List<String> counters, List<String> own) {
    this.id = id;
    this.counters = counters;
    this.own = own;
  }

  String id() {
    return id;
  }

  /** How many of them came between two readings. */
  long between(KernelCounters before, KernelCounters after) {
    return Math.max(0, grown(counters, before, after) - grown(own, before, after));
  }

  private static long grown(List<String> names, KernelCounters before, KernelCounters after) {
    return names.stream().mapToLong(name -> after.get(name) - before.get(name)).sum();
  }
}

package io.honeypods.ipenum;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A program known by the packets it builds; as measured on each (nmap 7.93, Debian 12). */
enum Tool {
  NMAP("nmap"),
  NMAP_OS("nmap -O"),
  MASSCAN("masscan"),
  /** One of the two: over IPv6 they send the same empty datagram. */
  MASSCAN_OR_NMAP("masscan or nmap"),
  ZMAP("zmap"),
  HPING3("hping3");

  /** The window that nmap and masscan ask with. */
  static final int NARROW_WINDOW = 1024;

  /** The payload of the datagram by which nmap tells operating systems apart. */
  static final int NMAP_OS_PAYLOAD = 300;

  private static final int ZMAP_ID = 54_321;
  private static final int NMAP_OS_ID = 0x1042;

  private final String id;

  Tool(String id) {
    this.id = id;
  }

  /** Their names in one text; null where there are none. */
  static @Nullable String text(Set<Tool> tools) {
    if (tools.isEmpty()) {
      return null;
    }
    Set<Tool> named = EnumSet.copyOf(tools);
    if (named.contains(NMAP) || named.contains(NMAP_OS) || named.contains(MASSCAN)) {
      named.remove(MASSCAN_OR_NMAP);
    }
    return named.stream().map(tool -> tool.id).collect(Collectors.joining(","));
  }

  /** The tool that made a packet; null for any other, such as an operating system. */
  static @Nullable Tool of(Packet packet) {
    IpHeader ip = packet.ip();
    if (ip != null && !ip.isIpv4()) {
      return ToolOverIpv6.of(packet);
    }
    return switch (packet) {
      case Packet.Tcp tcp -> tcp(tcp);
      case Packet.Udp udp -> udp(udp);
      case Packet.Icmp icmp -> icmp(icmp);
      case Packet.Sctp sctp -> isNmapTtl(sctp.ip()) ? NMAP : null;
      case Packet.Other other -> isNmapTtl(other.ip()) ? NMAP : null;
      case Packet.Fragment _, Packet.Malformed _ -> null;
    };
  }

  private static @Nullable Tool tcp(Packet.Tcp tcp) {
    IpHeader ip = tcp.ip();
    if (tcp.hasFullTimestamp()) {
      return NMAP_OS;
    }
    if (ip.id() == ZMAP_ID && tcp.window() == 65_535) {
      return ZMAP;
    }
    boolean uselessAcknowledgment = tcp.acknowledgment() != 0 && !tcp.has(Packet.ACK);
    if (tcp.window() == 512
        && tcp.options() == 0
        && (uselessAcknowledgment || !ip.dontFragment())) {
      return HPING3;
    }
    return tcp.window() == NARROW_WINDOW ? narrow(tcp, ip) : null;
  }

  /** Of the two, masscan derives the id from what it asks. */
  private static @Nullable Tool narrow(Packet.Tcp tcp, IpHeader ip) {
    int mix = ip.destination().lowest() ^ tcp.destinationPort() ^ tcp.sequence();
    if (isFullTtl(ip) && (mix & 0xffff) == ip.id()) {
      return MASSCAN;
    }
    return isNmapTtl(ip) && tcp.options() <= 4 ? NMAP : null;
  }

  private static @Nullable Tool udp(Packet.Udp udp) {
    boolean os = udp.ip().id() == NMAP_OS_ID && udp.payload() == NMAP_OS_PAYLOAD;
    return os ? NMAP_OS : byTtl(udp.ip(), udp.payload());
  }

  private static @Nullable Tool icmp(Packet.Icmp icmp) {
    boolean first = icmp.code() == 9 && icmp.payload() == 120;
    boolean second = icmp.code() == 0 && icmp.payload() == 150;
    return first || second ? NMAP_OS : byTtl(icmp.ip(), icmp.payload());
  }

  /** What the header alone shows; operating systems ask not to fragment. */
  private static @Nullable Tool byTtl(IpHeader ip, int payload) {
    if (ip.dontFragment()) {
      return null;
    }
    if (isFullTtl(ip)) {
      return ip.id() == ZMAP_ID ? ZMAP : MASSCAN;
    }
    return isNmapTtl(ip) ? NMAP : payload == 0 && isPlainTtl(ip) ? HPING3 : null;
  }

  /** It draws from 37 to 59 and never asks not to fragment; a few hops are forgiven. */
  private static boolean isNmapTtl(IpHeader ip) {
    return !ip.dontFragment() && ip.ttl() >= 33 && ip.ttl() <= 59;
  }

  private static boolean isPlainTtl(IpHeader ip) {
    return ip.ttl() >= 60 && ip.ttl() <= 64;
  }

  /** Whether it was sent with 255, as programs do that build packets; a few hops are forgiven. */
  static boolean isFullTtl(IpHeader ip) {
    return ip.ttl() >= 240;
  }
}

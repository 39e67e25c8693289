package io.honeypods.ipenum;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A program known by the packets it builds; as measured on each (nmap 7.93, Debian 12). */
enum Tool {
  NMAP("nmap"),
  NMAP_OS("nmap -O"),
  MASSCAN("masscan"),
  ZMAP("zmap"),
  HPING3("hping3");

  private static final int ZMAP_ID = 54_321;
  private static final int NMAP_UDP_ID = 0x1042;
  private static final int NMAP_UDP_PAYLOAD = 300;
  private static final int NMAP_LABEL = 0x12345;

  private final String id;

  Tool(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /** Their names in one text; null where there are none. */
  static @Nullable String text(Set<Tool> tools) {
    return tools.isEmpty() ? null : tools.stream().map(Tool::id).collect(Collectors.joining(","));
  }

  /** The tool that made a packet; null for any other, such as an operating system. */
  static @Nullable Tool of(Packet packet) {
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
    if (ip.label() == NMAP_LABEL || tcp.hasFullTimestamp()) {
      return NMAP_OS;
    }
    if (ip.isIpv4() && ip.id() == ZMAP_ID && tcp.window() == 65_535) {
      return ZMAP;
    }
    if (tcp.window() == 512
        && tcp.options() == 0
        && tcp.acknowledgment() != 0
        && !tcp.has(Packet.ACK)) {
      return HPING3;
    }
    if (tcp.window() == 512 && tcp.options() == 0 && !ip.dontFragment()) {
      return HPING3;
    }
    return tcp.window() == 1024 ? windowOf1024(tcp, ip) : null;
  }

  /** Both ask with the same window; masscan derives the IPv4 id from what it asks. */
  private static @Nullable Tool windowOf1024(Packet.Tcp tcp, IpHeader ip) {
    int mix = ip.destination().lowest() ^ tcp.destinationPort() ^ tcp.sequence();
    if (ip.isIpv4()) {
      boolean masscan = isFullTtl(ip) && (mix & 0xffff) == ip.id();
      return masscan ? MASSCAN : isNmapTtl(ip) && tcp.options() <= 4 ? NMAP : null;
    }
    return !isFullTtl(ip) ? null : tcp.options() == 0 && tcp.has(Packet.SYN) ? MASSCAN : NMAP;
  }

  private static @Nullable Tool udp(Packet.Udp udp) {
    IpHeader ip = udp.ip();
    boolean os = ip.id() == NMAP_UDP_ID || ip.label() == NMAP_LABEL;
    if (os && udp.payload() == NMAP_UDP_PAYLOAD) {
      return NMAP_OS;
    }
    if (!ip.isIpv4() || ip.dontFragment()) {
      return null;
    }
    if (isFullTtl(ip)) {
      return ip.id() == ZMAP_ID ? ZMAP : MASSCAN;
    }
    return isNmapTtl(ip) ? NMAP : udp.payload() == 0 && isPlainTtl(ip) ? HPING3 : null;
  }

  private static @Nullable Tool icmp(Packet.Icmp icmp) {
    IpHeader ip = icmp.ip();
    boolean first = icmp.code() == 9 && icmp.payload() == 120;
    boolean second = icmp.code() == 0 && icmp.payload() == 150;
    if (ip.label() == NMAP_LABEL || (ip.isIpv4() && (first || second))) {
      return NMAP_OS;
    }
    if (!ip.isIpv4() || ip.dontFragment()) {
      return null;
    }
    if (isFullTtl(ip)) {
      return ip.id() == ZMAP_ID ? ZMAP : MASSCAN;
    }
    return isNmapTtl(ip) ? NMAP : icmp.payload() == 0 && isPlainTtl(ip) ? HPING3 : null;
  }

  /** It draws from 37 to 59 and never asks not to fragment; a few hops are forgiven. */
  private static boolean isNmapTtl(IpHeader ip) {
    return ip.isIpv4() && !ip.dontFragment() && ip.ttl() >= 33 && ip.ttl() <= 59;
  }

  private static boolean isPlainTtl(IpHeader ip) {
    return ip.ttl() >= 60 && ip.ttl() <= 64;
  }

  private static boolean isFullTtl(IpHeader ip) {
    return ip.ttl() >= 240;
  }
}

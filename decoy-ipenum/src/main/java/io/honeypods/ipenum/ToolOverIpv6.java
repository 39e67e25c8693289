package io.honeypods.ipenum;

import static io.honeypods.ipenum.Tool.MASSCAN;
import static io.honeypods.ipenum.Tool.MASSCAN_OR_NMAP;
import static io.honeypods.ipenum.Tool.NMAP;
import static io.honeypods.ipenum.Tool.NMAP_OS;

import org.jspecify.annotations.Nullable;

/**
 * Knows nmap and masscan by their IPv6 packets: most have a hop limit of 255 and no flow label,
 * where operating systems send 64 or 128 and a label; zmap and hping3 have no IPv6.
 */
final class ToolOverIpv6 {
  private static final int NMAP_OS_LABEL = 0x12345;

  /** A port that nobody listens on, where nmap pings with datagrams. */
  private static final int NMAP_PING_PORT = 40_125;

  /**
   * It asks for the version of a name server; masscan 1.3.2 writes the ends of what it sends to
   * most other ports over the header of the frame, so that no host takes it.
   */
  private static final int MASSCAN_DNS_PAYLOAD = 31;

  private static final int MASSCAN_PING_PAYLOAD = 48;

  private ToolOverIpv6() {}

  static @Nullable Tool of(Packet packet) {
    return switch (packet) {
      case Packet.Tcp tcp -> tcp(tcp);
      case Packet.Udp udp -> udp(udp);
      case Packet.Icmp icmp -> icmp(icmp);
      case Packet.Sctp sctp -> isUnlabelled(sctp.ip()) ? NMAP : null;
      case Packet.Other other -> other(other.ip());
      case Packet.Fragment _, Packet.Malformed _ -> null;
    };
  }

  private static @Nullable Tool tcp(Packet.Tcp tcp) {
    if (tcp.ip().label() == NMAP_OS_LABEL || tcp.hasFullTimestamp()) {
      return NMAP_OS;
    }
    if (tcp.window() != Tool.NARROW_WINDOW || !Tool.isFullTtl(tcp.ip())) {
      return null;
    }
    return tcp.options() == 0 && tcp.has(Packet.SYN) ? MASSCAN : NMAP;
  }

  private static @Nullable Tool udp(Packet.Udp udp) {
    if (udp.ip().label() == NMAP_OS_LABEL && udp.payload() == Tool.NMAP_OS_PAYLOAD) {
      return NMAP_OS;
    }
    if (udp.payload() == 0 && udp.destinationPort() == NMAP_PING_PORT) {
      return NMAP;
    }
    if (!isUnlabelled(udp.ip())) {
      return null;
    }
    boolean question = udp.destinationPort() == 53 && udp.payload() == MASSCAN_DNS_PAYLOAD;
    return udp.payload() == 0 ? MASSCAN_OR_NMAP : question ? MASSCAN : NMAP;
  }

  private static @Nullable Tool icmp(Packet.Icmp icmp) {
    if (icmp.ip().label() == NMAP_OS_LABEL) {
      return NMAP_OS;
    }
    if (!isUnlabelled(icmp.ip())) {
      return null;
    }
    return icmp.payload() == 0 ? NMAP : icmp.payload() == MASSCAN_PING_PAYLOAD ? MASSCAN : null;
  }

  /** It sends headers with nothing behind them, from 37 to 59 hops; a few are forgiven. */
  private static @Nullable Tool other(IpHeader ip) {
    return ip.payload() == 0 && ip.ttl() >= 33 && ip.ttl() <= 59 ? NMAP : null;
  }

  private static boolean isUnlabelled(IpHeader ip) {
    return ip.label() == 0 && Tool.isFullTtl(ip);
  }
}

package io.honeypods.ipenum;

import io.honeypods.ipenum.Packet.Fragment;
import io.honeypods.ipenum.Packet.Icmp;
import io.honeypods.ipenum.Packet.Malformed;
import io.honeypods.ipenum.Packet.Other;
import io.honeypods.ipenum.Packet.Sctp;
import io.honeypods.ipenum.Packet.Tcp;
import io.honeypods.ipenum.Packet.Udp;
import java.nio.ByteBuffer;

/**
 * Reads a packet from its IP header on (<a href="https://www.rfc-editor.org/rfc/rfc791">RFC
 * 791</a>, <a href="https://www.rfc-editor.org/rfc/rfc8200">RFC 8200</a>); never throws.
 */
final class PacketParser {
  static final int ICMP = 1;
  static final int TCP = 6;
  static final int UDP = 17;
  static final int ICMPV6 = 58;
  static final int SCTP = 132;

  private static final int IPV4_HEADER = 20;

  private PacketParser() {}

  /** Reads what is between position and limit: the packet, or the first part of it. */
  static Packet parse(ByteBuffer captured) {
    ByteBuffer bytes = captured.position() == 0 ? captured : captured.slice();
    if (!bytes.hasRemaining()) {
      return new Malformed(null, "packet of 0 bytes (expected an IP header)");
    }
    int version = bytes.get(0) >> 4 & 0xf;
    return switch (version) {
      case 4 -> ipv4(bytes);
      case 6 -> Ipv6Headers.parse(bytes);
      default -> new Malformed(null, "IP version " + version + " (expected 4 or 6)");
    };
  }

  private static Packet ipv4(ByteBuffer bytes) {
    int header = (bytes.get(0) & 0xf) * 4;
    if (header < IPV4_HEADER || header > bytes.limit()) {
      return new Malformed(
          null, "IPv4 header of " + header + " bytes in " + bytes.limit() + " (expected ≥ 20)");
    }
    int total = u16(bytes, 2);
    int fragment = u16(bytes, 6);
    var ip =
        new IpHeader(
            Address.ofIpv4(bytes.getInt(12)),
            Address.ofIpv4(bytes.getInt(16)),
            u8(bytes, 8),
            u16(bytes, 4),
            0,
            (fragment & 0x4000) != 0,
            u8(bytes, 9),
            header,
            total - header);
    if (total < header) {
      return new Malformed(
          ip, "IPv4 packet of " + total + " bytes (expected ≥ its header of " + header + ")");
    }
    return transport(bytes, ip, (fragment & 0x1fff) * 8, (fragment & 0x2000) != 0);
  }

  /** Reads the transport's header behind an IP header; {@code more} fragments may follow. */
  static Packet transport(ByteBuffer bytes, IpHeader ip, int offset, boolean more) {
    int needed = needed(ip.protocol());
    int there = Math.min(ip.payload(), bytes.limit() - ip.length());
    if (offset > 0 || (more && there < needed)) {
      return new Fragment(ip, offset);
    }
    if (there < needed) {
      return new Malformed(
          ip, "protocol " + ip.protocol() + " in " + there + " bytes (expected ≥ " + needed + ")");
    }
    int at = ip.length();
    return switch (ip.protocol()) {
      case TCP -> tcp(bytes, ip, at);
      case UDP -> udp(bytes, ip, at, more);
      case ICMP, ICMPV6 ->
          new Icmp(ip, u8(bytes, at), u8(bytes, at + 1), u16(bytes, at + 4), ip.payload() - 8);
      case SCTP -> {
        int chunk = there > 12 ? u8(bytes, at + 12) : -1;
        yield new Sctp(ip, u16(bytes, at), u16(bytes, at + 2), chunk);
      }
      default -> new Other(ip);
    };
  }

  private static int needed(int protocol) {
    return switch (protocol) {
      case TCP -> 20;
      case UDP, ICMP, ICMPV6 -> 8;
      case SCTP -> 12;
      default -> 0;
    };
  }

  private static Packet tcp(ByteBuffer bytes, IpHeader ip, int at) {
    int header = (bytes.get(at + 12) >> 4 & 0xf) * 4;
    if (header < 20 || header > ip.payload()) {
      return new Malformed(
          ip,
          "TCP header of " + header + " bytes (expected 20 to " + Math.min(60, ip.payload()) + ")");
    }
    return new Tcp(
        ip,
        u16(bytes, at),
        u16(bytes, at + 2),
        bytes.getInt(at + 4),
        bytes.getInt(at + 8),
        u8(bytes, at + 13),
        u16(bytes, at + 14),
        header - 20,
        ip.payload() - header,
        hasFullTimestamp(bytes, at + 20, Math.min(at + header, bytes.limit())));
  }

  /** Whether a timestamp option of all ones is among the options: no clock shows that. */
  private static boolean hasFullTimestamp(ByteBuffer bytes, int start, int end) {
    int at = start;
    while (at + 1 < end && bytes.get(at) != 0) {
      int length = bytes.get(at) == 1 ? 1 : u8(bytes, at + 1);
      if (length == 0 || at + length > end) {
        return false;
      }
      if (bytes.get(at) == 8 && length == 10) {
        return bytes.getInt(at + 2) == -1 && bytes.getInt(at + 6) == 0;
      }
      at += length;
    }
    return false;
  }

  private static Packet udp(ByteBuffer bytes, IpHeader ip, int at, boolean more) {
    int length = u16(bytes, at + 4);
    if (length < 8 || (!more && length > ip.payload())) {
      return new Malformed(ip, "UDP length " + length + " (expected 8 to " + ip.payload() + ")");
    }
    return new Udp(ip, u16(bytes, at), u16(bytes, at + 2), length - 8);
  }

  static int u8(ByteBuffer bytes, int at) {
    return Byte.toUnsignedInt(bytes.get(at));
  }

  static int u16(ByteBuffer bytes, int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }
}

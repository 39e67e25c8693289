package io.honeypods.ipenum;

import io.honeypods.ipenum.Packet.Malformed;
import java.nio.ByteBuffer;

/** Walks the chain of IPv6 headers to the transport (RFC 8200, section 4). */
final class Ipv6Headers {
  private static final int HEADER = 40;
  private static final int MOST = 8;
  private static final int HOP_BY_HOP = 0;
  private static final int ROUTING = 43;
  private static final int FRAGMENT = 44;
  private static final int AUTHENTICATION = 51;
  private static final int DESTINATION = 60;

  private Ipv6Headers() {}

  static Packet parse(ByteBuffer bytes) {
    if (bytes.limit() < HEADER) {
      return new Malformed(null, "IPv6 header of " + bytes.limit() + " bytes (expected 40)");
    }
    int next = PacketParser.u8(bytes, 6);
    int end = HEADER + PacketParser.u16(bytes, 4);
    int at = HEADER;
    int offset = 0;
    boolean more = false;
    for (int headers = 0; isExtension(next) && offset == 0; headers++) {
      if (headers == MOST) {
        return new Malformed(ip(bytes, next, at, end), "IPv6 extension headers (expected ≤ 8)");
      }
      if (at + 8 > Math.min(end, bytes.limit())) {
        String problem = "IPv6 extension header " + next + " cut short (expected 8 bytes or more)";
        return new Malformed(ip(bytes, next, Math.min(at, bytes.limit()), end), problem);
      }
      if (next == FRAGMENT) {
        offset = PacketParser.u16(bytes, at + 2) & 0xfff8;
        more = (bytes.get(at + 3) & 1) != 0;
      }
      int length = length(next, PacketParser.u8(bytes, at + 1));
      next = PacketParser.u8(bytes, at);
      at += length;
    }
    IpHeader ip = ip(bytes, next, at, end);
    return at > end
        ? new Malformed(ip, "IPv6 extension headers of " + (at - HEADER) + " bytes")
        : PacketParser.transport(bytes, ip, offset, more);
  }

  private static boolean isExtension(int header) {
    return switch (header) {
      case HOP_BY_HOP, ROUTING, FRAGMENT, AUTHENTICATION, DESTINATION -> true;
      default -> false;
    };
  }

  private static int length(int header, int field) {
    return switch (header) {
      case FRAGMENT -> 8;
      case AUTHENTICATION -> (field + 2) * 4;
      default -> (field + 1) * 8;
    };
  }

  private static IpHeader ip(ByteBuffer bytes, int protocol, int length, int end) {
    return new IpHeader(
        new Address(bytes.getLong(8), bytes.getLong(16)),
        new Address(bytes.getLong(24), bytes.getLong(32)),
        PacketParser.u8(bytes, 7),
        0,
        bytes.getInt(0) & 0xfffff,
        false,
        protocol,
        length,
        end - length);
  }
}

package io.honeypods.decoy.net;

import io.honeypods.decoy.event.SynFingerprint;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SYN from its IP header on, read into a fingerprint in the manner of <a
 * href="https://lcamtuf.coredump.cx/p0f3/README">p0f 3</a>.
 */
public final class SynPacket {
  private static final int TCP_HEADER = 20;
  private static final int IPV6_HEADER = 40;
  private static final int ECE_CWR = 0xc0;

  private final int version;
  private final int ttl;
  private final int ipOptions;
  private final List<String> quirks = new ArrayList<>();
  private final List<String> layout = new ArrayList<>();
  private int window;
  private int mss;
  private int scale = -1;
  private int payload;

  private SynPacket(int version, int ttl, int ipOptions) {
    this.version = version;
    this.ttl = ttl;
    this.ipOptions = ipOptions;
  }

  /** The fingerprint of a packet; null where it is too short to be one or is not IP. */
  public static @Nullable SynFingerprint parse(ByteBuffer packet) {
    try {
      return switch (packet.remaining() < 20 ? 0 : packet.get(packet.position()) >> 4 & 0xf) {
        case 4 -> ipv4(packet.slice());
        case 6 -> ipv6(packet.slice());
        default -> null;
      };
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      return null;
    }
  }

  private static SynFingerprint ipv4(ByteBuffer ip) {
    int header = (ip.get(0) & 0xf) * 4;
    int total = Short.toUnsignedInt(ip.getShort(2));
    var syn = new SynPacket(4, Byte.toUnsignedInt(ip.get(8)), header - 20);
    int id = ip.getShort(4);
    boolean dontFragment = (ip.get(6) & 0x40) != 0;
    syn.quirk(dontFragment, "df");
    syn.quirk(dontFragment && id != 0, "id+");
    syn.quirk(!dontFragment && id == 0, "id-");
    syn.quirk((ip.get(1) & 3) != 0 || (ip.get(header + 13) & ECE_CWR) != 0, "ecn");
    syn.quirk((ip.get(6) & 0x80) != 0, "0+");
    return syn.tcp(ip.position(header).slice(), total - header);
  }

  private static SynFingerprint ipv6(ByteBuffer ip) {
    var syn = new SynPacket(6, Byte.toUnsignedInt(ip.get(7)), 0);
    int word = ip.getInt(0);
    syn.quirk((word & 0xfffff) != 0, "flow");
    syn.quirk((word >> 20 & 3) != 0 || (ip.get(IPV6_HEADER + 13) & ECE_CWR) != 0, "ecn");
    return syn.tcp(ip.position(IPV6_HEADER).slice(), Short.toUnsignedInt(ip.getShort(4)));
  }

  private SynFingerprint tcp(ByteBuffer tcp, int length) {
    int header = (tcp.get(12) >> 4 & 0xf) * 4;
    int flags = tcp.get(13);
    payload = Math.max(0, length - header);
    window = Short.toUnsignedInt(tcp.getShort(14));
    quirk(tcp.getInt(4) == 0, "seq-");
    quirk(tcp.getInt(8) != 0 && (flags & 0x10) == 0, "ack+");
    quirk(tcp.getInt(8) == 0 && (flags & 0x10) != 0, "ack-");
    quirk(tcp.getShort(18) != 0 && (flags & 0x20) == 0, "uptr+");
    quirk((flags & 0x20) != 0, "urgf+");
    quirk((flags & 0x08) != 0, "pushf+");
    options(tcp.slice(TCP_HEADER, header - TCP_HEADER));
    String options = String.join(",", layout);
    return new SynFingerprint(ttl, window, mss, scale, options, signature(options));
  }

  private void options(ByteBuffer options) {
    while (options.hasRemaining()) {
      int kind = Byte.toUnsignedInt(options.get());
      if (kind == 0) {
        endOfList(options);
        return;
      }
      if (kind == 1) {
        layout.add("nop");
        continue;
      }
      int length = options.hasRemaining() ? Byte.toUnsignedInt(options.get()) : 0;
      if (length < 2 || length - 2 > options.remaining()) {
        quirks.add("bad");
        return;
      }
      option(kind, options.slice(options.position(), length - 2));
      options.position(options.position() + length - 2);
    }
  }

  private void endOfList(ByteBuffer rest) {
    layout.add("eol+" + rest.remaining());
    boolean padded = false;
    while (rest.hasRemaining()) {
      padded |= rest.get() != 0;
    }
    quirk(padded, "opt+");
  }

  private void option(int kind, ByteBuffer value) {
    switch (kind) {
      case 2 -> {
        layout.add("mss");
        mss = value.remaining() < 2 ? 0 : Short.toUnsignedInt(value.getShort(0));
      }
      case 3 -> {
        layout.add("ws");
        scale = value.hasRemaining() ? Byte.toUnsignedInt(value.get(0)) : 0;
        quirk(scale > 14, "exws");
      }
      case 4 -> layout.add("sok");
      case 5 -> layout.add("sack");
      case 8 -> {
        layout.add("ts");
        quirk(value.remaining() >= 8 && value.getInt(0) == 0, "ts1-");
        quirk(value.remaining() >= 8 && value.getInt(4) != 0, "ts2+");
      }
      default -> layout.add("?" + kind);
    }
  }

  private String signature(String options) {
    boolean multiple = mss > 0 && window % mss == 0;
    return String.join(
        ":",
        Integer.toString(version),
        distance(),
        Integer.toString(ipOptions),
        Integer.toString(mss),
        (multiple ? "mss*" + window / mss : Integer.toString(window)) + "," + Math.max(scale, 0),
        options,
        String.join(",", quirks),
        payload == 0 ? "0" : "+");
  }

  /** The initial TTL that the packet most likely left with, and the hops since. */
  private String distance() {
    int initial = ttl <= 32 ? 32 : ttl <= 64 ? 64 : ttl <= 128 ? 128 : 255;
    return initial + "+" + (initial - ttl);
  }

  private void quirk(boolean present, String name) {
    if (present) {
      quirks.add(name);
    }
  }
}

package io.honeypods.benchmarks;

import java.nio.ByteBuffer;

/** The probes of a scanner, as Ethernet frames: the n-th of them is always the same. */
final class IpenumPackets {
  private static final int ETHERNET = 14;
  private static final int IP = 20;
  private static final int TCP = 20;
  private static final int PING = 8;
  private static final short IPV4 = 0x0800;

  /** 10.77.0.16, of sixteen addresses of the pod. */
  private static final int POD = 0x0a4d_0010;

  /** 12.0.0.0, where nobody answers, so that more can be sent. */
  private static final int NOBODY = 0x0c00_0000;

  /** 10.77.1.10, which is the sender's. */
  private static final int SENDER = 0x0a4d_010a;

  /** 11.0.0.0, where addresses are invented from. */
  private static final int INVENTED = 0x0b00_0000;

  private final Kind kind;
  private final byte[] to;
  private final byte[] from;

  /** What is sent: SYNs to all ports of 16 addresses, one SYN of each of many sources, or pings. */
  enum Kind {
    PORTS,
    UNANSWERED,
    SOURCES,
    PINGS
  }

  IpenumPackets(Kind kind, byte[] to, byte[] from) {
    this.kind = kind;
    this.to = to.clone();
    this.from = from.clone();
  }

  long length() {
    return kind == Kind.PINGS ? ETHERNET + IP + PING : ETHERNET + IP + TCP;
  }

  void write(long number, ByteBuffer frame) {
    frame.put(to).put(from).putShort(IPV4);
    switch (kind) {
      case PORTS -> ports(frame, POD, number);
      case UNANSWERED -> ports(frame, NOBODY, number);
      case SOURCES -> syn(frame, INVENTED + (int) number, POD, 80);
      case PINGS -> ping(frame, (int) number);
    }
  }

  private static void ports(ByteBuffer frame, int first, long number) {
    syn(frame, SENDER, first + (int) (number >>> 16 & 15), (int) number & 0xffff);
  }

  private static void syn(ByteBuffer frame, int source, int destination, int port) {
    ip(frame, 6, TCP, source, destination);
    int start = frame.position();
    frame.putShort((short) 40_000).putShort((short) port).putInt(port * 0x9e37_79b1).putInt(0);
    frame.put((byte) 0x50).put((byte) 2).putShort((short) 1024).putInt(0);
    int pseudo = halves(source) + halves(destination) + 6 + TCP;
    frame.putShort(start + 16, checksum(frame, start, TCP, pseudo));
  }

  private static void ping(ByteBuffer frame, int number) {
    ip(frame, 1, PING, SENDER, POD);
    int start = frame.position();
    frame.putShort((short) 0x0800).putShort((short) 0).putInt(number);
    frame.putShort(start + 2, checksum(frame, start, PING, 0));
  }

  private static void ip(ByteBuffer frame, int protocol, int payload, int source, int to) {
    int start = frame.position();
    frame.putShort((short) 0x4500).putShort((short) (IP + payload)).putInt(0);
    frame.put((byte) 64).put((byte) protocol).putShort((short) 0).putInt(source).putInt(to);
    frame.putShort(start + 10, checksum(frame, start, IP, 0));
  }

  private static int halves(int word) {
    return (word >>> 16) + (word & 0xffff);
  }

  /** The Internet checksum (RFC 1071) of an even number of bytes. */
  private static short checksum(ByteBuffer bytes, int start, int length, int sum) {
    int all = sum;
    for (int at = start; at < start + length; at += 2) {
      all += Short.toUnsignedInt(bytes.getShort(at));
    }
    all = (all & 0xffff) + (all >>> 16);
    all = (all & 0xffff) + (all >>> 16);
    return (short) ~all;
  }
}

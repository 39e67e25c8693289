package io.honeypods.ipenum;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Packets as bytes, made by hand: from the IP header on, without checksums. */
final class Packets {
  static final int SOURCE = 0x0a4d0001;
  static final int POD = 0x0a4d0002;

  private Packets() {}

  /** An IPv4 packet with TTL 64 that may be fragmented. */
  static byte[] ipv4(int protocol, byte[] payload) {
    return ipv4(SOURCE, protocol, 64, 0, 0, payload);
  }

  static byte[] ipv4(int source, int protocol, int ttl, int id, int fragment, byte[] payload) {
    return ByteBuffer.allocate(20 + payload.length)
        .put((byte) 0x45)
        .put((byte) 0)
        .putShort((short) (20 + payload.length))
        .putShort((short) id)
        .putShort((short) fragment)
        .put((byte) ttl)
        .put((byte) protocol)
        .putShort((short) 0)
        .putInt(source)
        .putInt(POD)
        .put(payload)
        .array();
  }

  static byte[] ipv6(int next, int hops, byte[] payload) {
    return ByteBuffer.allocate(40 + payload.length)
        .putInt(0x6000_0000)
        .putShort((short) payload.length)
        .put((byte) next)
        .put((byte) hops)
        .putLong(0xfd77_0000_0000_0000L)
        .putLong(1)
        .putLong(0xfd77_0000_0000_0000L)
        .putLong(2)
        .put(payload)
        .array();
  }

  static byte[] tcp(int port, int flags) {
    return tcp(port, flags, 1024, 7, 0, new byte[0], new byte[0]);
  }

  static byte[] tcp(
      int port, int flags, int window, int sequence, int ack, byte[] options, byte[] payload) {
    return ByteBuffer.allocate(20 + options.length + payload.length)
        .putShort((short) 40_000)
        .putShort((short) port)
        .putInt(sequence)
        .putInt(ack)
        .put((byte) (((20 + options.length) / 4) << 4))
        .put((byte) flags)
        .putShort((short) window)
        .putInt(0)
        .put(options)
        .put(payload)
        .array();
  }

  static byte[] syn(int port) {
    return ipv4(PacketParser.TCP, tcp(port, Packet.SYN));
  }

  static byte[] udp(int port, byte[] payload) {
    return ByteBuffer.allocate(8 + payload.length)
        .putShort((short) 40_000)
        .putShort((short) port)
        .putShort((short) (8 + payload.length))
        .putShort((short) 0)
        .put(payload)
        .array();
  }

  static byte[] icmp(int type, int code, int payload) {
    return ByteBuffer.allocate(8 + payload).put((byte) type).put((byte) code).array();
  }

  static byte[] bytes(int... values) {
    var out = new ByteArrayOutputStream();
    for (int value : values) {
      out.write(value);
    }
    return out.toByteArray();
  }

  static Packet parse(byte[] bytes) {
    return PacketParser.parse(ByteBuffer.wrap(bytes));
  }
}

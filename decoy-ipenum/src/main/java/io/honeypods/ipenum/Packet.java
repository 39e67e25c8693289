package io.honeypods.ipenum;

import org.jspecify.annotations.Nullable;

/** One packet as it reached the pod. */
sealed interface Packet {
  int FIN = 0x01;
  int SYN = 0x02;
  int RST = 0x04;
  int PSH = 0x08;
  int ACK = 0x10;
  int URG = 0x20;

  /** Its IP header; null where not even that could be read. */
  @Nullable IpHeader ip();

  /** The port that it tries; negative where it is not a port that it tries. */
  default int port() {
    return switch (this) {
      case Tcp tcp -> tcp.destinationPort();
      case Udp udp -> udp.destinationPort();
      case Sctp sctp -> sctp.destinationPort();
      case Icmp _, Other _, Fragment _, Malformed _ -> -1;
    };
  }

  /** A TCP segment; {@code options} and {@code payload} are their lengths in bytes. */
  record Tcp(
      IpHeader ip,
      int sourcePort,
      int destinationPort,
      int sequence,
      int acknowledgment,
      int flags,
      int window,
      int options,
      int payload,
      boolean hasFullTimestamp)
      implements Packet {
    boolean has(int flag) {
      return (flags & flag) != 0;
    }
  }

  /** A datagram with {@code payload} bytes. */
  record Udp(IpHeader ip, int sourcePort, int destinationPort, int payload) implements Packet {}

  /** An ICMP or ICMPv6 message with {@code payload} bytes behind its first eight. */
  record Icmp(IpHeader ip, int type, int code, int identifier, int payload) implements Packet {}

  /** An SCTP packet with the type of its first chunk, -1 where there is none. */
  record Sctp(IpHeader ip, int sourcePort, int destinationPort, int chunk) implements Packet {}

  /** A packet of any other protocol. */
  record Other(IpHeader ip) implements Packet {}

  /**
   * A piece of a packet that does not hold the whole header of its transport; {@code offset} is in
   * bytes.
   */
  record Fragment(IpHeader ip, int offset) implements Packet {}

  /** Bytes that are no packet: what was got and what was expected. */
  record Malformed(@Nullable IpHeader ip, String problem) implements Packet {}
}

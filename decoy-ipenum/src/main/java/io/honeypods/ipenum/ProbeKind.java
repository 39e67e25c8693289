package io.honeypods.ipenum;

import io.honeypods.decoy.event.Flow.Transport;
import org.jspecify.annotations.Nullable;

/** How somebody tries whether something is there, as events name the technique. */
enum ProbeKind {
  TCP_CONNECT("tcp-connect"),
  TCP_SYN("tcp-syn"),
  TCP_SYN_DATA("tcp-syn-data"),
  TCP_SYN_ACK("tcp-syn-ack"),
  TCP_NULL("tcp-null"),
  TCP_FIN("tcp-fin"),
  TCP_XMAS("tcp-xmas"),
  TCP_ACK("tcp-ack"),
  TCP_MAIMON("tcp-maimon"),
  TCP_ODD("tcp-odd"),
  ICMP_ECHO("icmp-echo"),
  ICMP_TIMESTAMP("icmp-timestamp"),
  ICMP_ADDRESS_MASK("icmp-address-mask"),
  ICMP_OTHER("icmp-other"),
  UDP("udp"),
  SCTP_INIT("sctp-init"),
  SCTP_OTHER("sctp-other"),
  IP_PROTOCOL("ip-protocol"),
  FRAGMENT("fragment"),
  MALFORMED("malformed");

  /** A SYN with this much of options comes from an operating system's connect(). */
  private static final int OPTIONS_OF_CONNECT = 8;

  private static final int SCTP_CHUNK_INIT = 1;
  private static final int ALL_FLAGS = 0x3f;

  private final String id;

  ProbeKind(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /** Whether what it tries are ports, rather than the address or protocols. */
  boolean hasPorts() {
    return switch (this) {
      case TCP_CONNECT, TCP_SYN, TCP_SYN_DATA, TCP_SYN_ACK, TCP_NULL, TCP_FIN -> true;
      case TCP_XMAS, TCP_ACK, TCP_MAIMON, TCP_ODD, UDP, SCTP_INIT, SCTP_OTHER -> true;
      case ICMP_ECHO, ICMP_TIMESTAMP, ICMP_ADDRESS_MASK, ICMP_OTHER -> false;
      case IP_PROTOCOL, FRAGMENT, MALFORMED -> false;
    };
  }

  /** The kind of a packet; null where it is an answer or belongs to a connection. */
  static @Nullable ProbeKind of(Packet packet, @Nullable Tool tool) {
    return switch (packet) {
      case Packet.Tcp tcp -> tcp(tcp, tool);
      case Packet.Udp _ -> UDP;
      case Packet.Icmp icmp -> icmp.ip().isIpv4() ? icmp(icmp.type()) : icmpv6(icmp.type());
      case Packet.Sctp sctp -> sctp.chunk() == SCTP_CHUNK_INIT ? SCTP_INIT : SCTP_OTHER;
      case Packet.Other _ -> IP_PROTOCOL;
      case Packet.Fragment _ -> FRAGMENT;
      case Packet.Malformed _ -> MALFORMED;
    };
  }

  private static @Nullable ProbeKind tcp(Packet.Tcp tcp, @Nullable Tool tool) {
    return switch (tcp.flags() & ALL_FLAGS) {
      case Packet.SYN -> syn(tcp, tool);
      case Packet.SYN | Packet.ACK -> TCP_SYN_ACK;
      case 0 -> TCP_NULL;
      case Packet.FIN -> TCP_FIN;
      case Packet.FIN | Packet.PSH | Packet.URG -> TCP_XMAS;
      case Packet.ACK, Packet.ACK | Packet.PSH -> TCP_ACK;
      case Packet.ACK | Packet.FIN -> TCP_MAIMON;
      default -> tcp.has(Packet.RST) && !tcp.has(Packet.SYN) ? null : TCP_ODD;
    };
  }

  private static ProbeKind syn(Packet.Tcp tcp, @Nullable Tool tool) {
    if (tcp.payload() > 0) {
      return TCP_SYN_DATA;
    }
    return tool == null && tcp.options() >= OPTIONS_OF_CONNECT ? TCP_CONNECT : TCP_SYN;
  }

  private static @Nullable ProbeKind icmp(int type) {
    return switch (type) {
      case 8 -> ICMP_ECHO;
      case 13 -> ICMP_TIMESTAMP;
      case 17 -> ICMP_ADDRESS_MASK;
      case 0, 3, 4, 11, 12, 14, 16, 18 -> null;
      default -> ICMP_OTHER;
    };
  }

  private static @Nullable ProbeKind icmpv6(int type) {
    boolean answer = type == 129 || (type >= 1 && type <= 4);
    boolean neighbours = (type >= 130 && type <= 137) || type == 143;
    if (type == 128) {
      return ICMP_ECHO;
    }
    return answer || neighbours ? null : ICMP_OTHER;
  }

  /** What carries a packet, as an event names it. */
  static Transport transport(Packet packet, boolean ipv4) {
    return switch (packet) {
      case Packet.Tcp _ -> Transport.TCP;
      case Packet.Udp _ -> Transport.UDP;
      case Packet.Sctp _ -> Transport.SCTP;
      case Packet.Icmp _ -> icmp(ipv4);
      case Packet.Other _ -> Transport.OTHER;
      case Packet.Fragment fragment -> transport(fragment.ip(), ipv4);
      case Packet.Malformed malformed -> transport(malformed.ip(), ipv4);
    };
  }

  private static Transport transport(@Nullable IpHeader ip, boolean ipv4) {
    return switch (ip == null ? 0 : ip.protocol()) {
      case PacketParser.TCP -> Transport.TCP;
      case PacketParser.UDP -> Transport.UDP;
      case PacketParser.SCTP -> Transport.SCTP;
      case PacketParser.ICMP, PacketParser.ICMPV6 -> icmp(ipv4);
      default -> Transport.OTHER;
    };
  }

  private static Transport icmp(boolean ipv4) {
    return ipv4 ? Transport.ICMP : Transport.IPV6_ICMP;
  }
}

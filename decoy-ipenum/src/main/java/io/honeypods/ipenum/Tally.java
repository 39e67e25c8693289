package io.honeypods.ipenum;

import io.honeypods.decoy.event.Flow.Transport;
import io.honeypods.decoy.event.SynFingerprint;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Probes of one kind by one source since they were last reported. */
final class Tally {
  private final ProbeKind kind;
  private long packets;
  private long first;
  private long last;
  private PortSet ports = new PortSet();
  private int code;
  private int latestPort;
  private Transport transport = Transport.TCP;
  private int protocol = Transport.TCP.number();
  private int sourcePort;
  private Address destination = new Address(0, 0);
  private final Set<Tool> tools = EnumSet.noneOf(Tool.class);
  private @Nullable Specimen specimen;

  Tally(ProbeKind kind) {
    this.kind = kind;
  }

  /** Counts a packet; what it tried is a port, or the number of a protocol. */
  void add(Packet packet, @Nullable Tool madeBy, long now) {
    if (packets == 0) {
      begin(packet, now);
    }
    packets++;
    last = Math.max(last, now);
    if (madeBy != null) {
      tools.add(madeBy);
    }
    switch (packet) {
      case Packet.Tcp tcp -> port(tcp.destinationPort());
      case Packet.Udp udp -> port(udp.destinationPort());
      case Packet.Sctp sctp -> port(sctp.destinationPort());
      case Packet.Other other -> ports.add(other.ip().protocol());
      case Packet.Icmp _, Packet.Fragment _, Packet.Malformed _ -> {}
    }
  }

  private void port(int port) {
    latestPort = port;
    ports.add(port);
  }

  private void begin(Packet packet, long now) {
    first = now;
    last = now;
    IpHeader ip = packet.ip();
    if (ip != null) {
      destination = ip.destination();
      transport = ProbeKind.transport(packet, ip.isIpv4());
      protocol = ip.protocol();
    }
    switch (packet) {
      case Packet.Tcp tcp -> sourcePort = tcp.sourcePort();
      case Packet.Udp udp -> sourcePort = udp.sourcePort();
      case Packet.Sctp sctp -> sourcePort = sctp.sourcePort();
      case Packet.Icmp icmp -> {
        sourcePort = icmp.type();
        code = icmp.code();
      }
      case Packet.Other _, Packet.Fragment _, Packet.Malformed _ -> {}
    }
  }

  /** Keeps what only the bytes of the first packet show. */
  void keep(Specimen shown) {
    specimen = shown;
  }

  @Nullable Specimen specimen() {
    return specimen;
  }

  @Nullable SynFingerprint syn() {
    return specimen == null ? null : specimen.syn();
  }

  void clear() {
    packets = 0;
    tools.clear();
    ports = new PortSet();
    specimen = null;
  }

  ProbeKind kind() {
    return kind;
  }

  long packets() {
    return packets;
  }

  Duration over() {
    return Duration.ofMillis(last - first);
  }

  PortSet ports() {
    return ports;
  }

  /** The programs that were recognised, such as {@code nmap}; null where none was. */
  @Nullable String tool() {
    return Tool.text(tools);
  }

  Transport transport() {
    return transport;
  }

  /** The IANA number of what carried the packets. */
  int protocol() {
    return protocol;
  }

  int sourcePort() {
    return sourcePort;
  }

  Address destination() {
    return destination;
  }

  /** The port of a flow to us: for ICMP the code, as for the Community ID. */
  int destinationPort() {
    if (!kind.hasPorts()) {
      return code;
    }
    return ports.size() == 0 ? latestPort : ports.first();
  }
}

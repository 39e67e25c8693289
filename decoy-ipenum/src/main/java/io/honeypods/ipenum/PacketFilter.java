package io.honeypods.ipenum;

import static io.honeypods.ipenum.Bpf.AND;
import static io.honeypods.ipenum.Bpf.INTERFACE;
import static io.honeypods.ipenum.Bpf.JUMP_ANY_BIT;
import static io.honeypods.ipenum.Bpf.JUMP_AT_LEAST;
import static io.honeypods.ipenum.Bpf.JUMP_AT_LEAST_X;
import static io.honeypods.ipenum.Bpf.JUMP_EQUAL;
import static io.honeypods.ipenum.Bpf.LOAD_BYTE;
import static io.honeypods.ipenum.Bpf.LOAD_BYTE_AT_X;
import static io.honeypods.ipenum.Bpf.LOAD_HALF;
import static io.honeypods.ipenum.Bpf.LOAD_HALF_AT_X;
import static io.honeypods.ipenum.Bpf.LOAD_LENGTH;
import static io.honeypods.ipenum.Bpf.LOAD_WORD;
import static io.honeypods.ipenum.Bpf.PACKET_TYPE;
import static io.honeypods.ipenum.Bpf.PROTOCOL;
import static io.honeypods.ipenum.Bpf.RETURN;
import static io.honeypods.ipenum.Bpf.SUBTRACT_X;
import static io.honeypods.ipenum.Bpf.X_IMMEDIATE;
import static io.honeypods.ipenum.Bpf.X_IPV4_HEADER_LENGTH;

import java.util.Collection;
import java.util.List;

/**
 * What the kernel drops before we see it: what leaves, what others were sent, answers, neighbour
 * discovery, RSTs, and segments of connections to ports that are open. Packets too short to be
 * looked into are kept, since that is worth a report.
 *
 * @param interfaces indexes; of all others nothing is kept
 * @param exceptInterfaces indexes of which nothing is kept
 * @param openPorts TCP ports that something of this pod listens on
 */
record PacketFilter(
    List<Integer> interfaces, List<Integer> exceptInterfaces, List<Integer> openPorts) {
  /** Bytes kept of a packet: all headers, and enough of a payload to tell what it is. */
  static final int SNAP = 512;

  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;
  private static final int OTHER_HOST = 3;
  private static final List<Integer> ICMP_ANSWERS = List.of(0, 3, 4, 11, 12, 14, 16, 18);
  private static final List<Integer> ICMPV6_ANSWERS =
      List.of(1, 2, 3, 4, 129, 130, 131, 132, 133, 134, 135, 136, 137, 143);
  private static final int MOST_OPEN_PORTS = 256;

  PacketFilter {
    interfaces = List.copyOf(interfaces);
    exceptInterfaces = List.copyOf(exceptInterfaces);
    openPorts = List.copyOf(openPorts.subList(0, Math.min(MOST_OPEN_PORTS, openPorts.size())));
  }

  /** The same where other ports are open. */
  PacketFilter with(Collection<Integer> ports) {
    List<Integer> sorted = ports.stream().sorted().toList();
    return new PacketFilter(interfaces, exceptInterfaces, sorted);
  }

  List<Bpf.Instruction> program() {
    var bpf = new Bpf();
    place(bpf);
    bpf.then(LOAD_WORD, PACKET_TYPE).when(JUMP_AT_LEAST, OTHER_HOST, "drop");
    bpf.when(JUMP_AT_LEAST, 1, "to many");
    bpf.then(LOAD_WORD, PROTOCOL);
    bpf.when(JUMP_EQUAL, IPV4, "ipv4").when(JUMP_EQUAL, IPV6, "ipv6").go("drop");
    toMany(bpf);
    ipv4(bpf);
    ipv6(bpf);
    tcp(bpf);
    bpf.label("keep").then(RETURN, SNAP);
    bpf.label("drop").then(RETURN, 0);
    return bpf.assemble();
  }

  private void place(Bpf bpf) {
    bpf.then(LOAD_WORD, INTERFACE);
    exceptInterfaces.forEach(index -> bpf.when(JUMP_EQUAL, index, "drop"));
    if (!interfaces.isEmpty()) {
      interfaces.forEach(index -> bpf.when(JUMP_EQUAL, index, "here"));
      bpf.go("drop");
    }
    bpf.label("here");
  }

  /** Of what goes to everybody at once, only a ping asks who is there. */
  private static void toMany(Bpf bpf) {
    bpf.label("to many").then(LOAD_WORD, PROTOCOL);
    bpf.when(JUMP_EQUAL, IPV4, "ipv4 to many").when(JUMP_EQUAL, IPV6, "ipv6 to many").go("drop");
    bpf.label("ipv4 to many").then(LOAD_BYTE, 9);
    bpf.when(JUMP_EQUAL, PacketParser.ICMP, "icmp to many").go("drop");
    bpf.label("icmp to many").then(X_IPV4_HEADER_LENGTH, 0).then(LOAD_BYTE_AT_X, 0);
    bpf.when(JUMP_EQUAL, 8, "keep").go("drop");
    // a frame to many with an address of one in it: what a faulty program sends, and means for us
    bpf.label("ipv6 to many").then(LOAD_BYTE, 24);
    bpf.when(JUMP_EQUAL, 0xff, "ipv6 to a group").go("ipv6");
    bpf.label("ipv6 to a group").then(LOAD_BYTE, 6);
    bpf.when(JUMP_EQUAL, PacketParser.ICMPV6, "icmpv6 to many").go("drop");
    bpf.label("icmpv6 to many").then(LOAD_BYTE, 40);
    bpf.when(JUMP_EQUAL, 128, "keep").go("drop");
  }

  private static void ipv4(Bpf bpf) {
    bpf.label("ipv4").then(LOAD_LENGTH, 0).when(JUMP_AT_LEAST, 20, "ipv4 header").go("keep");
    bpf.label("ipv4 header").then(LOAD_HALF, 6).when(JUMP_ANY_BIT, 0x3fff, "keep");
    bpf.then(LOAD_BYTE, 0).then(AND, 0x0f).when(JUMP_AT_LEAST, 5, "ipv4 length").go("keep");
    bpf.label("ipv4 length").then(X_IPV4_HEADER_LENGTH, 0).then(LOAD_LENGTH, 0);
    bpf.when(JUMP_AT_LEAST_X, 0, "ipv4 protocol").go("keep");
    bpf.label("ipv4 protocol").then(LOAD_BYTE, 9);
    bpf.when(JUMP_EQUAL, PacketParser.TCP, "tcp").when(JUMP_EQUAL, PacketParser.ICMP, "icmp");
    bpf.go("keep");
    bpf.label("icmp").then(LOAD_LENGTH, 0).then(SUBTRACT_X, 0);
    bpf.when(JUMP_AT_LEAST, 1, "icmp type").go("keep");
    bpf.label("icmp type").then(LOAD_BYTE_AT_X, 0);
    ICMP_ANSWERS.forEach(type -> bpf.when(JUMP_EQUAL, type, "drop"));
    bpf.go("keep");
  }

  private static void ipv6(Bpf bpf) {
    bpf.label("ipv6").then(LOAD_LENGTH, 0).when(JUMP_AT_LEAST, 41, "ipv6 header").go("keep");
    bpf.label("ipv6 header").then(X_IMMEDIATE, 40).then(LOAD_BYTE, 6);
    bpf.when(JUMP_EQUAL, PacketParser.TCP, "tcp").when(JUMP_EQUAL, PacketParser.ICMPV6, "icmpv6");
    bpf.go("keep");
    bpf.label("icmpv6").then(LOAD_BYTE, 40);
    ICMPV6_ANSWERS.forEach(type -> bpf.when(JUMP_EQUAL, type, "drop"));
    bpf.go("keep");
  }

  /** X is where the segment begins. */
  private void tcp(Bpf bpf) {
    bpf.label("tcp").then(LOAD_LENGTH, 0).then(SUBTRACT_X, 0);
    bpf.when(JUMP_AT_LEAST, 14, "flags").go("keep");
    bpf.label("flags").then(LOAD_BYTE_AT_X, 13);
    bpf.when(JUMP_ANY_BIT, Packet.SYN, "keep").when(JUMP_ANY_BIT, Packet.RST, "drop");
    bpf.when(JUMP_ANY_BIT, Packet.ACK, "ack").go("keep");
    bpf.label("ack").then(LOAD_HALF_AT_X, 2);
    openPorts.forEach(port -> bpf.when(JUMP_EQUAL, port, "drop"));
    bpf.go("keep");
  }
}

package io.honeypods.ipenum;

import static io.honeypods.ipenum.Packets.bytes;
import static io.honeypods.ipenum.Packets.icmp;
import static io.honeypods.ipenum.Packets.ipv4;
import static io.honeypods.ipenum.Packets.ipv6;
import static io.honeypods.ipenum.Packets.tcp;
import static io.honeypods.ipenum.Packets.udp;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketFilterTest {
  private static final int TO_US = 0;
  private static final int TO_MANY = 2;
  private static final int TO_OTHERS = 3;
  private static final int FROM_US = 4;
  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;
  private static final int ARP = 0x0806;

  private final PacketFilter filter = new PacketFilter(List.of(), List.of(1), List.of(9100, 23));

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x01, 0x02, 0x12, 0x29, 0x10, 0x11, 0xc2})
  void keepsProbesOfClosedPorts(int flags) {
    assertThat(keeps(ipv4(6, tcp(80, flags)))).isTrue();
    assertThat(keeps6(ipv6(6, 64, tcp(80, flags)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x04, 0x14})
  void dropsResets(int flags) {
    assertThat(keeps(ipv4(6, tcp(80, flags)))).isFalse();
    assertThat(keeps6(ipv6(6, 64, tcp(80, flags)))).isFalse();
  }

  @Test
  void dropsConnectionsToOpenPortsButNotTheirFirstSegment() {
    assertThat(keeps(ipv4(6, tcp(9100, Packet.ACK | Packet.PSH)))).isFalse();
    assertThat(keeps(ipv4(6, tcp(23, Packet.ACK | Packet.FIN)))).isFalse();
    assertThat(keeps(ipv4(6, tcp(9100, Packet.SYN)))).isTrue();
    assertThat(keeps(ipv4(6, tcp(9100, 0)))).isTrue();
  }

  @Test
  void dropsAnswersAndNeighbourDiscovery() {
    assertThat(keeps(ipv4(1, icmp(8, 0, 8)))).isTrue();
    assertThat(keeps(ipv4(1, icmp(13, 0, 8)))).isTrue();
    assertThat(keeps(ipv4(1, icmp(0, 0, 8)))).isFalse();
    assertThat(keeps(ipv4(1, icmp(3, 3, 8)))).isFalse();
    assertThat(keeps6(ipv6(58, 64, icmp(128, 0, 8)))).isTrue();
    assertThat(keeps6(ipv6(58, 255, icmp(135, 0, 8)))).isFalse();
  }

  @Test
  void keepsOtherProtocols() {
    assertThat(keeps(ipv4(17, udp(53, bytes())))).isTrue();
    assertThat(keeps(ipv4(132, bytes()))).isTrue();
    assertThat(keeps(ipv4(47, bytes()))).isTrue();
    assertThat(keeps6(ipv6(0, 64, bytes()))).isTrue();
  }

  @Test
  void keepsWhatIsTooShortToBeLookedInto() {
    byte[] syn = Packets.syn(22);
    for (int length = 0; length < 34; length++) {
      assertThat(keeps(Arrays.copyOf(syn, length))).as("%d bytes", length).isTrue();
    }
    assertThat(keeps6(bytes(0x60))).isTrue();
    assertThat(keeps6(ipv6(6, 64, bytes(1, 2)))).isTrue();
  }

  /** Also where the header is longer, by what it says, than the packet. */
  @Test
  void keepsWhateverIsOdd() {
    for (byte[] packet : OddPackets.all()) {
      boolean six = packet.length > 0 && packet[0] >> 4 == 6;
      assertThat(six ? keeps6(packet) : keeps(packet))
          .as(HexFormat.of().formatHex(packet))
          .isTrue();
    }
  }

  @Test
  void keepsFragmentsUnseen() {
    byte[] reset = tcp(80, Packet.RST);
    assertThat(keeps(ipv4(1, 6, 64, 1, 0x2000, reset))).isTrue();
    assertThat(keeps(ipv4(1, 6, 64, 1, 5, bytes()))).isTrue();
  }

  @Test
  void looksOnlyAtWhatComesToUsWhereItShould() {
    byte[] syn = Packets.syn(22);
    assertThat(run(filter, FROM_US, IPV4, 2, syn)).isZero();
    assertThat(run(filter, TO_OTHERS, IPV4, 2, syn)).isZero();
    assertThat(run(filter, TO_US, ARP, 2, syn)).isZero();
    assertThat(run(filter, TO_US, IPV4, 1, syn)).isZero();
    var named = new PacketFilter(List.of(5, 6), List.of(), List.of());
    assertThat(run(named, TO_US, IPV4, 6, syn)).isEqualTo(PacketFilter.SNAP);
    assertThat(run(named, TO_US, IPV4, 7, syn)).isZero();
  }

  @Test
  void ofWhatGoesToManyOnlyPingsCount() {
    assertThat(run(filter, TO_MANY, IPV4, 2, ipv4(1, icmp(8, 0, 8)))).isPositive();
    assertThat(run(filter, TO_MANY, IPV6, 2, toGroup(ipv6(58, 64, icmp(128, 0, 8))))).isPositive();
    assertThat(run(filter, TO_MANY, IPV4, 2, ipv4(17, udp(5353, bytes())))).isZero();
    assertThat(run(filter, TO_MANY, IPV6, 2, toGroup(ipv6(17, 255, udp(5353, bytes()))))).isZero();
    assertThat(run(filter, TO_MANY, IPV6, 2, toGroup(ipv6(58, 255, icmp(135, 0, 8))))).isZero();
  }

  @Test
  void aFrameToManyThatHoldsAnAddressOfOneIsLookedInto() {
    assertThat(run(filter, TO_MANY, IPV6, 2, ipv6(17, 255, udp(53, bytes())))).isPositive();
    assertThat(run(filter, TO_MANY, IPV6, 2, ipv6(58, 255, icmp(135, 0, 8)))).isZero();
  }

  @Test
  void holdsManyOpenPorts() {
    List<Integer> ports = java.util.stream.IntStream.rangeClosed(1, 1000).boxed().toList();
    var many = new PacketFilter(List.of(), List.of(), ports);

    assertThat(many.program()).hasSizeLessThan(4096);
    assertThat(run(many, TO_US, IPV4, 2, ipv4(6, tcp(200, Packet.ACK)))).isZero();
  }

  private static byte[] toGroup(byte[] packet) {
    packet[24] = (byte) 0xff;
    return packet;
  }

  private boolean keeps(byte[] packet) {
    return run(filter, TO_US, IPV4, 2, packet) > 0;
  }

  private boolean keeps6(byte[] packet) {
    return run(filter, TO_US, IPV6, 2, packet) > 0;
  }

  private static int run(PacketFilter filter, int type, int protocol, int index, byte[] packet) {
    return new BpfMachine(filter.program(), type, protocol, index).run(packet);
  }
}

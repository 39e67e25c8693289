package io.honeypods.ipenum;

import static io.honeypods.ipenum.Packets.bytes;
import static io.honeypods.ipenum.Packets.icmp;
import static io.honeypods.ipenum.Packets.ipv4;
import static io.honeypods.ipenum.Packets.ipv6;
import static io.honeypods.ipenum.Packets.parse;
import static io.honeypods.ipenum.Packets.tcp;
import static io.honeypods.ipenum.Packets.udp;
import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.ipenum.Packet.Fragment;
import io.honeypods.ipenum.Packet.Icmp;
import io.honeypods.ipenum.Packet.Malformed;
import io.honeypods.ipenum.Packet.Other;
import io.honeypods.ipenum.Packet.Sctp;
import io.honeypods.ipenum.Packet.Tcp;
import io.honeypods.ipenum.Packet.Udp;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketParserTest {

  @Test
  void readsASynOverBothVersions() {
    var four = (Tcp) parse(Packets.syn(22));
    var six = (Tcp) parse(ipv6(PacketParser.TCP, 60, tcp(22, Packet.SYN)));

    assertThat(four.destinationPort()).isEqualTo(22);
    assertThat(four.sourcePort()).isEqualTo(40_000);
    assertThat(four.ip().source().inet().getHostAddress()).isEqualTo("10.77.0.1");
    assertThat(four.ip().destination().inet().getHostAddress()).isEqualTo("10.77.0.2");
    assertThat(six.ip().ttl()).isEqualTo(60);
    assertThat(six.ip().source().inet().getHostAddress()).isEqualTo("fd77:0:0:0:0:0:0:1");
  }

  @ParameterizedTest
  @CsvSource({
    "0x00,TCP_NULL",
    "0x01,TCP_FIN",
    "0x02,TCP_SYN",
    "0x12,TCP_SYN_ACK",
    "0x29,TCP_XMAS",
    "0x10,TCP_ACK",
    "0x18,TCP_ACK",
    "0x11,TCP_MAIMON",
    "0x2b,TCP_ODD",
    "0x04,",
    "0x14,",
    "0xc2,TCP_SYN"
  })
  void namesTheFlags(String flags, String kind) {
    Packet packet = parse(ipv4(PacketParser.TCP, tcp(80, Integer.decode(flags))));

    ProbeKind named = ProbeKind.of(packet, null);

    assertThat(named == null ? null : named.name()).isEqualTo(kind);
  }

  @Test
  void tellsAConnectByItsOptions() {
    byte[] options = bytes(2, 4, 5, 0xb4, 4, 2, 8, 10, 1, 2, 3, 4, 0, 0, 0, 0, 1, 3, 3, 7);
    Packet packet = parse(ipv4(6, tcp(80, 2, 64_240, 1, 0, options, bytes())));

    assertThat(ProbeKind.of(packet, Tool.of(packet))).isEqualTo(ProbeKind.TCP_CONNECT);
  }

  @Test
  void seesDataInASyn() {
    Packet packet = parse(ipv4(6, tcp(80, 2, 512, 1, 0, bytes(), bytes(1, 2, 3))));

    assertThat(ProbeKind.of(packet, null)).isEqualTo(ProbeKind.TCP_SYN_DATA);
  }

  @Test
  void readsTheOtherTransports() {
    assertThat(((Udp) parse(ipv4(17, udp(53, bytes(1, 2))))).payload()).isEqualTo(2);
    assertThat(((Icmp) parse(ipv4(1, icmp(8, 0, 56)))).payload()).isEqualTo(56);
    assertThat(((Icmp) parse(ipv6(58, 64, icmp(128, 0, 4)))).type()).isEqualTo(128);
    assertThat(((Sctp) parse(ipv4(132, bytes(1, 2, 0, 22, 0, 0, 0, 0, 0, 0, 0, 0, 1)))).chunk())
        .isEqualTo(1);
    assertThat(((Other) parse(ipv4(47, bytes()))).ip().protocol()).isEqualTo(47);
  }

  @Test
  void walksTheExtensionHeadersOfIpv6() {
    byte[] syn = tcp(22, Packet.SYN);
    byte[] behind = Arrays.copyOf(bytes(60, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0), 16 + 20);
    System.arraycopy(syn, 0, behind, 16, 20);

    var packet = (Tcp) parse(ipv6(0, 64, behind));

    assertThat(packet.destinationPort()).isEqualTo(22);
    assertThat(packet.ip().length()).isEqualTo(56);
  }

  @Test
  void tellsFragmentsFromWhatIsCutShort() {
    byte[] eight = Arrays.copyOf(tcp(22, Packet.SYN), 8);

    assertThat(parse(ipv4(Packets.SOURCE, 6, 64, 1, 0x2000, eight))).isInstanceOf(Fragment.class);
    assertThat(((Fragment) parse(ipv4(Packets.SOURCE, 6, 64, 1, 1, eight))).offset()).isEqualTo(8);
    assertThat(parse(ipv4(6, eight))).isInstanceOf(Malformed.class);
  }

  @Test
  void saysWhatIsMalformed() {
    assertThat(problem(bytes())).isEqualTo("packet of 0 bytes (expected an IP header)");
    assertThat(problem(bytes(0x75))).isEqualTo("IP version 7 (expected 4 or 6)");
    assertThat(problem(bytes(0x41, 0))).contains("header of 4 bytes");
    assertThat(problem(bytes(0x60, 0))).isEqualTo("IPv6 header of 2 bytes (expected 40)");
    assertThat(problem(ipv4(17, bytes(0, 1, 0, 2, 0, 3, 0, 0))))
        .isEqualTo("UDP length 3 (expected 8 to 8)");
    byte[] offset = tcp(80, 2);
    offset[12] = 0x10;
    assertThat(problem(ipv4(6, offset))).startsWith("TCP header of 4 bytes");
  }

  @Test
  void everyPrefixOfAPacketIsSomething() {
    byte[] whole = ipv6(0, 64, bytes(44, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3));
    for (int length = 0; length <= whole.length; length++) {
      assertThat(parse(Arrays.copyOf(whole, length))).isNotNull();
    }
  }

  private static String problem(byte[] bytes) {
    return ((Malformed) parse(bytes)).problem();
  }
}

package io.honeypods.ipenum;

import static io.honeypods.ipenum.Packets.bytes;
import static io.honeypods.ipenum.Packets.icmp;
import static io.honeypods.ipenum.Packets.ipv4;
import static io.honeypods.ipenum.Packets.ipv6;
import static io.honeypods.ipenum.Packets.parse;
import static io.honeypods.ipenum.Packets.tcp;
import static io.honeypods.ipenum.Packets.udp;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The packets are as captured from each program. */
class ToolTest {
  private static final byte[] MSS = bytes(2, 4, 5, 0xb4);
  private static final byte[] OS_PROBE =
      bytes(3, 3, 10, 1, 2, 4, 1, 9, 8, 10, 255, 255, 255, 255, 0, 0, 0, 0, 4, 2);
  private static final byte[] LINUX =
      bytes(2, 4, 5, 0xb4, 4, 2, 8, 10, 0xa8, 0x64, 0x48, 0xfe, 0, 0, 0, 0, 1, 3, 3, 10);

  @Test
  void knowsNmap() {
    assertThat(tool(42, 0x93c2, tcp(22, 2, 1024, 39_090_347, 0, MSS, bytes())))
        .isEqualTo(Tool.NMAP);
    assertThat(tool(54, 0xa155, tcp(22, 0, 1024, 1, 0, bytes(), bytes()))).isEqualTo(Tool.NMAP);
    assertThat(of(ipv4(Packets.SOURCE, 17, 45, 0xc5f5, 0, udp(53, bytes())))).isEqualTo(Tool.NMAP);
    assertThat(of(ipv4(Packets.SOURCE, 1, 54, 0x213c, 0, icmp(8, 0, 0)))).isEqualTo(Tool.NMAP);
    assertThat(of(ipv6(6, 255, tcp(22, 2, 1024, 1, 0, MSS, bytes())))).isEqualTo(Tool.NMAP);
  }

  @Test
  void knowsTheProbesOfNmapForOperatingSystems() {
    assertThat(tool(49, 0x60aa, tcp(22, 2, 31_337, 1, 9, OS_PROBE, bytes())))
        .isEqualTo(Tool.NMAP_OS);
    assertThat(of(ipv4(Packets.SOURCE, 17, 64, 0x1042, 0, udp(34_017, new byte[300]))))
        .isEqualTo(Tool.NMAP_OS);
    assertThat(of(ipv4(Packets.SOURCE, 1, 43, 0xf151, 0x4000, icmp(8, 9, 120))))
        .isEqualTo(Tool.NMAP_OS);
  }

  @Test
  void knowsMasscan() {
    int sequence = (int) 2_573_130_152L;
    assertThat(tool(255, 0xd9fa, tcp(80, 2, 1024, sequence, 0, bytes(), bytes())))
        .isEqualTo(Tool.MASSCAN);
    assertThat(of(ipv4(Packets.SOURCE, 17, 255, 0x609d, 0, udp(53, new byte[31]))))
        .isEqualTo(Tool.MASSCAN);
    assertThat(of(ipv6(6, 255, tcp(22, 2, 1024, 1, 0, bytes(), bytes())))).isEqualTo(Tool.MASSCAN);
  }

  @Test
  void knowsZmap() {
    assertThat(tool(255, 54_321, tcp(22, 2, 65_535, 1, 0, bytes(), bytes()))).isEqualTo(Tool.ZMAP);
    assertThat(of(ipv4(Packets.SOURCE, 1, 255, 54_321, 0, icmp(8, 0, 12)))).isEqualTo(Tool.ZMAP);
  }

  @Test
  void knowsHping3() {
    assertThat(tool(64, 0x7f42, tcp(22, 2, 512, 1, 1_776_452_431, bytes(), bytes())))
        .isEqualTo(Tool.HPING3);
    assertThat(of(ipv4(Packets.SOURCE, 17, 64, 0x92e4, 0, udp(22, bytes()))))
        .isEqualTo(Tool.HPING3);
    assertThat(of(ipv4(Packets.SOURCE, 1, 64, 0x92e4, 0, icmp(8, 0, 0)))).isEqualTo(Tool.HPING3);
  }

  @Test
  void takesAnOperatingSystemForNone() {
    byte[] syn = tcp(22, 2, 64_240, 1, 0, LINUX, bytes());
    assertThat(of(ipv4(Packets.SOURCE, 6, 64, 0x5bde, 0x4000, syn))).isNull();
    assertThat(of(ipv4(Packets.SOURCE, 1, 64, 0x34ca, 0x4000, icmp(8, 0, 56)))).isNull();
    assertThat(of(ipv4(Packets.SOURCE, 17, 64, 1, 0x4000, udp(53, new byte[20])))).isNull();
  }

  @Test
  void knowsBothByTheirHopLimitOverIpv6() {
    assertThat(of(ipv6(6, 255, tcp(80, 0, 1024, 1, 0, bytes(), bytes())))).isEqualTo(Tool.NMAP);
    assertThat(of(ipv6(17, 255, udp(9999, bytes())))).isEqualTo(Tool.MASSCAN_OR_NMAP);
    assertThat(of(ipv6(17, 64, udp(40_125, bytes())))).isEqualTo(Tool.NMAP);
    assertThat(of(ipv6(17, 255, udp(53, new byte[12])))).isEqualTo(Tool.NMAP);
    assertThat(of(ipv6(17, 255, udp(53, new byte[31])))).isEqualTo(Tool.MASSCAN);
    assertThat(of(ipv6(58, 255, icmp(128, 0, 0)))).isEqualTo(Tool.NMAP);
    assertThat(of(ipv6(58, 255, icmp(128, 0, 48)))).isEqualTo(Tool.MASSCAN);
    assertThat(of(ipv6(132, 255, new byte[32]))).isEqualTo(Tool.NMAP);
    assertThat(of(ipv6(47, 50, bytes()))).isEqualTo(Tool.NMAP);
  }

  @Test
  void takesAnOperatingSystemForNoneOverIpv6() {
    assertThat(of(ipv6(6, 64, tcp(22, 2, 64_800, 1, 0, LINUX, bytes())))).isNull();
    assertThat(of(ipv6(58, 64, icmp(128, 0, 56)))).isNull();
    assertThat(of(ipv6(17, 64, udp(53, new byte[31])))).isNull();
    assertThat(of(ipv6(47, 64, new byte[40]))).isNull();
    byte[] labelled = ipv6(17, 255, udp(5353, new byte[40]));
    labelled[3] = 9;
    assertThat(of(labelled)).isNull();
  }

  @Test
  void namesEachOnce() {
    assertThat(Tool.text(EnumSet.noneOf(Tool.class))).isNull();
    assertThat(Tool.text(EnumSet.of(Tool.MASSCAN_OR_NMAP))).isEqualTo("masscan or nmap");
    assertThat(Tool.text(EnumSet.of(Tool.MASSCAN_OR_NMAP, Tool.NMAP, Tool.NMAP_OS)))
        .isEqualTo("nmap,nmap -O");
  }

  private static @Nullable Tool tool(int ttl, int id, byte[] segment) {
    return of(ipv4(Packets.SOURCE, 6, ttl, id, 0, segment));
  }

  private static @Nullable Tool of(byte[] packet) {
    return Tool.of(parse(packet));
  }
}

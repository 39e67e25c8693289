package io.honeypods.decoy.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Flow.Transport;
import java.net.Inet6Address;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowTest {

  /** Vectors of the specification, then such as the decoys see. */
  @ParameterizedTest
  @CsvSource({
    "TCP, 128.232.110.120, 34855, 66.35.250.204, 80, 1:LQU9qZlK+B5F3KDmev6m5PMibrg=",
    "UDP, 192.168.1.52, 54585, 8.8.8.8, 53, 1:d/FP5EW3wiY1vCndhwleRRKHowQ=",
    "ICMP, 192.168.0.89, 8, 192.168.0.1, 0, 1:X0snYXpgwiv9TZtqg64sgzUn6Dk=",
    "ICMP, 10.0.0.1, 11, 10.0.0.2, 0, 1:YHxtAirCG//0OzkcVAukqKQN9xM=",
    "TCP, 2001:470:e5bf:dead:4957:2174:e82c:4887, 63943, 2607:f8b0:400c:c03::1a, 25,"
        + " 1:/qFaeAR+gFe1KYjMzVDsMv+wgU4=",
    "IPV6_ICMP, 3ffe:507:0:1:200:86ff:fe05:80da, 128, 3ffe:501:0:1001::2, 129,"
        + " 1:+TW+HtLHvV1xnGhV1lv7XoJrqQg=",
    "IPV6_ICMP, fe80::200:86ff:fe05:80da, 133, ff02::2, 134, 1:hO+sN4H+MG5MY/8hIrXPqc4ZQz0=",
    "SCTP, 192.168.170.8, 7, 192.168.170.56, 7, 1:MP2EtRCAUIZvTw6MxJHLV7N7JDs=",
    "TCP, 10.244.1.7, 40112, 10.244.2.9, 22, 1:tGz2Y108/VxMbkyg/+JP4hU3cEo=",
    "TCP, 10.244.1.7, 40113, 10.244.2.9, 3306, 1:FGDyVOQOU9NhJsL65maFdKEBTK0=",
    "TCP, 10.244.1.7, 40114, 10.244.2.9, 8888, 1:bpFGHkOG15/vC9KILqoi1ZYbfLY=",
    "ICMP, 10.244.1.7, 8, 10.244.2.9, 0, 1:db9L6/eDUTv56oyMK2Ofdjri1Mo=",
    "IPV6_ICMP, fd00:10:244:1::7, 128, fd00:10:244:2::9, 129, 1:CgQr9EDrPX1onUoydenGBzrTRoY=",
    "TCP, fd00:10:244:1::7, 40112, fd00:10:244:2::9, 22, 1:DrzNDfjWVABMAB9xIKjsr172Up8="
  })
  void communityIdIsThatOfTheSpecification(
      Transport transport, String from, int fromPort, String to, int toPort, String expected) {
    assertThat(flow(transport, from, fromPort, to, toPort).communityId()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "TCP, 10.0.0.1, 40112, 10.0.0.2, 22",
    "TCP, 10.0.0.1, 40112, 10.0.0.1, 22",
    "UDP, 10.0.0.200, 1, 10.0.0.100, 65535",
    "SCTP, fd00::1, 1, fd00::2, 2",
    "ICMP, 10.0.0.1, 8, 10.0.0.2, 0",
    "IPV6_ICMP, fd00::1, 128, fd00::2, 129"
  })
  void bothDirectionsHaveOneId(
      Transport transport, String from, int fromPort, String to, int toPort) {
    assertThat(flow(transport, to, toPort, from, fromPort).communityId())
        .isEqualTo(flow(transport, from, fromPort, to, toPort).communityId());
  }

  @Test
  void protocolWithoutPortsIsToldByItsNumber() {
    Flow gre = flow(47, 7);
    assertThat(gre.communityId()).isEqualTo(flow(47, 9).communityId());
    assertThat(gre.communityId()).isNotEqualTo(flow(50, 7).communityId());
    assertThat(gre.protocol()).isEqualTo(47);
  }

  @Test
  void oneWayIcmpHasAnIdForEachDirection() {
    assertThat(flow(Transport.ICMP, "10.0.0.1", 3, "10.0.0.2", 1).communityId())
        .isNotEqualTo(flow(Transport.ICMP, "10.0.0.2", 3, "10.0.0.1", 1).communityId());
  }

  @Test
  void anAddressIsShownWithoutItsScope() throws Exception {
    byte[] linkLocal = InetAddress.ofLiteral("fe80::1").getAddress();
    var scoped = Inet6Address.getByAddress(null, linkLocal, 3);
    assertThat(new Peer(scoped, 1).ip()).isEqualTo("fe80:0:0:0:0:0:0:1");
  }

  private static Flow flow(int protocol, int port) {
    return new Flow(
        new Peer(InetAddress.ofLiteral("10.0.0.1"), port),
        new Peer(InetAddress.ofLiteral("10.0.0.2"), port),
        Transport.OTHER,
        protocol);
  }

  private static Flow flow(Transport transport, String from, int fromPort, String to, int toPort) {
    return new Flow(
        new Peer(InetAddress.ofLiteral(from), fromPort),
        new Peer(InetAddress.ofLiteral(to), toPort),
        transport);
  }
}

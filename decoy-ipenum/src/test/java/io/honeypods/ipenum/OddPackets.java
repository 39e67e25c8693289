package io.honeypods.ipenum;

import static io.honeypods.ipenum.Packets.bytes;
import static io.honeypods.ipenum.Packets.icmp;
import static io.honeypods.ipenum.Packets.ipv4;
import static io.honeypods.ipenum.Packets.ipv6;
import static io.honeypods.ipenum.Packets.tcp;
import static io.honeypods.ipenum.Packets.udp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Packets that no operating system sends: cut short, with lengths that lie, in endless headers. */
final class OddPackets {
  private static final byte[] HOPS = {60, 0, 0, 0, 0, 0, 0, 0};

  private OddPackets() {}

  static List<byte[]> all() {
    var odd = new ArrayList<byte[]>();
    byte[] whole = ipv6(0, 64, concat(HOPS, HOPS, bytes(6, 0, 0, 0, 0, 0, 0, 0), tcp(80, 2)));
    for (int length = 0; length < whole.length; length++) {
      odd.add(Arrays.copyOf(whole, length));
    }
    lengthsThatLie(odd);
    odd.add(ipv4(Packets.POD, 6, 64, 1, 0, tcp(80, Packet.SYN)));
    odd.add(ipv4(Packets.SOURCE, 6, 0, 1, 0x8000, tcp(0, Packet.SYN)));
    odd.add(ipv4(Packets.SOURCE, 1, 64, 1, 0x3fff, icmp(8, 0, 65)));
    odd.add(ipv4(Packets.SOURCE, 17, 64, 1, 0x2001, udp(53, bytes(1))));
    odd.add(ipv4(132, new byte[12]));
    odd.add(ipv4(255, bytes()));
    odd.add(ipv4(1, icmp(41, 255, 8)));
    byte[] longChain = new byte[0];
    for (int headers = 0; headers < 12; headers++) {
      longChain = concat(longChain, HOPS);
      odd.add(ipv6(0, 64, longChain));
    }
    return odd;
  }

  private static void lengthsThatLie(List<byte[]> odd) {
    for (int header = 0; header < 16; header++) {
      byte[] segment = tcp(80, Packet.SYN | Packet.FIN);
      segment[12] = (byte) (header << 4);
      odd.add(ipv4(6, segment));
      byte[] packet = Packets.syn(80);
      packet[0] = (byte) (0x40 | header);
      odd.add(packet);
    }
    for (int length : new int[] {0, 7, 8, 9, 65_535}) {
      byte[] datagram = udp(53, bytes(1));
      datagram[4] = (byte) (length >> 8);
      datagram[5] = (byte) length;
      odd.add(ipv4(17, datagram));
    }
  }

  private static byte[] concat(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer all = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }
}

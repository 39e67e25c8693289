package io.honeypods.drill;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * An ICMP echo request with the mark as its payload, over IPv4. Java alone cannot send one: {@link
 * LibC} does, with the datagram socket that container runtimes allow, or a raw one for root.
 */
final class Ping {
  private static final int ECHO_REQUEST = 8;
  private static final int HEADER = 8;
  private static final int PATIENCE_MILLIS = 2000;
  private static final int MAX_ANSWER = 2048;

  private Ping() {}

  /** Sends one and waits for what comes back. */
  static String send(String host, Mark mark) throws IOException {
    InetAddress address = InetAddress.getByName(host);
    if (!(address instanceof Inet4Address)) {
      throw new IOException(host + " is " + address.getHostAddress() + " (expected IPv4)");
    }
    try (Arena arena = Arena.ofConfined()) {
      var libc = new LibC(arena);
      int socket = libc.icmpSocket();
      try {
        libc.send(socket, address.getAddress(), request(mark));
        if (!libc.awaitInput(socket, PATIENCE_MILLIS)) {
          throw new IOException("no echo reply within " + PATIENCE_MILLIS + " ms");
        }
        long length = libc.receive(socket, arena.allocate(JAVA_BYTE, MAX_ANSWER));
        return "was answered with %d bytes".formatted(length);
      } finally {
        libc.close(socket);
      }
    }
  }

  /** Layout of RFC 792: type, code, checksum, identifier, sequence, data. */
  static byte[] request(Mark mark) {
    byte[] data = mark.text().getBytes(US_ASCII);
    ByteBuffer packet = ByteBuffer.allocate(HEADER + data.length);
    packet.put((byte) ECHO_REQUEST).put((byte) 0).putShort((short) 0);
    packet.putShort((short) ProcessHandle.current().pid()).putShort((short) 1).put(data);
    packet.putShort(2, checksum(packet.array()));
    return packet.array();
  }

  /** The ones' complement of the ones' complement sum of 16-bit words (RFC 1071). */
  static short checksum(byte[] bytes) {
    int sum = 0;
    for (int i = 0; i < bytes.length; i++) {
      sum += (bytes[i] & 0xff) << (i % 2 == 0 ? 8 : 0);
    }
    sum = (sum & 0xffff) + (sum >>> 16);
    sum = (sum & 0xffff) + (sum >>> 16);
    return (short) ~sum;
  }
}

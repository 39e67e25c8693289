package io.honeypods.mysql.diff;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** A connection that carries packets. */
final class PacketSocket implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final Socket socket;
  private int next;

  PacketSocket(InetSocketAddress server, Duration patience) throws IOException {
    socket = new Socket();
    socket.connect(server, (int) CONNECT.toMillis());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) patience.toMillis());
  }

  /** Sends a payload with the sequence id that is due. */
  void send(byte... payload) throws IOException {
    socket.getOutputStream().write(RawClient.framed(next++, payload));
  }

  /** Begins a command: its packet is number 0. */
  void command(byte... payload) throws IOException {
    next = 0;
    send(payload);
  }

  Packet receive() throws IOException {
    var head = new PacketReader(exactly(4));
    int length = (int) head.little(3);
    int sequence = head.int1();
    next = sequence + 1;
    return Packet.of(sequence, exactly(length));
  }

  private byte[] exactly(int length) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("got %d bytes (expected %d)".formatted(bytes.length, length));
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

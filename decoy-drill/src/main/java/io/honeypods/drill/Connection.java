package io.honeypods.drill;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** A TCP connection that waits seconds, not minutes. */
final class Connection implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MAX_LINE = 1024;

  private final Socket socket = new Socket();

  Connection(String host, int port) throws IOException {
    try {
      socket.connect(new InetSocketAddress(host, port), (int) PATIENCE.toMillis());
      socket.setSoTimeout((int) PATIENCE.toMillis());
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  void send(String latin1) throws IOException {
    send(latin1.getBytes(ISO_8859_1));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  byte[] receive(int length) throws IOException {
    byte[] bytes = socket.getInputStream().readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("end after " + bytes.length + " bytes (expected " + length + ")");
    }
    return bytes;
  }

  /** The next line without its end. */
  String line() throws IOException {
    var line = new StringBuilder();
    for (int c = socket.getInputStream().read(); c != '\n'; c = socket.getInputStream().read()) {
      if (c < 0 || line.length() == MAX_LINE) {
        throw new EOFException("no line end after " + line.length() + " characters");
      }
      line.append((char) c);
    }
    return line.toString().stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

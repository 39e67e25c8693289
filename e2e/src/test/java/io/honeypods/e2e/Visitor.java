package io.honeypods.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Somebody who comes to a port of 127.0.0.1 by a new connection each time. */
record Visitor(int port) {
  private static final int TIMEOUT_MILLIS = 10_000;

  /** An answer as its status, the lines of its head, and its body. */
  record Answer(int status, String head, String body) {}

  Answer get(String path, String... headers) {
    String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    String raw =
        exchange(
            "GET "
                + path
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + more
                + "Connection: close\r\n\r\n");
    int end = raw.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IllegalStateException("got \"" + raw + "\" (expected an HTTP response)");
    }
    return new Answer(
        Integer.parseInt(raw.substring(9, 12)), raw.substring(0, end), raw.substring(end + 4));
  }

  /** Sends bytes and reads until the other side ends. */
  String exchange(String request) {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A connection that has said nothing yet. */
  Socket connect() throws IOException {
    var socket = new Socket();
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
    return socket;
  }

  boolean isReady() {
    try {
      return get("/readyz").status() == 200;
    } catch (UncheckedIOException | IllegalStateException _) {
      return false;
    }
  }
}

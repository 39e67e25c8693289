package io.honeypods.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.honeypods.benchmarks.SshVisit.Kind;
import io.honeypods.benchmarks.SshVisit.Opening;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * One visit after another, told by lines of its stdin: {@code curve25519|mlkem|sntrup PORT TIMES}
 * is answered, for each, with the milliseconds until the identification, the server's lists and the
 * reply to the key exchange.
 */
final class SshLatency {
  private static final double MILLI = 1e6;
  private static final long PAUSE_NANOS = 1_000_000;
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private SshLatency() {}

  public static void main(String[] arguments) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", -1);
      Opening opening = Opening.of(Kind.parse(words[0]));
      for (int i = 0; i < Integer.parseInt(words[2]); i++) {
        visit(opening, Integer.parseInt(words[1]));
      }
      System.out.println("done");
    }
  }

  private static void visit(Opening opening, int port) throws IOException {
    try (Socket socket = connect(port)) {
      socket.setTcpNoDelay(true);
      var in = new DataInputStream(socket.getInputStream());
      double ident = millis(() -> line(in));
      send(socket, SshPackets.IDENT);
      double lists = millis(() -> packet(in));
      send(socket, opening.lists());
      send(socket, opening.start());
      double reply = millis(() -> packet(in));
      System.out.println(String.format(Locale.ROOT, "%.1f %.1f %.1f", ident, lists, reply));
    }
  }

  /** Waits for a server that is starting. */
  private static Socket connect(int port) throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      try {
        return new Socket(InetAddress.getLoopbackAddress(), port);
      } catch (ConnectException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private interface Reading {
    void read() throws IOException;
  }

  private static double millis(Reading reading) throws IOException {
    long start = System.nanoTime();
    reading.read();
    return (System.nanoTime() - start) / MILLI;
  }

  private static void send(Socket socket, ByteBuffer packet) throws IOException {
    byte[] bytes = new byte[packet.remaining()];
    packet.duplicate().get(bytes);
    socket.getOutputStream().write(bytes);
  }

  private static void line(DataInputStream in) throws IOException {
    while (in.readByte() != '\n') {}
  }

  private static void packet(DataInputStream in) throws IOException {
    in.readNBytes(in.readInt());
  }
}

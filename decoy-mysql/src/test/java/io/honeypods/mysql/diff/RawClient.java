package io.honeypods.mysql.diff;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A connection on which an exchange is played and everything that comes back is noted. */
final class RawClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final long NOTABLE_SECONDS = 2;

  private final Transcript transcript = new Transcript();
  private final Duration quiet;
  private final byte[] buffer = new byte[65_536];
  private ByteArrayOutputStream received = new ByteArrayOutputStream();
  private Socket socket = new Socket();
  private Ending ending = Ending.OPEN;
  private boolean opaque;
  private Packet last = Packet.of(-1, new byte[0]);
  private long lastSent;

  private RawClient(InetSocketAddress server, Duration quiet) throws IOException {
    this.quiet = quiet;
    socket.connect(server, (int) CONNECT.toMillis());
    socket.setTcpNoDelay(true);
    lastSent = System.nanoTime();
  }

  static List<String> play(Exchange exchange, InetSocketAddress server, Duration quiet) {
    try (var client = new RawClient(server, quiet)) {
      client.await(quiet);
      for (Exchange.Step step : exchange.steps()) {
        step.on(client);
      }
      client.await(quiet.multipliedBy(2));
      if (client.received.size() > 0) {
        client.transcript.note("PART " + Escape.value(client.received.toByteArray()));
      }
      client.transcript.note(client.ending.name());
      return List.copyOf(client.transcript.lines());
    } catch (IOException e) {
      return List.of("NOT PLAYED " + e);
    }
  }

  Transcript transcript() {
    return transcript;
  }

  Packet last() {
    return last;
  }

  /** From here on, bytes are noted as they are. */
  void becomeOpaque() {
    opaque = true;
  }

  void send(byte... bytes) throws IOException {
    write(bytes);
    await(quiet);
  }

  /** Sends without a look at the answer. */
  void write(byte... bytes) {
    if (ending != Ending.OPEN) {
      return;
    }
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (IOException _) {
      // The server has closed; what it said before is read next.
    }
    lastSent = System.nanoTime();
  }

  void packet(int sequence, byte... payload) throws IOException {
    send(framed(sequence, payload));
  }

  static byte[] framed(int sequence, byte... payload) {
    return new PacketWriter().little(payload.length, 3).int1(sequence).bytes(payload).toByteArray();
  }

  void finish() throws IOException {
    socket.shutdownOutput();
  }

  void upgrade() throws IOException {
    try {
      socket.setSoTimeout((int) CONNECT.toMillis());
      socket = TrustAll.over(socket);
      transcript.note("TLS");
    } catch (IOException e) {
      transcript.note("NO TLS " + e.getClass().getSimpleName());
      ending = Ending.FIN;
    }
  }

  /** Reads until nothing has come for a time, and notes it. */
  void await(Duration silence) throws IOException {
    long until = System.nanoTime() + silence.toNanos();
    while (ending == Ending.OPEN) {
      long left = until - System.nanoTime();
      if (left <= 0) {
        break;
      }
      socket.setSoTimeout((int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
      try {
        int n = socket.getInputStream().read(buffer);
        if (n < 0) {
          end(Ending.FIN);
        } else {
          received.write(buffer, 0, n);
          until = System.nanoTime() + silence.toNanos();
        }
      } catch (SocketTimeoutException _) {
        // The loop ends by the clock.
      } catch (IOException _) {
        end(Ending.RESET);
      }
    }
    note();
  }

  private void end(Ending how) {
    ending = how;
    long seconds =
        Math.round((System.nanoTime() - lastSent) / (double) TimeUnit.SECONDS.toNanos(1));
    if (seconds >= NOTABLE_SECONDS) {
      transcript.note("after " + seconds + " s");
    }
  }

  private void note() {
    byte[] bytes = received.toByteArray();
    int at = 0;
    while (!opaque && bytes.length - at >= 4) {
      var head = new PacketReader(Arrays.copyOfRange(bytes, at, at + 4));
      int length = (int) head.little(3);
      if (bytes.length - at < 4 + length) {
        break;
      }
      last = Packet.of(head.int1(), Arrays.copyOfRange(bytes, at + 4, at + 4 + length));
      transcript.packet(last);
      at += 4 + length;
    }
    received = new ByteArrayOutputStream();
    byte[] rest = Arrays.copyOfRange(bytes, at, bytes.length);
    if (opaque && rest.length > 0) {
      transcript.note("BYTES " + Escape.value(rest));
    } else {
      received.writeBytes(rest);
    }
  }

  /** Ends the connection without a word: RST instead of FIN. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
    ending = Ending.RESET;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

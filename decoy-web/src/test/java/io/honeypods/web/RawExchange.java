package io.honeypods.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One connection on which a case is played and everything that comes back is noted. */
final class RawExchange implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration GAP = Duration.ofMillis(1);
  private static final Duration AFTER_FIN = Duration.ofMillis(60);

  private final Socket socket = new Socket();
  private final byte[] buffer = new byte[65_536];
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final List<Integer> reads = new ArrayList<>();
  private final List<Integer> seen = new ArrayList<>();
  private Ending ending = Ending.OPEN;
  private long sentAt = System.nanoTime();
  private long endedAt;

  private RawExchange(InetSocketAddress server) throws IOException {
    socket.connect(server, (int) CONNECT.toMillis());
    socket.setTcpNoDelay(true);
  }

  /** Plays a case; {@code pause} is the time between two writes in which answers are read. */
  static Answer of(NginxCase what, InetSocketAddress server, Duration pause) throws IOException {
    try (var exchange = new RawExchange(server)) {
      return exchange.play(what, pause);
    }
  }

  private Answer play(NginxCase what, Duration pause) throws IOException {
    boolean later = false;
    for (byte[] bytes : what.writes()) {
      if (later) {
        read(pause, false);
        seen.add(received.size());
      }
      if (ending != Ending.OPEN) {
        break;
      }
      send(bytes, what.bytewise());
      later = true;
    }
    boolean finished = what.finish() && ending == Ending.OPEN;
    if (finished) {
      socket.shutdownOutput();
    }
    read(what.quiet(), true);
    var ended = ending == Ending.OPEN ? Duration.ZERO : Duration.ofNanos(endedAt - sentAt);
    boolean drains = ending == Ending.FIN && !finished && drains();
    return new Answer(
        received.toString(StandardCharsets.ISO_8859_1),
        List.copyOf(seen),
        ending,
        ended,
        drains,
        List.copyOf(reads));
  }

  private void send(byte[] bytes, boolean bytewise) {
    try {
      if (bytewise) {
        for (byte b : bytes) {
          socket.getOutputStream().write(b);
          LockSupport.parkNanos(GAP.toNanos());
        }
      } else {
        socket.getOutputStream().write(bytes);
      }
    } catch (IOException _) {
      // The server has closed; what it said before is read next.
    }
    sentAt = System.nanoTime();
  }

  /**
   * Reads for a time, which begins anew with every read if {@code silence} is what's waited for.
   */
  private void read(Duration time, boolean silence) throws IOException {
    long until = System.nanoTime() + time.toNanos();
    while (ending == Ending.OPEN) {
      long left = until - System.nanoTime();
      if (left <= 0) {
        return;
      }
      socket.setSoTimeout((int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
      try {
        int n = socket.getInputStream().read(buffer);
        if (n < 0) {
          end(Ending.FIN);
          return;
        }
        received.write(buffer, 0, n);
        reads.add(n);
        if (silence) {
          until = System.nanoTime() + time.toNanos();
        }
      } catch (SocketTimeoutException _) {
        // The loop ends by the clock.
      } catch (IOException _) {
        end(Ending.RESET);
      }
    }
  }

  private void end(Ending how) {
    ending = how;
    endedAt = System.nanoTime();
  }

  /** Whether a server that has sent its FIN takes bytes in silence; a closed one resets. */
  private boolean drains() {
    try {
      socket.getOutputStream().write('x');
      LockSupport.parkNanos(AFTER_FIN.toNanos());
      socket.getOutputStream().write('x');
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

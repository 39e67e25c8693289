package io.honeypods.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * A program that opens many connections from addresses 127.0.x.y, says nothing, drips a request
 * byte by byte or sends nearly all of one, and tells how long the server left them open.
 *
 * <p>Arguments: port, connections, {@code silent}, {@code drip} or {@code fat}, and x. It writes
 * {@code held N} once all are open, and {@code closed N LEAST MOST} in milliseconds once the server
 * closed all.
 */
final class FloodClient {
  private static final int A_SECOND = 500; // so that accept queues stay short
  private static final int SOURCES = 250;
  private static final long DRIP_NANOS = Duration.ofSeconds(5).toNanos();
  private static final byte[] REQUEST =
      ("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: " + "a".repeat(200)).getBytes(US_ASCII);

  /** The four buffers of 8 KiB that nginx has for a head, almost full. */
  private static final byte[] HEAD =
      ("GET / HTTP/1.1\r\nHost: a\r\n" + ("X: " + "a".repeat(7900) + "\r\n").repeat(4))
          .getBytes(US_ASCII);

  private final int port;
  private final int wanted;
  private final boolean drips;
  private final boolean fat;
  private final byte network;
  private final Selector selector = Selector.open();
  private final ByteBuffer waste = ByteBuffer.allocate(4096);
  private int begun;
  private int open;
  private int closed;
  private int dripped;
  private long least = Long.MAX_VALUE;
  private long most;

  /** When a connection was open. */
  private record Since(long nanos) {}

  private FloodClient(String[] arguments) throws IOException {
    port = Integer.parseInt(arguments[0]);
    wanted = Integer.parseInt(arguments[1]);
    drips = arguments[2].equals("drip");
    fat = arguments[2].equals("fat");
    network = Byte.parseByte(arguments[3]);
  }

  public static void main(String[] arguments) throws IOException {
    new FloodClient(arguments).run();
  }

  private void run() throws IOException {
    long nextDrip = System.nanoTime();
    long start = System.nanoTime();
    boolean told = false;
    while (closed < wanted) {
      long allowed = (System.nanoTime() - start) / 1000 * A_SECOND / 1_000_000;
      while (begun < Math.min(wanted, allowed)) {
        connect();
      }
      selector.select(this::ready, 10);
      if (!told && open + closed == wanted) {
        told = true;
        System.out.println("held " + open);
      }
      if (drips && System.nanoTime() - nextDrip > 0) {
        nextDrip = System.nanoTime() + DRIP_NANOS;
        drip();
      }
    }
    System.out.println("closed " + closed + " " + least + " " + most);
  }

  private void connect() throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    byte[] source = {127, 0, network, (byte) (1 + begun % SOURCES)};
    channel.bind(new InetSocketAddress(InetAddress.getByAddress(source), 0));
    begun++;
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.register(selector, SelectionKey.OP_CONNECT);
  }

  private void ready(SelectionKey key) {
    var channel = (SocketChannel) key.channel();
    try {
      if (key.isConnectable()) {
        channel.finishConnect();
        open++;
        key.attach(new Since(System.nanoTime()));
        key.interestOps(SelectionKey.OP_READ);
        if (fat) {
          channel.write(ByteBuffer.wrap(HEAD));
        }
      } else if (channel.read(waste.clear()) < 0) {
        ended(key);
      }
    } catch (IOException e) {
      ended(key);
    }
  }

  private void ended(SelectionKey key) {
    if (key.attachment() instanceof Since since) {
      long millis = (System.nanoTime() - since.nanos) / 1_000_000;
      least = Math.min(least, millis);
      most = Math.max(most, millis);
      open--;
    } else {
      System.out.println("refused");
    }
    closed++;
    key.cancel();
    try {
      key.channel().close();
    } catch (IOException _) {
      // it is gone either way
    }
  }

  private void drip() {
    byte next = REQUEST[Math.min(dripped++, REQUEST.length - 1)];
    for (SelectionKey key : selector.keys()) {
      if (key.isValid() && key.attachment() != null) {
        try {
          ((SocketChannel) key.channel()).write(ByteBuffer.wrap(new byte[] {next}));
        } catch (IOException _) {
          // the selector will tell
        }
      }
    }
  }
}

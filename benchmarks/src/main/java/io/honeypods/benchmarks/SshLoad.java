package io.honeypods.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.management.OperatingSystemMXBean;
import io.honeypods.benchmarks.SshVisit.Kind;
import io.honeypods.benchmarks.SshVisit.Opening;
import io.honeypods.benchmarks.SshVisit.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Locale;

/**
 * A load of SSH clients in one thread, told by lines of its stdin: {@code
 * ident|curve25519|mlkem|sntrup PORT SECONDS} is answered with {@code COUNT SECONDS CPU-SECONDS
 * ERRORS}, of which the CPU time is the client's own; {@code silent|exchanged PORT COUNT} with
 * {@code held COUNT}, until any other line comes. It checks no signature: it is to cost less than
 * the server does.
 */
final class SshLoad {
  private static final int CONNECTIONS = 48;
  private static final int IN = 8192;
  private static final int SMALL_IN = 2048;
  private static final int PER_SOURCE = 100;
  private static final int AT_ONCE = 32;
  private static final long SECOND = 1_000_000_000L;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Kind kind;
  private final Opening opening;
  private final InetSocketAddress server;
  private final Selector selector;
  private long count;
  private long errors;

  private SshLoad(Kind kind, int port, Selector selector) {
    this.kind = kind;
    this.opening = Opening.of(kind);
    this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.selector = selector;
  }

  public static void main(String[] arguments) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", -1);
      if (words.length != 3) {
        continue;
      }
      try (Selector selector = Selector.open()) {
        var load = new SshLoad(Kind.parse(words[0]), Integer.parseInt(words[1]), selector);
        if (load.kind.stays()) {
          load.hold(Integer.parseInt(words[2]), in);
        } else {
          load.run(Double.parseDouble(words[2]));
        }
      }
    }
  }

  private void run(double seconds) throws IOException {
    long cpu = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    long end = start + Math.round(seconds * SECOND);
    for (int i = 0; i < CONNECTIONS; i++) {
      open(InetAddress.ofLiteral("127.0.5." + (1 + i)), ByteBuffer.allocateDirect(IN));
    }
    while (System.nanoTime() < end) {
      selector.select(this::ready, 100);
    }
    double took = (System.nanoTime() - start) / (double) SECOND;
    double used = (SYSTEM.getProcessCpuTime() - cpu) / (double) SECOND;
    closeAll();
    System.out.println(String.format(Locale.ROOT, "%d %.3f %.3f %d", count, took, used, errors));
  }

  private void hold(int wanted, BufferedReader until) throws IOException {
    for (int i = 0; i < wanted; i++) {
      open(InetAddress.ofLiteral("127.0.6." + (1 + i / PER_SOURCE)), ByteBuffer.allocate(SMALL_IN));
      while (count + errors <= i - AT_ONCE) {
        selector.select(this::ready, 100);
      }
    }
    while (count + errors < wanted) {
      selector.select(this::ready, 100);
    }
    System.out.println("held " + count);
    until.readLine();
    closeAll();
  }

  private void open(InetAddress source, ByteBuffer in) throws IOException {
    SshVisit visit = SshVisit.open(opening, source, server, in);
    visit.channel().register(selector, SelectionKey.OP_READ, new Place(visit, source, in));
  }

  /** A visit and what its successor needs. */
  private record Place(SshVisit visit, InetAddress source, ByteBuffer in) {}

  private void ready(SelectionKey key) {
    var place = (Place) key.attachment();
    if (kind.stays() && place.visit().isOver()) {
      key.interestOps(0); // what comes behind the keys is for nobody
      return;
    }
    switch (read(place.visit())) {
      case GOING_ON -> {}
      case DONE -> {
        count++;
        again(place);
      }
      case FAILED -> {
        errors++;
        again(place);
      }
    }
  }

  private static Progress read(SshVisit visit) {
    try {
      return visit.read();
    } catch (IOException e) {
      return Progress.FAILED;
    }
  }

  private void again(Place place) {
    if (kind.stays() && place.visit().isOver()) {
      return;
    }
    try {
      place.visit().close();
      if (!kind.stays()) {
        open(place.source(), place.in());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void closeAll() throws IOException {
    for (SelectionKey key : selector.keys()) {
      ((Place) key.attachment()).visit().close();
    }
  }
}

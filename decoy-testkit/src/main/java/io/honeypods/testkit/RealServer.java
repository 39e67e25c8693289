package io.honeypods.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A genuine server that a test runs for itself, with a folder that ends with it. */
public final class RealServer implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final int CONNECT_MILLIS = 1000;
  private static final int END_SECONDS = 20;

  private final Process process;
  private final Path folder;
  private final InetSocketAddress address;

  /** Something to ask of a server: it answers, or throws because it is not ready. */
  @FunctionalInterface
  public interface Question {
    void ask() throws IOException;
  }

  private RealServer(Process process, Path folder, InetSocketAddress address) {
    this.process = process;
    this.folder = folder;
    this.address = address;
  }

  /** An address of the loopback whose port nobody listened on a moment ago. */
  public static InetSocketAddress freeAddress() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
    }
  }

  /** One that is ready once it takes a connection. */
  public static RealServer start(Path folder, InetSocketAddress address, List<String> command)
      throws IOException {
    return start(folder, address, command, () -> connect(address));
  }

  /**
   * One that is ready once it answers.
   *
   * @param folder what it works in; deleted in the end
   * @throws IOException with what the server printed, where it ends or takes over a minute
   */
  public static RealServer start(
      Path folder, InetSocketAddress address, List<String> command, Question ready)
      throws IOException {
    Path log = folder.resolve("output.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    var server = new RealServer(process, folder, address);
    if (server.answers(ready)) {
      return server;
    }
    String said = Files.readString(log);
    server.close();
    throw new IOException(command.getFirst() + " does not answer at " + address + ": " + said);
  }

  public InetSocketAddress address() {
    return address;
  }

  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private boolean answers(Question ready) {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      try {
        ready.ask();
        return true;
      } catch (IOException _) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
    return false;
  }

  private static void connect(InetSocketAddress address) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(address, CONNECT_MILLIS);
    }
  }
}

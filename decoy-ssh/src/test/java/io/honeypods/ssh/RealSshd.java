package io.honeypods.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A genuine sshd on a port of its own of the loopback. */
final class RealSshd implements AutoCloseable {
  private static final int WAIT_SECONDS = 20;

  private final Process process;
  private final Path work;
  private final InetSocketAddress address;

  private RealSshd(Process process, Path work, InetSocketAddress address) {
    this.process = process;
    this.work = work;
    this.address = address;
  }

  /** The sshd of this machine, or of a file system unpacked at {@code root}. */
  static RealSshd start(Path root) throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("sshd");
    Files.createDirectories(Path.of("/run/sshd"));
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var config = new StringBuilder("Port " + port + "\nListenAddress 127.0.0.1\n");
    for (String type : new String[] {"rsa", "ecdsa", "ed25519"}) {
      Path key = work.resolve(type);
      run("ssh-keygen", "-q", "-t", type, "-N", "", "-f", key.toString());
      config.append("HostKey ").append(key).append('\n');
    }
    config.append("UsePAM no\nKbdInteractiveAuthentication no\nPidFile none\n");
    config.append("MaxStartups 500:30:1000\n");
    Path helpers = root.resolve("usr/lib/openssh");
    if (Files.exists(helpers.resolve("sshd-auth"))) {
      config.append("SshdSessionPath ").append(helpers.resolve("sshd-session")).append('\n');
      config.append("SshdAuthPath ").append(helpers.resolve("sshd-auth")).append('\n');
      config.append("PerSourcePenalties no\n");
    }
    Path file = Files.writeString(work.resolve("config"), config);
    Process process =
        new ProcessBuilder(
                root.resolve("usr/sbin/sshd").toString(), "-D", "-e", "-f", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("log").toFile())
            .start();
    var sshd =
        new RealSshd(process, work, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    sshd.awaitReady();
    return sshd;
  }

  InetSocketAddress address() {
    return address;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try (var files = Files.walk(work)) {
      process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS);
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot clear " + work, e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady() throws IOException {
    for (int i = 0; i < WAIT_SECONDS * 20 && process.isAlive(); i++) {
      try (var socket = new Socket()) {
        socket.connect(address, 100);
        return;
      } catch (IOException _) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    }
    String log = Files.readString(work.resolve("log"));
    close();
    throw new IOException("sshd does not listen: " + log);
  }

  private static void run(String... command) throws IOException, InterruptedException {
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IOException(command[0] + " ended with " + status);
    }
  }
}

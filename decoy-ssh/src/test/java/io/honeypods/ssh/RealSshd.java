package io.honeypods.ssh;

import io.honeypods.testkit.RealServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A genuine sshd on a port of its own of the loopback. */
record RealSshd(RealServer server) implements AutoCloseable {
  /** The sshd of this machine, or of a file system unpacked at {@code root}. */
  static RealSshd start(Path root) throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("sshd");
    Files.createDirectories(Path.of("/run/sshd"));
    InetSocketAddress address = RealServer.freeAddress();
    var config = new StringBuilder("Port " + address.getPort() + "\nListenAddress 127.0.0.1\n");
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
    var command =
        List.of(root.resolve("usr/sbin/sshd").toString(), "-D", "-e", "-f", file.toString());
    return new RealSshd(RealServer.start(work, address, command));
  }

  InetSocketAddress address() {
    return server.address();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private static void run(String... command) throws IOException, InterruptedException {
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IOException(command[0] + " ended with " + status);
    }
  }
}

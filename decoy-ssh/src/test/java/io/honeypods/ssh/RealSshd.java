package io.honeypods.ssh;

import io.honeypods.testkit.Command;
import io.honeypods.testkit.RealServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A genuine sshd on a port of its own of the loopback. */
record RealSshd(RealServer server) implements AutoCloseable {

  /** The sshd of this machine, or of a file system unpacked at {@code root}; nobody logs in. */
  static RealSshd start(Path root) throws IOException {
    Path work = Files.createTempDirectory("sshd");
    keys(work);
    return start(
        root, work, List.of(), List.of("UsePAM no", "KbdInteractiveAuthentication no"), work);
  }

  /**
   * The sshd of this machine with Debian's configuration, into which root gets by a password.
   *
   * @param keys its host keys
   * @param authorized a public key that root gets in by as well
   */
  static RealSshd ofDebian(Path keys, Path authorized, String password) throws IOException {
    Path work = Files.createTempDirectory("sshd");
    Path shadow = Files.writeString(work.resolve("shadow"), shadow(password));
    return start(
        Path.of("/"),
        work,
        List.of(
            "unshare",
            "--mount",
            "sh",
            "-c",
            "mount --bind " + shadow + " /etc/shadow && exec \"$0\" \"$@\""),
        List.of(
            "UsePAM yes",
            "KbdInteractiveAuthentication no",
            "PrintMotd no",
            "PermitRootLogin yes",
            "StrictModes no",
            "AuthorizedKeysFile " + authorized,
            "Subsystem sftp /usr/lib/openssh/sftp-server"),
        keys);
  }

  /** Makes the host keys that {@code ssh-keygen -A} makes, by the same names. */
  static void keys(Path folder) {
    for (String type : new String[] {"rsa", "ecdsa", "ed25519"}) {
      Path key = folder.resolve("ssh_host_" + type + "_key");
      Command made =
          Command.run("ssh-keygen", "-q", "-t", type, "-N", "", "-C", "", "-f", key.toString());
      if (made.exit() != 0) {
        throw new IllegalStateException("ssh-keygen: " + made.err());
      }
    }
  }

  private static RealSshd start(
      Path root, Path work, List<String> wrapper, List<String> settings, Path keys)
      throws IOException {
    Files.createDirectories(Path.of("/run/sshd"));
    InetSocketAddress address = RealServer.freeAddress();
    var config =
        new ArrayList<>(
            List.of(
                "Port " + address.getPort(),
                "ListenAddress 127.0.0.1",
                "PidFile none",
                "MaxStartups 500:30:1000"));
    for (String type : new String[] {"rsa", "ecdsa", "ed25519"}) {
      config.add("HostKey " + keys.resolve("ssh_host_" + type + "_key"));
    }
    config.addAll(settings);
    Path helpers = root.resolve("usr/lib/openssh");
    if (Files.exists(helpers.resolve("sshd-auth"))) {
      config.add("SshdSessionPath " + helpers.resolve("sshd-session"));
      config.add("SshdAuthPath " + helpers.resolve("sshd-auth"));
      config.add("PerSourcePenalties no");
    }
    Path file = Files.write(work.resolve("config"), config);
    var command = new ArrayList<>(wrapper);
    command.addAll(
        List.of(root.resolve("usr/sbin/sshd").toString(), "-D", "-e", "-f", file.toString()));
    return new RealSshd(RealServer.start(work, address, command));
  }

  /** This machine's, with another password for root. */
  private static String shadow(String password) throws IOException {
    String hash = Command.run("openssl", "passwd", "-6", password).out().strip();
    return Files.readAllLines(Path.of("/etc/shadow")).stream()
        .map(line -> line.startsWith("root:") ? "root:" + hash + ":19000:0:99999:7:::" : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  InetSocketAddress address() {
    return server.address();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What takes Debian's sshd milliseconds takes us milliseconds, and seconds seconds. */
class SshLatencyIT {
  private static final String IDENT = "identification";

  @TempDir private static Path work;
  private static RealSshd real;
  private static TestSsh ours;

  /**
   * What is waited for.
   *
   * @param times how often
   * @param factor by how much the quickest of ours may differ from theirs
   */
  record Wait(String name, int times, double factor, Asking asking) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Wait> waits() {
    return Stream.of(
        new Wait(IDENT, 15, 5, _ -> {}),
        new Wait("lists", 15, 15, RawSsh::ident),
        new Wait("exchange", 15, 15, RawSsh::exchange),
        new Wait("none", 9, 15, ssh -> ask(ssh, request("root", "none"))),
        new Wait(
            "keyboard-interactive",
            9,
            15,
            ssh -> ask(ssh, request("root", "keyboard-interactive").text("").text(""))),
        new Wait("unknown key", 9, 15, SshLatencyIT::query),
        new Wait("wrong password", 5, 3, ssh -> password(ssh, "root")),
        new Wait("unknown user", 5, 3, ssh -> password(ssh, "nobody-here")));
  }

  /** What is sent; the answer to it is the last thing read. */
  interface Asking {
    void ask(RawSsh ssh) throws IOException;
  }

  @BeforeAll
  static void start() throws IOException {
    Tools.require("/usr/sbin/sshd", "ssh-keygen", "openssl", "unshare");
    RealSshd.keys(work);
    real = RealSshd.ofDebian(work, work.resolve("none"), "hunter2");
    ours = new TestSsh(SshProfile.DEBIAN12, List.of(), HostKeys.in(work));
  }

  @AfterAll
  static void stop() throws IOException {
    if (ours != null) {
      ours.close();
    }
    if (real != null) {
      real.close();
    }
  }

  @ParameterizedTest
  @MethodSource("waits")
  void isOfTheSameClass(Wait wait) throws IOException {
    var theirs = new ArrayList<Double>();
    var own = new ArrayList<Double>();
    for (int i = 0; i < wait.times; i++) {
      theirs.add(millis(wait, real.address()));
      own.add(millis(wait, ours.address()));
    }
    double ratio = Collections.min(own) / Collections.min(theirs);
    System.err.printf("%s: sshd %s ms, ours %s ms%n", wait, theirs, own);
    assertThat(ratio).isBetween(1 / wait.factor, wait.factor);
  }

  private static double millis(Wait wait, InetSocketAddress server) throws IOException {
    long start = System.nanoTime();
    try (var ssh = new RawSsh(server)) {
      if (!wait.name.equals(IDENT)) {
        start = System.nanoTime();
        wait.asking.ask(ssh);
      }
      return Math.round((System.nanoTime() - start) / 1e5) / 10.0;
    }
  }

  private static void password(RawSsh ssh, String user) throws IOException {
    ask(ssh, request(user, "password").bool(false).text("wrong"));
  }

  private static void query(RawSsh ssh) throws IOException {
    byte[] blob = new PayloadWriter().text("ssh-ed25519").string(new byte[32]).bytes();
    ask(ssh, request("root", "publickey").bool(false).text("ssh-ed25519").string(blob));
  }

  private static PayloadWriter request(String user, String method) {
    return PayloadWriter.message(Msg.USERAUTH_REQUEST)
        .text(user)
        .text("ssh-connection")
        .text(method);
  }

  /** Asks for the service and a login, and reads the answers to both. */
  private static void ask(RawSsh ssh, PayloadWriter request) throws IOException {
    ssh.authentication();
    ssh.packet(request);
    ssh.read();
    ssh.read();
  }
}

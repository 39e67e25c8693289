package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.testkit.Command;
import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients, scanners and guessers get from us what they get from Debian's sshd. */
class SshClientsIT {
  private static final String PASSWORD = "hunter2";
  private static final String COMMAND = "echo out; echo err >&2; exit 3";
  private static final List<String> FILES =
      List.of("paramiko_client.py", "asyncssh_client.py", "client.c", "client.go");

  @TempDir private static Path work;
  private static RealSshd real;
  private static TestSsh ours;

  @BeforeAll
  static void start() throws IOException {
    Tools.require("/usr/sbin/sshd", "ssh-keygen", "ssh-keyscan", "openssl", "unshare");
    require(sh("unshare --mount true", Map.of()).exit() == 0, "no mount namespace for this user");
    RealSshd.keys(work);
    sh("ssh-keygen -q -t ed25519 -N '' -f key", Map.of());
    for (String file : FILES) {
      try (InputStream in = SshClientsIT.class.getResourceAsStream("clients/" + file)) {
        Files.copy(Objects.requireNonNull(in, file), work.resolve(file));
      }
    }
    Files.writeString(work.resolve("passwords"), "root\nadmin\n" + PASSWORD + "\ntoor\n");
    Files.writeString(work.resolve("wrong"), "root\nadmin\n");
    Bytes key = AuthorizedKey.parse(Files.readString(work.resolve("key.pub")));
    real = RealSshd.ofDebian(work, work.resolve("key.pub"), PASSWORD);
    var account = new Account("root", PASSWORD, List.of(key));
    ours = new TestSsh(SshProfile.DEBIAN12, List.of(account), HostKeys.in(work));
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
  @EnumSource
  void clientIsLetInOrNotWithTheSameWords(SshClient client) {
    Command prepared = sh(client.preparation(), Map.of());
    require(prepared.exit() == 0, client + ": " + prepared.out());

    assertThat(same(client.visit(), login("wrong", "-"))).doesNotContain("out\n");
    assertThat(same(client.visit(), login(PASSWORD, "-"))).contains("out\n", "err\n");
    assertThat(same(client.visit(), login("-", "key"))).contains("out\n", "err\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hydra -l root -P LIST -t 4 -s $PORT ssh://127.0.0.1",
        "medusa -h 127.0.0.1 -n $PORT -u root -P LIST -M ssh",
        "ncrack -p ssh:$PORT --user root -P LIST 127.0.0.1"
      })
  void guesserTellsTheSame(String guesser) {
    Tools.require(guesser.substring(0, guesser.indexOf(' ')));

    assertThat(same(guesser.replace("LIST", "passwords"), Map.of())).contains(PASSWORD);
    assertThat(same(guesser.replace("LIST", "wrong"), Map.of())).doesNotContain(PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nmap -Pn -n -oN - -p $PORT -sV 127.0.0.1",
        "nmap -Pn -n -oN - -p $PORT --script ssh2-enum-algos,ssh-hostkey --script-args"
            + " ssh_hostkey=full 127.0.0.1",
        "nmap -Pn -n -oN - -p $PORT --script ssh-auth-methods --script-args ssh.user=root"
            + " 127.0.0.1",
        "nmap -Pn -n -oN - -p $PORT --script ssh-brute --script-args"
            + " userdb=wrong,passdb=wrong,brute.threads=2 127.0.0.1",
        "ssh-audit -n -p $PORT 127.0.0.1",
        "ssh-keyscan -p $PORT 127.0.0.1 | sort",
        "curl -sSk -u root:" + PASSWORD + " sftp://127.0.0.1:$PORT/etc/issue.net"
      })
  void scannerReportsTheSame(String scanner) {
    Tools.require(scanner.substring(0, scanner.indexOf(' ')));

    assertThat(same(scanner, Map.of())).isNotBlank();
  }

  private static Map<String, String> login(String password, String key) {
    return Map.of("PASSWORD", password, "KEY", key, "COMMAND", COMMAND);
  }

  /** What a script says of either server. */
  private static String same(String script, Map<String, String> variables) {
    CompletableFuture<String> theirs =
        CompletableFuture.supplyAsync(() -> ask(script, real.address(), variables));
    String said = ask(script, ours.address(), variables);
    assertThat(said).as(script).isEqualTo(theirs.join());
    return said;
  }

  private static String ask(
      String script, InetSocketAddress server, Map<String, String> variables) {
    String port = String.valueOf(server.getPort());
    String print = "export HOST_KEY=$(ssh-keygen -lf ssh_host_ed25519_key.pub | cut -d' ' -f2)\n";
    Command done = sh("export PORT=" + port + "\n" + print + script, variables);
    return (done.out() + "\nexit " + done.exit())
        .replaceAll("\\b" + port + "\\b", "PORT")
        .replaceAll("\\d{4}-\\d\\d-\\d\\d( at)? \\d\\d:\\d\\d(:\\d\\d)?( [A-Z]+)?", "WHEN")
        .replaceAll("(?m)^# .*as: .*|^# Nmap done.*", "")
        .replaceAll("[\\d.]+s? (seconds|latency)", "SOME $1")
        .replaceAll("\\(0\\.\\d+s latency\\)|average tps: [\\d.]+", "SOME");
  }

  private static Command sh(String script, Map<String, String> variables) {
    var builder = new ProcessBuilder("sh", "-c", "exec 2>&1\n" + script).directory(work.toFile());
    builder.environment().putAll(variables);
    return Command.run(builder, "");
  }

  /** Skips loudly, and fails in CI. */
  private static void require(boolean there, String otherwise) {
    if (!there) {
      String reason = otherwise + ": THIS IS NOT TESTED (.ci/run installs it)";
      if (Tools.isCi()) {
        fail(reason);
      }
      System.err.println(reason);
      abort(reason);
    }
  }
}

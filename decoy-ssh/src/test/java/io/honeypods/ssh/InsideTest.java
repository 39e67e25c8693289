package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.identity.Identity;
import io.honeypods.ssh.host.FileScope;
import io.honeypods.ssh.host.Host;
import io.honeypods.ssh.host.Machine;
import io.honeypods.ssh.host.Pipe;
import io.honeypods.ssh.host.PlantedKey;
import io.honeypods.ssh.host.Program;
import io.honeypods.ssh.host.Start;
import io.honeypods.ssh.host.Terminal;
import io.honeypods.testkit.ManualClock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;
import org.junit.jupiter.api.Test;

/** What lies on the host, is kept there, and is edited there. */
class InsideTest {
  private final ManualClock clock = new ManualClock();
  private final SshServer server =
      TestSsh.server(SshProfile.DEBIAN13, List.of(), clock, "10:30:100", true);
  private final Host sharing =
      SshDecoy.host(
          TestSsh.IDENTITY, SshProfile.DEBIAN13, clock, List.of(), List.of(), FileScope.ACCOUNT);

  @Test
  void theKeyThatLiesThereIsAKeyOfItsIdentity() {
    PlantedKey key = PlantedKey.of(TestSsh.IDENTITY);
    String body =
        String.join(
            "",
            Arrays.stream(key.file().split("\n", -1))
                .filter(line -> !line.startsWith("-"))
                .toList());
    var secret =
        (Ed25519PrivateKeyParameters)
            OpenSSHPrivateKeyUtil.parsePrivateKeyBlob(Base64.getDecoder().decode(body));

    byte[] point = secret.generatePublicKey().getEncoded();
    assertThat(Arrays.copyOfRange(key.blob(), key.blob().length - point.length, key.blob().length))
        .isEqualTo(point);
    assertThat(AuthorizedKey.parse(key.line())).isEqualTo(Bytes.of(key.blob()));
    assertThat(PlantedKey.of(TestSsh.IDENTITY).file()).isEqualTo(key.file());
    assertThat(PlantedKey.of(Identity.of("another")).blob()).isNotEqualTo(key.blob());
    assertThat(TestMachine.run(SshProfile.DEBIAN13, "deploy", "cat " + key.place()).out())
        .isEqualTo(key.file());
    assertThat(TestMachine.run(SshProfile.DEBIAN13, "deploy", "cat " + key.place() + ".pub").out())
        .isEqualTo(key.line() + "\n");
  }

  private static final class Nobody implements io.honeypods.ssh.host.Reports {
    @Override
    public void command(String line) {}

    @Override
    public void outbound(String program, String host, int port) {}

    @Override
    public void password(String user, String password, boolean right) {}

    @Override
    public void uploaded(String path, String content) {}

    @Override
    public void downloaded(String path, String content) {}
  }

  private static String run(Machine machine, Map<String, Program> programs, String command) {
    var in = new Pipe();
    var out = new Pipe();
    in.end();
    machine.begin(
        java.util.Objects.requireNonNull(programs.get("bash")),
        new Start(
            List.of("bash", "-c", command),
            machine.user("root"),
            "/root",
            Map.of("PATH", "/usr/bin:/bin"),
            Map.of(0, in),
            Map.of(1, out, 2, out),
            null,
            1));
    for (int i = 0; i < 100; i++) {
      machine.run();
    }
    return out.all();
  }

  @Test
  void filesAreSharedByAccountWhereTheyAreTo() {
    Map<String, Program> programs = server.programs();
    run(
        sharing.visit(programs, new Nobody(), "root"),
        programs,
        "echo left > /root/f; rm /etc/motd");

    assertThat(run(sharing.visit(programs, new Nobody(), "root"), programs, "cat f; ls /etc/motd"))
        .startsWith("left\n")
        .contains("No such file");
    assertThat(
            run(sharing.visit(programs, new Nobody(), "deploy"), programs, "cat f; ls /etc/motd"))
        .contains("cat: f: No such file or directory")
        .endsWith("/etc/motd\n");
  }

  @Test
  void filesAreOnesOwnWhereNothingElseIsSaid() {
    Map<String, Program> programs = server.programs();
    run(server.host().visit(programs, new Nobody(), "root"), programs, "echo left > f");

    assertThat(run(server.host().visit(programs, new Nobody(), "root"), programs, "ls f"))
        .contains("No such file");
  }

  @Test
  void theAccountsThatShareAreBounded() {
    Map<String, Program> programs = server.programs();
    run(sharing.visit(programs, new Nobody(), "first"), programs, "echo left > f");
    for (int i = 0; i < 16; i++) {
      sharing.visit(programs, new Nobody(), "account" + i);
    }

    assertThat(run(sharing.visit(programs, new Nobody(), "first"), programs, "ls f"))
        .contains("No such file");
  }

  @Test
  void viChangesAFileAndWritesIt() {
    var visit = new Visit(server, "root", TestSsh.CLIENT);
    var screen = new Pipe();
    var terminal = new Terminal("pts/0", 80, 24, screen);
    var login = new Login(visit);
    login.environment("TERM", "xterm");
    login.start("shell", "", new Pipe(), screen, screen, terminal);
    type(visit, terminal, "echo one > f; vi f\r");
    assertThat(taken(screen))
        .contains("\u001b[?1049h")
        .contains("one\u001b[K")
        .contains("~\u001b[K")
        .contains("\"f\" 1L, 4B");

    type(visit, terminal, "A two");
    type(visit, terminal, "\u001b");
    type(visit, terminal, "othree");
    type(visit, terminal, "\u001b");
    type(visit, terminal, ":q\r");
    assertThat(taken(screen)).contains("E37: No write since last change");
    type(visit, terminal, ":wq\r");
    assertThat(taken(screen)).contains("\u001b[?1049l");
    type(visit, terminal, "cat f\r");
    assertThat(taken(screen)).contains("one two\r\nthree\r\n");
    type(visit, terminal, "vi f\r");
    type(visit, terminal, "dd:q!\r");
    type(visit, terminal, "wc -l f\r");
    assertThat(taken(screen)).contains("2 f\r\n");
  }

  private static void type(Visit visit, Terminal terminal, String keys) {
    terminal.type(keys);
    for (int i = 0; i < 50; i++) {
      visit.machine().run();
    }
  }

  private static String taken(Pipe screen) {
    String all = screen.take(Integer.MAX_VALUE);
    return all == null ? "" : all;
  }
}

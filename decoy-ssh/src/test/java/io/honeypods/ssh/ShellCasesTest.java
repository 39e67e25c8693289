package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands answer as they were recorded on a genuine Debian. */
class ShellCasesTest {

  /** A command and what came of it. */
  record Case(String command, String out, String err, int status) {
    @Override
    public String toString() {
      return command.lines().findFirst().orElse("");
    }

    static Case parse(String text) {
      int out = text.indexOf("\n<<OUT\n");
      int err = text.indexOf("<<ERR\n", out);
      int status = text.indexOf("<<STATUS ", err);
      return new Case(
          text.substring(0, out),
          text.substring(out + "\n<<OUT\n".length(), err),
          text.substring(err + "<<ERR\n".length(), status),
          Integer.parseInt(text.substring(status + "<<STATUS ".length()).strip()));
    }
  }

  static Stream<Case> cases() throws IOException {
    try (var in =
        Objects.requireNonNull(ShellCasesTest.class.getResourceAsStream("shell-cases.txt"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      String body = text.replaceAll("(?m)\\A(#.*\n)+", "");
      return Arrays.stream(body.split("\n%%\n", -1))
          .filter(each -> !each.isBlank())
          .map(Case::parse);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersAsDebian(Case recorded) {
    TestMachine.Ran ran = TestMachine.run(SshProfile.DEBIAN12, "root", recorded.command());

    assertThat(ran.out()).isEqualTo(recorded.out());
    assertThat(ran.err()).isEqualTo(recorded.err());
    assertThat(ran.status()).isEqualTo(recorded.status());
  }
}

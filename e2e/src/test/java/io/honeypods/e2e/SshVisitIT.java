package io.honeypods.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Command;
import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody guesses passwords, finds one, and looks around. */
class SshVisitIT {
  private static final String ACCOUNT =
      "ssh: {accounts: [{name: deploy, password: \"tr0ub4dor\"}]}";

  @TempDir private Path folder;

  @Test
  void sessionTellsWhoDidWhatAndHow() throws IOException {
    Tools.require("ssh");
    try (DecoyProcess decoys = Launch.configured(ACCOUNT).up("ssh")) {
      Command refused = ssh(decoys, "123456");
      assertThat(refused.exit()).isEqualTo(255);
      assertThat(refused.err()).contains("Permission denied");
      Command client = ssh(decoys, "tr0ub4dor");
      assertThat(client.exit()).as(client.err()).isZero();
      assertThat(client.out()).contains("uid=").contains("(deploy)");
      decoys.awaitEvent(
          "ssh session that ends",
          event ->
              event.is("ssh", "connection-closed")
                  && decoys.events("ssh", "connection-closed").size() == 2);
      decoys.stop();

      assertThat(decoys.events("ssh", "client-identified").getFirst().toString())
          .contains("OpenSSH");
      assertThat(decoys.events("ssh", "login-attempted"))
          .anySatisfy(event -> assertThat(event.toString()).contains("123456").contains("failure"))
          .anySatisfy(
              event -> assertThat(event.toString()).contains("tr0ub4dor").contains("success"));
      assertThat(decoys.events("ssh", "command-received"))
          .anySatisfy(event -> assertThat(event.toString()).contains("\"id\""));
      assertThat(decoys.events().stream().filter(event -> !event.session().isEmpty()))
          .extracting(event -> event.at("rule.name").get(0).asString())
          .containsOnly("honeypod.network.ssh");
      EventSchema.assertValid(decoys.events());
    }
  }

  /** OpenSSH asks a program for the password where it is told to. */
  private Command ssh(DecoyProcess decoys, String password) throws IOException {
    Path answer = Files.writeString(folder.resolve("answer"), "#!/bin/sh\necho " + password + "\n");
    assertThat(answer.toFile().setExecutable(true)).isTrue();
    var builder =
        new ProcessBuilder(
            List.of(
                "ssh",
                "-F/dev/null",
                "-oStrictHostKeyChecking=no",
                "-oUserKnownHostsFile=/dev/null",
                "-oPreferredAuthentications=password",
                "-oNumberOfPasswordPrompts=1",
                "-p" + decoys.port("ssh.listen"),
                "deploy@127.0.0.1",
                "id"));
    builder.environment().put("SSH_ASKPASS", answer.toString());
    builder.environment().put("SSH_ASKPASS_REQUIRE", "force");
    return Command.run(builder, "");
  }
}

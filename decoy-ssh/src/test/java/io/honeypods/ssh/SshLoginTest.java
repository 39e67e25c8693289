package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Event.CommandReceived;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.Event.PlantedCredentialUsed;
import io.honeypods.decoy.event.Event.TunnelRequested;
import io.honeypods.decoy.event.LoginMethod;
import io.honeypods.decoy.event.Outcome;
import io.honeypods.decoy.event.Secret;
import io.honeypods.decoy.identity.Planted;
import io.honeypods.ssh.host.PlantedKey;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SshLoginTest {
  private final TestSsh sshd =
      new TestSsh(SshProfile.DEBIAN13, List.of(new Account("ops", "hunter2", List.of())));

  @AfterEach
  void close() {
    sshd.close();
  }

  @Test
  void letsInWhoKnowsThePassword() throws IOException {
    try (var ssh = new RawSsh(sshd.address())) {
      List<String> heard = ssh.authentication("x").packet(password("ops", "hunter2")).listen();

      assertThat(heard).anyMatch(each -> each.startsWith("message 52 "));
    }
    assertThat(logins())
        .containsExactly(
            new LoginAttempted(
                LoginMethod.PASSWORD,
                io.honeypods.decoy.event.Text.of("ops"),
                Secret.password("hunter2"),
                Outcome.SUCCESS));
  }

  @Test
  void letsInWhoReadTheBaitAndSaysSo() throws IOException {
    Planted bait =
        Planted.of(TestSsh.IDENTITY).stream()
            .filter(each -> each.service().equals("ssh"))
            .findFirst()
            .orElseThrow();
    try (var ssh = new RawSsh(sshd.address())) {
      List<String> heard =
          ssh.authentication("x").packet(password(bait.user(), bait.secret())).listen();

      assertThat(heard).anyMatch(each -> each.startsWith("message 52 "));
    }
    assertThat(sshd.seen())
        .contains(
            new PlantedCredentialUsed("ssh", bait.user(), bait.place(), LoginMethod.PASSWORD));
  }

  @Test
  void knowsTheKeyThatLiesOnTheHost() throws IOException {
    PlantedKey key = PlantedKey.of(TestSsh.IDENTITY);
    try (var ssh = new RawSsh(sshd.address())) {
      ssh.authentication("x").packet(query("git", key.blob())).listen();
    }
    assertThat(sshd.seen())
        .contains(
            new PlantedCredentialUsed("ssh", key.user(), key.place(), LoginMethod.PUBLIC_KEY));
  }

  @Test
  void hangsUpAfterSixFailures() throws IOException {
    try (var ssh = new RawSsh(sshd.address())) {
      ssh.authentication("x");
      for (int i = 0; i < 7; i++) {
        ssh.packet(query("root"));
      }

      assertThat(ssh.listen()).filteredOn(each -> each.startsWith("message 51")).hasSize(5);
      assertThat(ssh.heard()).anyMatch(each -> each.contains("Too many authentication failures"));
    }
    assertThat(logins())
        .hasSize(6)
        .allSatisfy(
            login -> {
              assertThat(login.method()).isEqualTo(LoginMethod.PUBLIC_KEY);
              assertThat(login.secret().value().value())
                  .startsWith("ssh-ed25519 ")
                  .contains("SHA256:");
            });
  }

  @Test
  void runsACommandAndRefusesATunnel() throws IOException {
    try (var ssh = new RawSsh(sshd.address())) {
      List<String> heard =
          ssh.authentication("x")
              .packet(password("ops", "hunter2"))
              .packet(
                  PayloadWriter.message(90)
                      .text("direct-tcpip")
                      .u32(0)
                      .u32(1000)
                      .u32(1000)
                      .text("10.0.0.1")
                      .u32(6443)
                      .text("127.0.0.1")
                      .u32(1))
              .packet(PayloadWriter.message(90).text("session").u32(7).u32(100_000).u32(1000))
              .packet(
                  PayloadWriter.message(98).u32(0).text("exec").bool(true).text("no-such-command"))
              .listen();

      assertThat(heard).anyMatch(each -> each.contains("no-such-command: command not found"));
      assertThat(heard).anyMatch(each -> each.startsWith("message 92 "));
    }
    assertThat(sshd.seen())
        .hasAtLeastOneElementOfType(CommandReceived.class)
        .hasAtLeastOneElementOfType(TunnelRequested.class);
  }

  @Test
  void reportsPacketsThatAreNone() throws IOException {
    try (var ssh = new RawSsh(sshd.address())) {
      assertThat(ssh.ident().raw(RawSsh.forged(0x40001, 4, new byte[16])).listen()).endsWith("FIN");
    }
    assertThat(sshd.seen())
        .anyMatch(
            event ->
                event instanceof InputMalformed bad
                    && bad.problem().startsWith("packet length 262145"));
  }

  private List<LoginAttempted> logins() {
    return sshd.seen().stream()
        .filter(LoginAttempted.class::isInstance)
        .map(LoginAttempted.class::cast)
        .toList();
  }

  private static PayloadWriter password(String user, String password) {
    return PayloadWriter.message(50)
        .text(user)
        .text("ssh-connection")
        .text("password")
        .bool(false)
        .text(password);
  }

  private static PayloadWriter query(String user) {
    return query(user, new PayloadWriter().text("ssh-ed25519").string(new byte[32]).bytes());
  }

  private static PayloadWriter query(String user, byte[] blob) {
    return PayloadWriter.message(50)
        .text(user)
        .text("ssh-connection")
        .text("publickey")
        .bool(false)
        .text("ssh-ed25519")
        .string(blob);
  }
}

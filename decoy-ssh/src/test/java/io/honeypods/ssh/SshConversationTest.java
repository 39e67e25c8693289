package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event.ClientIdentified;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Fingerprint;
import io.honeypods.decoy.net.Step;
import io.honeypods.decoy.net.Step.Ending;
import io.honeypods.testkit.Fragments;
import io.honeypods.testkit.ManualClock;
import io.honeypods.testkit.Outcome;
import io.honeypods.testkit.Play;
import io.honeypods.testkit.Protocol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SshConversationTest {
  private static final Protocol<SshInput, Bytes> SSHD =
      TestSsh.protocol(SshProfile.DEBIAN12, List.of());

  @Test
  void greetsLikeAServerThatForks() {
    var play = SSHD.begin();

    assertThat(play.replies())
        .containsExactly(Bytes.ofLatin1("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u10\r\n"));
    assertThat(play.delays())
        .singleElement()
        .satisfies(
            delay -> assertThat(delay).isBetween(Duration.ofMillis(8), Duration.ofMillis(15)));
  }

  @Test
  void refusesWhatIsNoIdentificationInTwoWrites() {
    Outcome outcome = SSHD.play(Fragments.whole(), Bytes.ofLatin1("SSH-1337-x\r\n"));

    assertThat(outcome.replies().subList(1, outcome.replies().size()))
        .containsExactly(
            Bytes.ofLatin1("Invalid SSH identification string."), Bytes.ofLatin1("\r\n"));
    assertThat(outcome.ending()).isEqualTo(Ending.HANG_UP);
    assertThat(outcome.events()).hasOnlyElementsOfType(InputMalformed.class);
  }

  @Test
  void resetsWhereItLeavesBytesUnread() {
    Outcome outcome = SSHD.play(Fragments.whole(), Bytes.ofLatin1("GET / HTTP/1.0\r\n\r\n"));

    assertThat(outcome.ending()).isEqualTo(Ending.RESET);
  }

  @Test
  void waitsTwoMinutesForALogin() {
    Play<SshInput, Bytes> play = SSHD.begin();

    assertThat(play.patience()).isEqualTo(Duration.ofMinutes(2));
    play.timeOut();
    assertThat(play.isOver()).isTrue();
  }

  @Test
  void tellsTheClientsHassh() {
    byte[] init =
        RawSsh.lists(List.of("curve25519-sha256"), "ssh-ed25519", "aes128-ctr")
            .payload(new byte[KexInit.COOKIE]);
    Bytes hello =
        Bytes.of(
            PayloadWriter.join(
                Bytes.ofLatin1("SSH-2.0-Go\r\n").toByteArray(), new Outbound().packet(init)));

    for (Fragments fragments : Fragments.all()) {
      assertThat(SSHD.play(fragments, hello).events())
          .singleElement()
          .isInstanceOfSatisfying(
              ClientIdentified.class,
              client -> {
                assertThat(client.client().value()).isEqualTo("SSH-2.0-Go");
                assertThat(client.fingerprints())
                    .containsEntry(Fingerprint.HASSH, "e97d07603350d1111ec2b64bf25413c9");
              });
    }
  }

  @Test
  void refusesMoreAndMoreOfThoseThatDoNotLogIn() {
    SshServer server =
        TestSsh.server(SshProfile.DEBIAN12, List.of(), new ManualClock(), "10:30:100", false);
    var greetings = new ArrayList<Step<SshInput, Bytes>>();
    for (int i = 0; i < 200; i++) {
      greetings.add(new SshConversation(server, TestSsh.SOURCE, TestSsh.CLIENT).greet());
    }

    assertThat(greetings.subList(0, 10))
        .allSatisfy(step -> assertThat(step.ending()).isEqualTo(Ending.NONE));
    assertThat(greetings)
        .filteredOn(step -> step.ending() == Ending.HANG_UP)
        .hasSizeGreaterThan(100)
        .allSatisfy(
            step ->
                assertThat(step.replies())
                    .containsExactly(Bytes.ofLatin1("Exceeded MaxStartups\r\n")));
  }

  @Test
  void refusesSourcesThatComeForNothingAgainAndAgain() {
    var clock = new ManualClock();
    SshServer server = TestSsh.server(SshProfile.DEBIAN13, List.of(), clock, "10:30:100", true);
    int served = 0;
    while (visit(server) == Ending.NONE) {
      served++;
    }

    assertThat(served).isEqualTo(16);
    clock.advance(Duration.ofSeconds(17));
    assertThat(visit(server)).isEqualTo(Ending.NONE);
  }

  private static Ending visit(SshServer server) {
    var conversation = new SshConversation(server, TestSsh.SOURCE, TestSsh.CLIENT);
    Step<SshInput, Bytes> step = conversation.greet();
    assertThat(conversation.end()).isEmpty();
    return step.ending();
  }
}

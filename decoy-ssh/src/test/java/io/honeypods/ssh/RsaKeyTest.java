package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.net.ReplyEncoder;
import io.honeypods.testkit.Play;
import io.honeypods.testkit.Protocol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** RSA's key is made while clients come already. */
class RsaKeyTest {
  private final List<Runnable> making = new ArrayList<>();
  private final HostKeys keys = HostKeys.of(TestSsh.IDENTITY, making::add);

  @Test
  void clientWaitsForTheRsaKeyWhileItIsMade() {
    Play<SshInput, Bytes> play = greeted();
    int before = play.replies().size();

    play.send(exchange("rsa-sha2-512"));
    assertThat(play.replies()).hasSize(before);
    assertThat(play.patience()).isLessThan(Duration.ofSeconds(1));
    play.timeOut();
    play.timeOut();
    assertThat(play.replies()).hasSize(before);
    assertThat(play.isOver()).isFalse();

    making.forEach(Runnable::run);
    play.timeOut();
    assertThat(play.replies()).hasSize(before + 1);
    assertThat(play.replies().getLast().latin1()).contains("rsa-sha2-512");
    assertThat(play.patience()).isGreaterThan(Duration.ofSeconds(100));
  }

  @Test
  void clientOfAnotherKeyDoesNot() {
    Play<SshInput, Bytes> play = greeted();
    int before = play.replies().size();

    play.send(exchange("ssh-ed25519"));
    assertThat(play.replies()).hasSize(before + 1);
    assertThat(play.patience()).isGreaterThan(Duration.ofSeconds(100));
  }

  @Test
  void waitingIsBoundedInMessagesAndInTime() {
    Play<SshInput, Bytes> talking = greeted();
    talking.send(exchange("rsa-sha2-512"));
    byte[] ignore = new Outbound().packet(PayloadWriter.message(Msg.IGNORE).text("").bytes());
    IntStream.range(0, 64).forEach(_ -> talking.send(Bytes.of(ignore)));
    assertThat(talking.isOver()).isTrue();

    Play<SshInput, Bytes> silent = greeted();
    silent.send(exchange("rsa-sha2-512"));
    silent.clock().advance(Duration.ofMinutes(3));
    silent.timeOut();
    assertThat(silent.isOver()).isTrue();
  }

  private Play<SshInput, Bytes> greeted() {
    var protocol =
        new Protocol<>(
            SshFraming::new,
            ReplyEncoder.BYTES,
            clock ->
                new SshConversation(
                    TestSsh.server(SshProfile.DEBIAN13, keys, List.of(), clock, "10:30:100", true),
                    TestSsh.SOURCE,
                    TestSsh.CLIENT));
    Play<SshInput, Bytes> play = protocol.begin();
    play.send(Bytes.ofLatin1(RawSsh.IDENT + "\r\n"));
    return play;
  }

  private static Bytes exchange(String hostKey) {
    var out = new Outbound();
    byte[] point = new byte[32];
    point[0] = 9;
    KexInit lists = RawSsh.lists(List.of("curve25519-sha256"), hostKey, "aes128-ctr");
    return Bytes.of(
        PayloadWriter.join(
            out.packet(lists.payload(new byte[KexInit.COOKIE])),
            out.packet(PayloadWriter.message(Msg.KEX_INIT).string(point).bytes())));
  }
}

package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.testkit.Fragments;
import io.honeypods.testkit.Outcome;
import io.honeypods.testkit.Protocol;
import java.util.List;

/** Any bytes at all before there are keys: no exception, and the same however they arrive. */
class SshFuzzTest {
  private static final Protocol<SshInput, Bytes> SSHD = TestSsh.protocolOfOne(SshProfile.DEBIAN12);
  private static final byte[] IDENT = Bytes.ofLatin1("SSH-2.0-x\r\n").toByteArray();

  @FuzzTest(maxDuration = "10m")
  void identifiesAnything(byte[] data) {
    compare(Bytes.of(data));
  }

  @FuzzTest(maxDuration = "10m")
  void takesAnyPackets(byte[] data) {
    compare(Bytes.of(PayloadWriter.join(IDENT, data)));
  }

  /** A payload in a packet that is well-formed, which random bytes rarely are. */
  @FuzzTest(maxDuration = "10m")
  void takesAnyPayload(byte[] data) {
    if (data.length > 0) {
      compare(Bytes.of(PayloadWriter.join(IDENT, new Outbound().packet(data))));
    }
  }

  private static void compare(Bytes bytes) {
    Outcome whole = SSHD.play(Fragments.whole(), bytes);
    Outcome cut = SSHD.play(Fragments.random(bytes.hashCode()), bytes);
    assertThat(comparable(cut)).isEqualTo(comparable(whole));
    assertThat(replies(cut)).isEqualTo(replies(whole));
  }

  /**
   * How many replies there were, and how long each. The line end behind a refusal is lost where a
   * peer's bytes are left unread, which does depend on how they arrive.
   */
  private static List<Integer> replies(Outcome outcome) {
    return outcome.replies().stream()
        .filter(reply -> !reply.latin1().equals("\r\n"))
        .map(Bytes::length)
        .toList();
  }

  /** Of what is wrong as much is kept as there is when that turns out. */
  private static List<Object> comparable(Outcome outcome) {
    return outcome.events().stream()
        .map(event -> event instanceof InputMalformed bad ? bad.problem() : (Object) event)
        .toList();
  }
}

package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.net.ReplyEncoder;
import io.honeypods.decoy.net.Step.Ending;
import io.honeypods.testkit.Fragments;
import io.honeypods.testkit.Outcome;
import io.honeypods.testkit.Protocol;
import java.util.List;

/** Any bytes at all at the TLS lure: no exception, and the same client however they arrive. */
class ClientHelloFuzzTest {
  private static final Protocol<LureInput, Bytes> LURE =
      new Protocol<>(LureFraming::new, ReplyEncoder.BYTES, _ -> new LureConversation());
  private static final String JA4 =
      "t(13|12|11|10|s3|00)[di][0-9]{4}[0-9a-zA-Z]{2}_[0-9a-f]{12}_[0-9a-f]{12}";

  @FuzzTest(maxDuration = "10m")
  void readsAnyMessage(byte[] data) {
    ClientHello hello = ClientHello.parse(Bytes.of(data));
    if (hello != null) {
      assertThat(TlsFingerprints.ja3(hello)).matches("[0-9a-f]{32}");
      assertThat(TlsFingerprints.ja4(hello)).matches(JA4);
    }
  }

  @FuzzTest(maxDuration = "10m")
  void hearsAnyBytes(byte[] data) {
    var bytes = Bytes.of(data);
    Outcome whole = LURE.play(Fragments.whole(), bytes);
    Outcome cut = LURE.play(Fragments.random(bytes.hashCode()), bytes);
    assertThat(whole.replies()).isEmpty();
    assertThat(whole.ending()).isIn(Ending.NONE, Ending.RESET).isEqualTo(cut.ending());
    assertThat(comparable(cut)).isEqualTo(comparable(whole));
  }

  /** Of what is no ClientHello as much is kept as there is when that turns out. */
  private static List<Object> comparable(Outcome outcome) {
    return outcome.events().stream()
        .map(event -> event instanceof InputMalformed bad ? bad.problem() : (Object) event)
        .toList();
  }
}

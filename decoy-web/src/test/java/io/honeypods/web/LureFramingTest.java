package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event.ClientIdentified;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Fingerprint;
import io.honeypods.decoy.net.ReplyEncoder;
import io.honeypods.decoy.net.Step.Ending;
import io.honeypods.testkit.Escapes;
import io.honeypods.testkit.Fragments;
import io.honeypods.testkit.Outcome;
import io.honeypods.testkit.Play;
import io.honeypods.testkit.Protocol;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LureFramingTest {
  private static final Protocol<LureInput, Bytes> LURE =
      new Protocol<>(LureFraming::new, ReplyEncoder.BYTES, _ -> new LureConversation());
  private static final HelloBytes HELLO =
      new HelloBytes(0x0303, 0x1301, 0xc02f).serverName("board.example").alpn("h2");

  @Test
  void knowsCurlHoweverItsBytesArriveAndResets() {
    Bytes hello = HelloBytes.ofCurl();
    Outcome whole = LURE.play(Fragments.whole(), hello);
    assertThat(whole.ending()).isEqualTo(Ending.RESET);
    assertThat(whole.replies()).isEmpty();
    var client = (ClientIdentified) whole.events().getFirst();
    assertThat(client.client().value()).isEqualTo("TLS client for localhost");
    assertThat(client.fingerprints()).containsKeys(Fingerprint.JA3, Fingerprint.JA4);
    assertThat(client.raw().kept()).isEqualTo(hello);
    for (int at = 1; at < hello.length(); at++) {
      assertThat(LURE.play(Fragments.at(at), hello)).isEqualTo(whole);
    }
    assertThat(LURE.play(Fragments.byteByByte(), hello)).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 7, 64})
  void putsAHelloTogetherFromRecordsOfAnySize(int size) {
    Bytes records = HELLO.records(size);
    for (Fragments fragments : Fragments.all()) {
      var client = (ClientIdentified) LURE.play(fragments, records).events().getFirst();
      assertThat(client.client().value()).isEqualTo("TLS client for board.example");
      assertThat(client.raw().length()).isEqualTo(records.length());
    }
  }

  @Test
  void waitsForTheRestOfATruncatedHello() {
    Bytes hello = HelloBytes.ofCurl();
    for (int length = 0; length < hello.length(); length++) {
      Play<LureInput, Bytes> play = LURE.begin();
      play.send(hello.slice(0, length));
      assertThat(play.isOver()).isFalse();
      assertThat(play.patience()).isEqualTo(Duration.ofSeconds(10));
      play.timeOut();
      assertThat(play.ending()).isEqualTo(Ending.RESET);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET / HTTP/1.1\\r\\n                 | first byte of a record",
        "\\x80\\x2e\\x01\\x03\\x01           | first byte of a record",
        "\\x16\\x03\\x01\\0\\0               | TLS record of 0 bytes",
        "\\x16\\x03\\x01\\x40\\x01           | TLS record of 16385 bytes",
        "\\x16\\x03\\x01\\0\\x04\\x02\\0\\0\\0     | handshake message of type 2",
        "\\x16\\x03\\x01\\0\\x04\\x01\\0\\0\\0     | ClientHello with lengths",
        "\\x16\\x03\\x01\\0\\x04\\x01\\0\\x40\\x01  | ClientHello of 16385 bytes",
      })
  void reportsWhatIsNoHelloAndResets(String escaped, String problem) {
    Bytes bytes = Escapes.decode(escaped);
    Outcome outcome = LURE.play(Fragments.whole(), bytes);
    var malformed = (InputMalformed) outcome.events().getFirst();
    assertThat(malformed.problem()).startsWith(problem);
    assertThat(malformed.input().kept()).isEqualTo(bytes);
    assertThat(outcome.ending()).isEqualTo(Ending.RESET);
    assertThat(LURE.play(Fragments.byteByByte(), bytes).events())
        .satisfiesExactly(
            event -> assertThat(((InputMalformed) event).problem()).isEqualTo(malformed.problem()));
  }

  @Test
  void refusesMoreThanItsLimitInManyRecords() {
    var bytes = new StringBuilder("\\x16\\x03\\x01\\0\\x04\\x01\\0\\x3f\\xff");
    for (int i = 0; i <= LureFraming.MAX_HELLO / 6; i++) {
      bytes.append("\\x16\\x03\\x01\\0\\x01x");
    }
    Play<LureInput, Bytes> play = LURE.begin();
    play.send(Escapes.decode(bytes.toString()));
    assertThat(play.ending()).isEqualTo(Ending.RESET);
    assertThat(play.events()).first().isInstanceOf(InputMalformed.class);
  }

  @Test
  void saysNothingToAPeerThatSaysNothing() {
    Play<LureInput, Bytes> play = LURE.begin();
    play.finish();
    assertThat(play.isOver()).isTrue();
    assertThat(play.events()).isEmpty();
  }
}

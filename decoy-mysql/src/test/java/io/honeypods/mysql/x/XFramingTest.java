package io.honeypods.mysql.x;

import static io.honeypods.mysql.x.XFrames.error;
import static io.honeypods.mysql.x.XFrames.frame;
import static io.honeypods.mysql.x.XFrames.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.net.Step.Ending;
import io.honeypods.testkit.Escapes;
import io.honeypods.testkit.Fragments;
import io.honeypods.testkit.Outcome;
import io.honeypods.testkit.Play;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XFramingTest {

  /** What nmap sends, and what MySQL 8.0.25 to 8.0.39 answered it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\x16\\x03\\0\\0\\x69\\x01\\0\\0\\x65        | Invalid message",
        "\\x16\\x03\\0\\0S\\x01\\0\\0O\\x03\\0        | Invalid message",
        "l\\0\\x0b\\0\\0\\0\\0\\0\\0\\0\\0\\0         | Invalid message",
        "0\\x84\\0\\0\\0-\\x02\\x01\\x07              | Invalid message",
        "\\0\\x0c\\0\\0\\x10\\0\\0\\0\\0\\0           | Invalid message",
        ":\\0\\0\\0/\\0\\0\\0\\x02\\0\\0@             | Invalid message",
        "\\0\\x03\\0\\x01\\0\\0\\0\\0                 | Invalid message",
        "0\\x0c\\x02\\x01\\x01`\\x07\\x02\\x01\\x02   | Parse error unserializing protobuf message",
        "\\0Z\\0\\0\\x01\\0\\0\\0\\x016\\x01           | Invalid message-frame.",
        "\\0\\0\\0\\0                                  | Messages without payload are not"
            + " supported",
        "\\x01\\0\\0\\0\\x02                           | Parse error unserializing protobuf"
            + " message",
        "\\x01\\0\\0\\0\\x04                           | Parse error unserializing protobuf"
            + " message",
        "\\x04\\0\\0\\0\\x01\\x0a\\x05a                | Parse error unserializing protobuf"
            + " message",
        "\\x03\\0\\0\\0\\x02\\xff\\xff                 | Parse error unserializing protobuf"
            + " message",
      })
  void refusesWhatIsNoMessage(String escaped, String text) {
    Bytes bytes = Escapes.decode(escaped);
    for (Fragments fragments : Fragments.all()) {
      Outcome outcome = XFrames.PROTOCOL.play(fragments, bytes);
      assertThat(outcome.replies()).containsExactly(XReply.HELLO, error(true, 5000, text));
      assertThat(outcome.ending()).isEqualTo(Ending.HANG_UP);
      assertThat(outcome.events()).hasSize(1).first().isInstanceOf(InputMalformed.class);
    }
    var whole =
        (InputMalformed) XFrames.PROTOCOL.play(Fragments.whole(), bytes).events().getFirst();
    assertThat(whole.input().kept()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.0\\r\\n\\r\\n",
        "SSH-2.0-x\\r\\n",
        "\\0\\x1e\\0\\x06\\x01\\0\\0\\x01",
        "\\x03\\0\\0*%\\xe0\\0\\0",
        "\\xff\\xff\\xff\\xff\\xff",
        "\\x01\\0\\0\\x04\\x01",
      })
  void closesWithoutAWordWhereTheLengthIsTooBig(String escaped) {
    for (Fragments fragments : Fragments.all()) {
      Outcome outcome = XFrames.PROTOCOL.play(fragments, Escapes.decode(escaped));
      assertThat(outcome.replies()).containsExactly(XReply.HELLO);
      assertThat(outcome.ending()).isEqualTo(Ending.HANG_UP);
      assertThat(outcome.events()).hasSize(1).first().isInstanceOf(InputMalformed.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\r\\n\\r\\n",
        "\\x01",
        "\\x05\\0\\0\\0\\x01\\x0a",
        "\\0\\0\\0\\x04\\x01\\x0a\\x7fxxx"
      })
  void waitsForTheRest(String escaped) {
    Play<XInput, Bytes> play = XFrames.begin();
    play.send(Escapes.decode(escaped));
    assertThat(play.isOver()).isFalse();
    assertThat(play.replies()).hasSize(1);
    play.timeOut();
    assertThat(play.ending()).isEqualTo(Ending.HANG_UP);
  }

  @Test
  void takesAMessageOfItsLimit() {
    Play<XInput, Bytes> play = XFrames.begin();
    play.send(frame(1, field(XFraming.MAX_BODY)));
    assertThat(play.replies()).hasSize(2);
    assertThat(play.events()).isEmpty();
  }

  @Test
  void keepsNoMoreThanItsLimitAndWaitsAsTheServerDoes() {
    Bytes longer = frame(1, field(XFraming.MAX_BODY + 1));
    for (Fragments fragments : Fragments.all()) {
      Play<XInput, Bytes> play = XFrames.begin();
      fragments.of(join(longer, XFrames.GET)).forEach(play::send);
      assertThat(play.replies()).hasSize(1);
      assertThat(play.events()).hasSize(1);
      assertThat(((InputMalformed) play.events().getFirst()).problem())
          .isEqualTo("CON_CAPABILITIES_GET of 16385 bytes (expected <= 16384)");
      assertThat(play.unread().isEmpty()).isTrue();
      play.timeOut();
      assertThat(play.ending()).isEqualTo(Ending.HANG_UP);
    }
  }

  /** A field of an id that nothing has, in as many bytes as given. */
  private static Bytes field(int length) {
    return new ProtoWriter().bytes(15, Bytes.of(new byte[length - 3])).bytes();
  }
}

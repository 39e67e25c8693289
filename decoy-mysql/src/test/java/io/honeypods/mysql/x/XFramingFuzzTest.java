package io.honeypods.mysql.x;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.testkit.Fragments;
import io.honeypods.testkit.Play;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Any bytes at all, as a visitor of our X plugin: no exception, frames well-formed, memory bounded,
 * and the same answers however they arrive.
 */
class XFramingFuzzTest {
  private static final int MAX_FOOTPRINT = 16_384;

  @FuzzTest(maxDuration = "10m")
  void answersAnyBytes(byte[] data) {
    var bytes = Bytes.of(data);
    Play<XInput, Bytes> whole = visit(Fragments.whole(), bytes);
    Play<XInput, Bytes> pieces = visit(Fragments.random(bytes.hashCode()), bytes);
    assertThat(pieces.replies()).isEqualTo(whole.replies());
    assertThat(pieces.ending()).isEqualTo(whole.ending());
    assertThat(kinds(pieces.events())).isEqualTo(kinds(whole.events()));
    whole.replies().forEach(XFramingFuzzTest::checkFrame);
  }

  private static Play<XInput, Bytes> visit(Fragments fragments, Bytes bytes) {
    Play<XInput, Bytes> play = XFrames.begin();
    for (Bytes fragment : fragments.of(bytes)) {
      play.send(fragment);
      assertThat(play.isOver() || play.unread().length() <= XFraming.MAX_BODY + 5)
          .as("little is held")
          .isTrue();
    }
    for (Event event : play.events()) {
      assertThat(event.footprint()).isLessThanOrEqualTo(MAX_FOOTPRINT);
    }
    return play;
  }

  private static List<Object> kinds(List<Event> events) {
    return events.stream().<Object>map(Event::kind).toList();
  }

  private static void checkFrame(Bytes reply) {
    var body = ProtoMessage.read(reply.slice(5, reply.length()));
    assertThat(reply.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN).getInt())
        .isEqualTo(reply.length() - 4);
    assertThat(body.end()).isEqualTo(ProtoMessage.End.WHOLE);
  }
}

package io.honeypods.example;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.example.RedisFraming.Input;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisFramingTest {

  @Test
  void commandsAreTheSameWhereverTheStreamIsCut() {
    String stream = "PING\r\n*2\r\n$4\r\nINFO\r\n$6\r\nserver\r\n*0\r\n*1\r\n$0\r\n\r\nquit now\n";
    var commands = List.of(words("PING"), words("INFO", "server"), words(), words(""));
    for (int cut = 0; cut <= stream.length(); cut++) {
      assertThat(frame(stream.substring(0, cut), stream.substring(cut)))
          .startsWith(commands.toArray(Input[]::new))
          .endsWith(words("quit", "now"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*11\r\n",
        "*x\r\n",
        "*-1\r\n",
        "*1\r\n:1\r\n",
        "*1\r\n$16385\r\n",
        "*9999999999\r\n"
      })
  void whatTheProtocolDoesNotAllowIsAMessage(String stream) {
    assertThat(frame(stream))
        .singleElement()
        .isInstanceOfSatisfying(
            Input.Bad.class, bad -> assertThat(bad.bytes()).isEqualTo(Bytes.ofLatin1(stream)));
  }

  @Test
  void lineMayBeAsLongAsTheLimitAndNoLonger() {
    String longest = "x".repeat(RedisFraming.MAX_COMMAND);
    assertThat(frame(longest)).isEmpty();
    assertThat(frame(longest + "x")).singleElement().isInstanceOf(Input.Bad.class);
  }

  private static Input words(String... words) {
    return new Input.Command(List.of(words));
  }

  private static List<Input> frame(String... parts) {
    var framing = new RedisFraming();
    ByteBuf unread = Unpooled.buffer();
    var inputs = new ArrayList<Input>();
    for (String part : parts) {
      unread.writeCharSequence(part, ISO_8859_1);
      Input next = unread.isReadable() ? framing.next(unread) : null;
      while (next != null) {
        inputs.add(next);
        next = unread.isReadable() ? framing.next(unread) : null;
      }
    }
    unread.release();
    return inputs;
  }
}

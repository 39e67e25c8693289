package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.web.HttpInput.BodyBroken;
import io.honeypods.web.HttpInput.BodyEnd;
import io.honeypods.web.HttpInput.BodyPart;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BodyReaderTest {
  private static final BodyLength CHUNKED = new BodyLength(0, true, 0);

  @Test
  void readsABodyOfKnownLengthAndNoMore() {
    var reader = BodyReader.of(new BodyLength(3, false, 0), 0);
    ByteBuf in = bytes("abcd");
    assertThat(reader.next(in)).isEqualTo(part("abc"));
    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.next(in)).isEqualTo(new BodyEnd(true));
    assertThat(in.readableBytes()).isEqualTo(1);
  }

  @Test
  void asksForMore() {
    var reader = BodyReader.of(new BodyLength(3, false, 0), 0);
    assertThat(reader.next(bytes("a"))).isEqualTo(part("a"));
    assertThat(reader.next(bytes(""))).isNull();
    assertThat(reader.isComplete()).isFalse();
  }

  @Test
  void readsChunks() {
    var reader = BodyReader.of(CHUNKED, 0);
    ByteBuf in = bytes("1\r\na\r\n2;x\nbc\n0\r\nT: u\r\n\r\nrest");
    assertThat(reader.next(in)).isEqualTo(part("a"));
    assertThat(reader.next(in)).isEqualTo(part("bc"));
    assertThat(reader.next(in)).isInstanceOf(BodyEnd.class);
    assertThat(in.toString(StandardCharsets.US_ASCII)).isEqualTo("rest");
  }

  @Test
  void stopsBeforeTheByteThatIsMalformed() {
    var reader = BodyReader.of(CHUNKED, 0);
    ByteBuf in = bytes("1\r\naX");
    assertThat(reader.next(in)).isEqualTo(part("a"));
    assertThat(reader.next(in)).isEqualTo(new BodyBroken());
    assertThat(in.readableBytes()).isEqualTo(1);
  }

  @Test
  void saysWhetherTheEndCameWithTheHead() {
    String chunks = "1\r\na\r\n0\r\n\r\n";
    assertThat(end(chunks, chunks.length())).isEqualTo(new BodyEnd(true));
    assertThat(end(chunks, chunks.length() - 1)).isEqualTo(new BodyEnd(false));
  }

  @Test
  void foreseesAMalformedChunk() {
    assertThat(BodyReader.of(CHUNKED, 0).isBrokenBy(bytes("1\r\naX"))).isTrue();
    assertThat(BodyReader.of(CHUNKED, 0).isBrokenBy(bytes("1\r\na\r\n0\r\n"))).isFalse();
    assertThat(BodyReader.of(CHUNKED, 0).isBrokenBy(bytes("0\r\n\r\nX"))).isFalse();
  }

  private static HttpInput end(String chunks, int inHand) {
    var reader = BodyReader.of(CHUNKED, inHand);
    ByteBuf in = bytes(chunks);
    HttpInput input = reader.next(in);
    while (input instanceof BodyPart) {
      input = reader.next(in);
    }
    return Objects.requireNonNull(input);
  }

  private static BodyPart part(String content) {
    return new BodyPart(Bytes.ofLatin1(content));
  }

  private static ByteBuf bytes(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
  }
}

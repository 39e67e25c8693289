package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.testkit.Escapes;
import io.honeypods.web.ChunkSize.Next;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkSizeTest {
  private final ChunkSize chunks = new ChunkSize();

  @ParameterizedTest
  @CsvSource({
    "'5\\r\\n', 5",
    "'5\\n', 5",
    "'aF\\r\\n', 175",
    "'0005\\r\\n', 5",
    "'5;a=b\\r\\n', 5",
    "'5 \t x\\r\\n', 5",
    "'7ffffffffffffff0\\n', 9223372036854775792",
    "'7ffffffffffffffa\\n', 9223372036854775802"
  })
  void readsASize(String escaped, long size) {
    assertThat(last(escaped)).isEqualTo(Next.DATA);
    assertThat(chunks.size()).isEqualTo(size);
  }

  @ParameterizedTest
  @CsvSource({
    "'\\r', BROKEN",
    "' ', BROKEN",
    "'x', BROKEN",
    "'-', BROKEN",
    "'5x', BROKEN",
    "'5\\rx', BROKEN",
    "'5;\\rx', BROKEN",
    "'7ffffffffffffffb\\n', BROKEN",
    "'8000000000000000', BROKEN",
    "'0\\r\\n\\rx', BROKEN",
    "'0\\r\\nA: b\\rx', BROKEN",
    "'0\\r\\n\\r\\n', END",
    "'0\\n\\n', END",
    "'000;x\\n\\n', END",
    "'0\\r\\nA: b\\r\\nC\\n\\r\\n', END"
  })
  void decidesAtTheLastByte(String escaped, Next decision) {
    assertThat(last(escaped)).isEqualTo(decision);
  }

  @Test
  void expectsALineEndBehindData() {
    last("1\\n");
    assertThat(chunks.accept((byte) '\r')).isEqualTo(Next.MORE);
    assertThat(chunks.accept((byte) '\n')).isEqualTo(Next.MORE);
    assertThat(last("2\\n")).isEqualTo(Next.DATA);
    assertThat(chunks.size()).isEqualTo(2);
    assertThat(chunks.accept((byte) 'x')).isEqualTo(Next.BROKEN);
  }

  private Next last(String escaped) {
    Bytes bytes = Escapes.decode(escaped);
    for (int i = 0; i < bytes.length() - 1; i++) {
      assertThat(chunks.accept(bytes.at(i))).as("byte %d", i).isEqualTo(Next.MORE);
    }
    return chunks.accept(bytes.at(bytes.length() - 1));
  }
}

package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Field;
import io.honeypods.testkit.Escapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderLineTest {
  private final HeaderLine line = new HeaderLine();

  @ParameterizedTest
  @CsvSource({
    "':', BAD",
    "' ', BAD",
    "'A ', BAD",
    "'A\\x7f', BAD",
    "'A: b\\0', BAD",
    "'A: b\\rc', BAD",
    "'\\rx', BAD",
    "'\\n', END",
    "'\\r\\n', END",
    "'A: b\\n', LINE",
    "'A: b\\r\\n', LINE",
    "'A: b\\r\\r\\r\\n', LINE",
    "'A:\\r\\n', LINE",
    "'A\\n', LINE",
    "'A\\r\\n', LINE",
    "'A: b\\x01\\xff\\n', LINE"
  })
  void decidesAtTheLastByte(String escaped, Progress decision) {
    Bytes bytes = Escapes.decode(escaped);
    for (int i = 0; i < bytes.length() - 1; i++) {
      assertThat(line.accept(bytes.at(i))).as("byte %d", i).isEqualTo(Progress.MORE);
    }
    assertThat(line.accept(bytes.at(bytes.length() - 1))).isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource({
    "'A: b\\r\\n', A, b",
    "'A:b\\n', A, b",
    "'A:   b c  \\r\\n', A, b c",
    "'A:\\r\\n', A, ''",
    "'A\\r\\n', A, ''",
    "'A\\n', A, ''",
    "'A:: b\\n', A, ': b'",
    "'A:\\tb\\n', A, '\tb'"
  })
  void cutsNameAndValue(String escaped, String name, String value) {
    read(escaped);
    assertThat(line.field()).isEqualTo(new Field(name, value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A_b", "a.b", "a/b", "\\xe4", "$x"})
  void takesANameThatNginxIgnores(String name) {
    read(name + ": x\\n");
    assertThat(line.isOrdinary()).isFalse();
  }

  @Test
  void takesLettersDigitsAndHyphensForOrdinary() {
    read("aZ-09: x\\n");
    assertThat(line.isOrdinary()).isTrue();
  }

  @Test
  void startsAnew() {
    read("A_b: c\\r\\n");
    line.clear();
    read("D: e\\r\\n");
    assertThat(line.field()).isEqualTo(new Field("D", "e"));
    assertThat(line.isOrdinary()).isTrue();
    assertThat(line.length()).isEqualTo(6);
  }

  private void read(String escaped) {
    Bytes bytes = Escapes.decode(escaped);
    for (int i = 0; i < bytes.length(); i++) {
      line.accept(bytes.at(i));
    }
  }
}

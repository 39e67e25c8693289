package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {

  @ParameterizedTest
  @CsvSource({
    "a, a",
    "Board.Example, board.example",
    "a:80, a",
    "a:, a",
    "a:x:y, a",
    "a., a",
    "a.:80, a",
    "[::1], [::1]",
    "[FE80::1]:80, [fe80::1]",
    "[::1, [::1",
    "a_b$\u00e4, a_b$\u00e4"
  })
  void takesWhatNginxTakes(String value, String host) {
    assertThat(HostName.normalise(value)).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", ":80", "a..b", "a/b", "a b", "a\tb", "a\u007f", "a:80/"})
  void refusesWhatNginxRefuses(String value) {
    assertThat(HostName.normalise(value)).isNull();
  }
}

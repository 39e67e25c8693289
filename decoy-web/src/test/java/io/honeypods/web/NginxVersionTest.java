package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NginxVersionTest {

  @ParameterizedTest
  @CsvSource({
    "1.30.6, true, 20",
    "1.30.0, true, 20",
    "1.31.0, true, 20",
    "2.0.0, true, 20",
    "1.29.9, false, 2147483647",
    "0.99.0, false, 2147483647"
  })
  void decidesAboutConnectAndRanges(String text, boolean connect, int ranges) {
    var version = NginxVersion.parse(text);
    assertThat(version.connectTakesAuthority()).isEqualTo(connect);
    assertThat(version.maxRanges()).isEqualTo(ranges);
    assertThat(version).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1.30", "1.30.6.1", "1.30.x", "1.30.-6", "1.30.99999999999"})
  void refusesWhatIsNoVersion(String text) {
    assertThatThrownBy(() -> NginxVersion.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected a version such as 1.30.6");
  }
}

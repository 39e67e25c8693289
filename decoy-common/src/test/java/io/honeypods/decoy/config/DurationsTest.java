package io.honeypods.decoy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "0s, 0, 0s",
    "0ms, 0, 0s",
    "1ms, 1, 1ms",
    "500ms, 500, 500ms",
    "1500ms, 1500, 1s500ms",
    "60s, 60000, 1m",
    "5m, 300000, 5m",
    "1h30m, 5400000, 1h30m",
    "90m, 5400000, 1h30m",
    "1d2h3m4s5ms, 93784005, 1d2h3m4s5ms",
    "1h1ms, 3600001, 1h1ms",
    "365d, 31536000000, 365d",
  })
  void readsADurationAndWritesItInItsLargestUnits(String text, long millis, String shown) {
    assertThat(Durations.parse(text)).hasMillis(millis);
    assertThat(Durations.show(millis)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "60",
        "s",
        "ms",
        "-5s",
        "+5s",
        "5 s",
        " 5s",
        "5S",
        "5sec",
        "5min",
        "1.5h",
        "30m1h",
        "1s1s",
        "5ms1s",
        "1h30",
        "PT5M",
        "1w",
        "5µs",
        "999999999999ms",
        "٥s",
      })
  void saysWhatADurationIs(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Durations.parse(text))
        .withMessageEndingWith("(expected a duration such as 500ms, 30s or 1h30m)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "365d1ms",
        "366d",
        "99999999999d",
        "99999999999d99999999999h99999999999m99999999999s99999999999ms"
      })
  void endsAtAYear(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Durations.parse(text))
        .withMessage("\"" + text + "\" (expected a duration of at most 365d)");
  }
}

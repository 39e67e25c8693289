package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
  /** The example of RFC 9110. */
  private static final long EXAMPLE = 784_111_777;

  @Test
  void writesTheFormOfTheRfc() {
    assertThat(HttpDate.format(Instant.ofEpochSecond(EXAMPLE)))
        .isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
        "Sun Nov 06 08:49:37 1994",
        "Xyz, 06 Nov 1994 08:49:37 whatever",
        ",   06 Nov 1994 08:49:37"
      })
  void readsAllThreeForms(String text) {
    assertThat(HttpDate.parse(text)).hasValue(EXAMPLE);
  }

  @ParameterizedTest
  @CsvSource({
    "'Thu, 01 Jan 1970 00:00:00 GMT', 0",
    "'Tue, 29 Feb 2000 12:00:00 GMT', 951825600",
    "'Friday, 01-Jan-70 00:00:00 GMT', 0",
    "'Friday, 31-Dec-69 00:00:00 GMT', 3155673600"
  })
  void readsTheEdgesOfTime(String text, long seconds) {
    assertThat(HttpDate.parse(text)).hasValue(seconds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Sun,",
        "yesterday",
        "Sun, 06 Nov 1994",
        "Sun, 06 Nov 1994 08-49-37 GMT",
        "Sun, 06 Xov 1994 08:49:37 GMT",
        "Sun, 32 Jan 1994 08:49:37 GMT",
        "Wed, 29 Feb 2001 08:49:37 GMT",
        "Sun, 06 Nov 1994 24:00:00 GMT",
        "Sun, 06 Nov 1994 08:60:00 GMT",
        "Sun, x6 Nov 1994 08:49:37 GMT"
      })
  void refusesAnythingElse(String text) {
    assertThat(HttpDate.parse(text)).isEmpty();
  }

  @Test
  void readsWhatItWritesInEveryMonth() {
    for (long seconds = 0; seconds < 4_000_000_000L; seconds += 2_345_678) {
      assertThat(HttpDate.parse(HttpDate.format(Instant.ofEpochSecond(seconds)))).hasValue(seconds);
    }
  }
}

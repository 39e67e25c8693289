package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Field;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidatorsTest {
  private static final String SAME = "Sun, 01 Mar 2026 10:20:30 GMT";
  private static final Validators VALIDATORS = of(TestNginx.MODIFIED);

  @Test
  void makesTheTagOfTimeAndSize() {
    assertThat(VALIDATORS.etag()).isEqualTo("\"69a412ee-64\"");
    assertThat(VALIDATORS.lastModified()).isEqualTo(SAME);
  }

  @Test
  void copesWithTimesBeforeTheEpoch() {
    assertThat(of(Instant.ofEpochSecond(-16)).etag()).isEqualTo("\"-10-64\"");
    assertThat(of(Instant.ofEpochSecond(-16)).lastModified())
        .isEqualTo("Thu, 01 Jan 1970 00:00:00 GMT");
    assertThat(of(Instant.ofEpochSecond(-1)).lastModified()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "If-Modified-Since   | Sun, 01 Mar 2026 10:20:30 GMT | 304",
        "If-Modified-Since   | Sun, 01 Mar 2026 10:20:31 GMT | 200",
        "If-Modified-Since   | nonsense                      | 200",
        "If-Unmodified-Since | Sun, 01 Mar 2026 10:20:30 GMT | 200",
        "If-Unmodified-Since | Sun, 01 Mar 2026 10:20:29 GMT | 412",
        "If-Unmodified-Since | nonsense                      | 412",
        "If-None-Match       | *                             | 304",
        "If-None-Match       | \"69a412ee-64\"               | 304",
        "If-None-Match       | W/\"69a412ee-64\"             | 304",
        "If-None-Match       | \"x\" , \t\"69a412ee-64\" ,   | 304",
        "If-None-Match       | \"69a412ee-64\"x              | 200",
        "If-None-Match       | 69a412ee-64                   | 200",
        "If-Match            | *                             | 200",
        "If-Match            | \"69a412ee-64\"               | 200",
        "If-Match            | W/\"69a412ee-64\"             | 412",
        "If-Match            | \"x\"                         | 412"
      })
  void evaluatesACondition(String name, String value, int status) {
    assertThat(VALIDATORS.evaluate(request(new Field(name, value)))).isEqualTo(status);
  }

  @Test
  void sendsWhatEitherConditionCallsNew() {
    var same = new Field("If-Modified-Since", SAME);
    assertThat(VALIDATORS.evaluate(request(same, new Field("If-None-Match", "\"x\""))))
        .isEqualTo(200);
    assertThat(VALIDATORS.evaluate(request(same, new Field("If-None-Match", "*")))).isEqualTo(304);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "null                          | true",
        "\"69a412ee-64\"               | true",
        "W/\"69a412ee-64\"             | false",
        "\"x\"                         | false",
        "Sun, 01 Mar 2026 10:20:30 GMT | true",
        "Sun, 01 Mar 2026 10:20:31 GMT | false",
        "nonsense                      | false"
      })
  void permitsARange(@Nullable String value, boolean permitted) {
    assertThat(VALIDATORS.permitsRange(value)).isEqualTo(permitted);
  }

  private static Validators of(Instant modified) {
    return Validators.of(new Resource.File(Bytes.of(new byte[100]), modified));
  }

  private static RequestHead request(Field... headers) {
    return new RequestHead("GET", "/", "/", null, null, 1, 1, true, List.of(headers));
  }
}

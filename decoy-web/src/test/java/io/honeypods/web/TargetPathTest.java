package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetPathTest {

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "'', /",
    "/a, /a",
    "/a/, /a/",
    "/a//b///c, /a/b/c",
    "/./a, /a",
    "/a/., /a/",
    "/a/.., /",
    "/a/../b, /b",
    "/a/b/../../c, /c",
    "/a/..b, /a/..b",
    "/a/..., /a/...",
    "/%41, /A",
    "/%2e%2E/.., ''",
    "/a/%2e%2e/b, /b",
    "/a%2fb, /a/b",
    "/a/..%2fb, /b",
    "/%252e, /%2e",
    "/a%3Fb, /a?b",
    "/a%23b, /a#b",
    "/a+b, /a+b",
    "/a%20b, '/a b'"
  })
  void decodesAndNormalises(String target, String path) {
    TargetPath parsed = TargetPath.parse(target);
    assertThat(parsed == null ? "" : parsed.path()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "/a, null",
        "/a?, ''",
        "/a?b=c, b=c",
        "/a?b?c, b?c",
        "/a?%41&../.., %41&../..",
        "/a?b#c?d, b",
        "/a#b?c, null",
        "?x, x"
      })
  void keepsTheQueryRaw(String target, @Nullable String query) {
    TargetPath parsed = TargetPath.parse(target);
    assertThat(parsed).isNotNull();
    assertThat(parsed == null ? null : parsed.query()).isEqualTo(query);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/..",
        "/../",
        "/a/../..",
        "/a/../../b",
        "/%2e%2e",
        "/..%2f",
        "/%",
        "/%4",
        "/%4g",
        "/%g4",
        "/%00",
        "/a%00b"
      })
  void refusesWhatClimbsOutOrIsMisencoded(String target) {
    assertThat(TargetPath.parse(target)).isNull();
  }

  @Test
  void keepsBytesBeyondAscii() {
    TargetPath parsed = TargetPath.parse("/%ff\u00e4");
    assertThat(parsed).isEqualTo(new TargetPath("/\u00ff\u00e4", null));
  }
}

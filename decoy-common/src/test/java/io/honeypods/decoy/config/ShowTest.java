package io.honeypods.decoy.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowTest {
  @ParameterizedTest
  @CsvSource({
    "plain text, \"plain text\"",
    "say \"hi\" \\o/, \"say \\\"hi\\\" \\\\o/\"",
    "K\u00f6ln, \"K\u00f6ln\"",
    "'', \"\"",
  })
  void quotesText(String text, String shown) {
    assertThat(Show.quoted(text)).isEqualTo(shown);
  }

  @Test
  void leavesNothingThatCouldChangeATerminalOrALine() {
    assertThat(Show.quoted("a\nb\r\u001b[31m\u202e\u0000"))
        .isEqualTo("\"a\\u000ab\\u000d\\u001b[31m\\u202e\\u0000\"");
  }

  @Test
  void cutsLongText() {
    assertThat(Show.quoted("x".repeat(64))).isEqualTo("\"" + "x".repeat(64) + "\"");
    assertThat(Show.quoted("x".repeat(65)))
        .isEqualTo("\"" + "x".repeat(64) + "\"... (65 characters)");
  }

  @Test
  void quotesKeysThatAreNotPlainWords() {
    assertThat(Show.path("", "web")).isEqualTo("web");
    assertThat(Show.path("web", "per_source-1")).isEqualTo("web.per_source-1");
    assertThat(Show.path("web", "a.b")).isEqualTo("web.\"a.b\"");
    assertThat(Show.path("web", "")).isEqualTo("web.\"\"");
    assertThat(Show.path("web", "a\nb")).isEqualTo("web.\"a\\u000ab\"");
  }
}

package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationTest {

  @ParameterizedTest
  @CsvSource({
    "a, 80, /b/, '', http://a/b/",
    "a, 8888, /b/, '', http://a:8888/b/",
    "[::1], 81, /b/, q=%41 \", 'http://[::1]:81/b/?q=%41 \"'",
    "a, 80, /a b\"#%<>?\\^`{|}/, '', http://a/a%20b%22%23%25%3C%3E%3F%5C%5E%60%7B%7C%7D/",
    "a, 80, /\u00e4\u007f\u0001~/, '', http://a/%E4%7F%01~/"
  })
  void writesAUrlAsNginxDoes(String host, int port, String path, String query, String url) {
    assertThat(Location.of(host, port, path, query)).isEqualTo(url);
  }
}

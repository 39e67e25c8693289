package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MimeTypesTest {

  @ParameterizedTest
  @CsvSource({
    "/index.html, text/html",
    "/a.shtml, text/html",
    "/a.css, text/css",
    "/a.js, application/javascript",
    "/a.json, application/json",
    "/a.txt, text/plain",
    "/a.png, image/png",
    "/a.JPG, image/jpeg",
    "/a.tar.gz, application/octet-stream",
    "/a.b/c, application/octet-stream",
    "/c, application/octet-stream",
    "/.txt, application/octet-stream",
    "/a.txt., application/octet-stream",
    "/a.unknown, application/octet-stream"
  })
  void goesByTheExtension(String path, String type) {
    assertThat(MimeTypes.of(path)).isEqualTo(type);
  }
}

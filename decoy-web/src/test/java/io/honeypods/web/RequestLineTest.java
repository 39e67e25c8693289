package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.testkit.Escapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLineTest {

  /** The byte behind the bar decides; there is nothing behind it. */
  @ParameterizedTest
  @CsvSource({
    "'|g', BAD",
    "'G|e', BAD",
    "'GET|\\r', BAD",
    "'GET |\\r', BAD",
    "'GET |*', BAD",
    "'GET |1', BAD",
    "'GET /a|\\x01', BAD",
    "'GET /a|\\x7f', BAD",
    "'GET /a\\r|x', BAD",
    "'GET /a |x', BAD",
    "'GET /a H|t', BAD",
    "'GET /a HTTP|\\r', BAD",
    "'GET /a HTTP/|0', BAD",
    "'GET /a HTTP/|2', BAD_VERSION",
    "'GET /a HTTP/1|1', BAD_VERSION",
    "'GET /a HTTP/1.|\\r', BAD",
    "'GET /a HTTP/1.1|x', BAD",
    "'GET /a HTTP/1.1 |x', BAD",
    "'GET /a HTTP/1.100|0', BAD",
    "'GET a|/', BAD",
    "'GET a|_', BAD",
    "'GET a:|x', BAD",
    "'GET a:/|x', BAD",
    "'GET a://b|_', BAD",
    "'GET a://b:1|x', BAD",
    "'GET a://[::1|/', BAD",
    "'GET a://[::1]|x', BAD",
    "'GET /a|\\n', LINE",
    "'GET /a\\r|\\n', LINE",
    "'GET /a |\\n', LINE",
    "'GET /a HTTP/1.0|\\n', LINE",
    "'GET /a HTTP/1.99 \\r|\\n', LINE",
    "'\\r\\n\\n_-A /a HTTP/1.1\\r|\\n', LINE"
  })
  void decidesAtThisByte(String escaped, Progress decision) {
    var line = new RequestLine(true);
    Bytes bytes = Escapes.decode(escaped.replace("|", ""));
    for (int i = 0; i < bytes.length() - 1; i++) {
      assertThat(line.accept(bytes.at(i))).as("byte %d", i).isEqualTo(Progress.MORE);
    }
    assertThat(line.accept(bytes.at(bytes.length() - 1))).isEqualTo(decision);
  }

  @Test
  void knowsThePartsOfALine() {
    RequestLine line = read("GET  /a?b  HTTP/1.0 \r\n", true);
    assertThat(line.method()).isEqualTo("GET");
    assertThat(line.target()).isEqualTo("/a?b");
    assertThat(line.pathAndQuery()).isEqualTo("/a?b");
    assertThat(line.hasAuthority()).isFalse();
    assertThat(line.major()).isEqualTo(1);
    assertThat(line.minor()).isZero();
  }

  @Test
  void takesALineWithoutVersionForHttp09() {
    RequestLine line = read("GET /a\r\n", true);
    assertThat(line.major()).isZero();
    assertThat(line.target()).isEqualTo("/a");
  }

  @ParameterizedTest
  @CsvSource({
    "http://Host.example/p?q, Host.example, /p?q",
    "a+b.c-1://h:80/, h, /",
    "http://h, h, ''",
    "http://h?q, h, ?q",
    "'http://[::1]:8/x', [::1], /x"
  })
  void knowsThePartsOfAnAbsoluteTarget(String target, String host, String path) {
    RequestLine line = read("GET " + target + " HTTP/1.1\r\n", true);
    assertThat(line.hasAuthority()).isTrue();
    assertThat(line.authority()).isEqualTo(host);
    assertThat(line.pathAndQuery()).isEqualTo(path);
    assertThat(line.target()).isEqualTo(target);
  }

  @Test
  void readsAnAuthorityBehindConnectIfTheVersionDoes() {
    RequestLine line = read("CONNECT host:443 HTTP/1.1\r\n", true);
    assertThat(line.authority()).isEqualTo("host");
    assertThat(decision("CONNECT host:443", false)).isEqualTo(Progress.BAD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECT host ", "CONNECT host/", "CONNECT host:1/", "CONNECT /a"})
  void refusesConnectWithoutAPort(String text) {
    assertThat(decision(text, true)).isEqualTo(Progress.BAD);
  }

  @Test
  void doesNotCountEmptyLinesBeforeIt() {
    var line = new RequestLine(true);
    line.accept((byte) '\r');
    line.accept((byte) '\n');
    assertThat(line.isEmpty()).isTrue();
    assertThat(line.length()).isZero();
  }

  private static Progress decision(String text, boolean connect) {
    var line = new RequestLine(connect);
    Progress progress = Progress.MORE;
    for (int i = 0; i < text.length() && progress == Progress.MORE; i++) {
      progress = line.accept((byte) text.charAt(i));
    }
    return progress;
  }

  private static RequestLine read(String text, boolean connect) {
    var line = new RequestLine(connect);
    for (int i = 0; i < text.length(); i++) {
      line.accept((byte) text.charAt(i));
    }
    return line;
  }
}

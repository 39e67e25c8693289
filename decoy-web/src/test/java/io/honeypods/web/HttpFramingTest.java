package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Field;
import io.honeypods.testkit.Escapes;
import io.honeypods.testkit.Fragments;
import io.honeypods.web.HttpInput.Begun;
import io.honeypods.web.HttpInput.BodyBroken;
import io.honeypods.web.HttpInput.BodyEnd;
import io.honeypods.web.HttpInput.Head;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFramingTest {
  private static final String HEAD = "GET /a%20b?c=d HTTP/1.1\r\nHost: x\r\nA:b\r\n\r\n";
  private static final String POST = "POST / HTTP/1.1\r\nHost: x\r\n";

  @Test
  void readsHead() {
    RequestHead head = Framed.of(HEAD).head().request();
    assertThat(head)
        .isEqualTo(
            new RequestHead(
                "GET",
                "/a%20b?c=d",
                "/a b",
                "c=d",
                null,
                1,
                1,
                true,
                List.of(new Field("Host", "x"), new Field("A", "b"))));
  }

  @Test
  void readsTheSameHoweverTheBytesArrive() {
    String session = HEAD + POST + "Content-Length: 4\r\n\r\nbody" + HEAD + "G";
    Framed whole = Framed.of(session);
    for (Fragments fragments : Fragments.all()) {
      Framed cut = Framed.of(session, fragments);
      assertThat(requests(cut)).isEqualTo(requests(whole)).hasSize(3);
      assertThat(cut.content()).isEqualTo("body");
      assertThat(cut.left()).isZero();
    }
  }

  @Test
  void tellsWhenALaterRequestBegins() {
    assertThat(Framed.of(HEAD + "G").inputs())
        .satisfiesExactly(
            input -> assertThat(input).isInstanceOf(Head.class),
            input -> assertThat(input).isEqualTo(new Begun()));
    assertThat(Framed.of("G").inputs()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\x16\\x03\\x01          | 400 | 3",
        "get / HTTP/1.1\\r\\n     | 400 | 16",
        "GET  x\\r\\n             | 400 | 2",
        "GET / HTTP/2.0\\r\\n     | 505 | 5",
        "GET / HTTP/1.x\\r\\n     | 400 | 3",
        "GET /\\0\\r\\n           | 400 | 3",
        "POST /\\r\\n             | 400 | 0",
        "GET /.. HTTP/1.1\\r\\n.. | 400 | 2",
        "GET / HTTP/1.1\\r\\nA b: c\\r\\n       | 400 | 7",
        "GET / HTTP/1.1\\r\\n: c\\r\\n          | 400 | 5",
        "GET / HTTP/1.1\\r\\nHost: a/b\\r\\nX   | 400 | 1",
        "GET / HTTP/1.1\\r\\nHost: a\\r\\nhost: a\\r\\nX | 400 | 1"
      })
  void refusesAtTheByteThatDecides(String escaped, int status, int left) {
    String text = Escapes.decode(escaped.strip()).latin1();
    Framed framed = Framed.of(text);
    assertThat(framed.bad().status()).isEqualTo(status);
    assertThat(framed.left()).isEqualTo(left);
    assertThat(framed.bad().problem()).matches(".+ \\(.+\\)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Content-Length", "Transfer-Encoding", "Authorization", "Expect", "If-Range"})
  void refusesASecondHeaderThatMustBeUnique(String name) {
    String line = name + ": 1\r\n";
    assertThat(Framed.of(POST + line + line).bad().problem()).startsWith("second header");
  }

  @Test
  void takesAThousandHeadersAndNotOneMore() {
    String head = "GET / HTTP/1.0\r\n";
    assertThat(Framed.of(head + "a:\n".repeat(1000) + "\n").head().request().headers())
        .hasSize(1000);
    assertThat(Framed.of(head + "a:\n".repeat(1001) + "\n").bad().tooLarge()).isTrue();
  }

  @Test
  void doesNotCountHeadersThatNginxIgnores() {
    String head = "GET / HTTP/1.0\r\n" + "a:\n".repeat(1000) + "a_b:\n".repeat(100) + "\n";
    assertThat(Framed.of(head).head().request().headers()).hasSize(1100);
  }

  @Test
  void refusesATargetThatDoesNotFitABuffer() {
    String fits = "GET /" + "a".repeat(HeaderBuffers.LARGE - 16);
    assertThat(Framed.of(fits + " HTTP/1.1\r\n\r\n").head().request().path()).endsWith("aaa");
    assertThat(Framed.of(fits + "aaaaaaaaaaa HTTP/1.1\r\n\r\n").bad().status()).isEqualTo(414);
  }

  @Test
  void cutsTheBodyFromTheNextRequest() {
    Framed framed = Framed.of(POST + "Content-Length: 3\r\n\r\nabc" + HEAD);
    assertThat(framed.content()).isEqualTo("abc");
    assertThat(heads(framed)).hasSize(2);
  }

  @Test
  void endsABodyAtItsLastByte() {
    assertThat(Framed.of(POST + "Content-Length: 3\r\n\r\nabc").inputs())
        .last()
        .isEqualTo(new BodyEnd(true));
    assertThat(Framed.of(POST + "Content-Length: 3\r\n\r\nab").inputs())
        .noneMatch(BodyEnd.class::isInstance);
  }

  @Test
  void saysWhetherMalformedChunksCameWithTheHead() {
    String head = POST + "Transfer-Encoding: chunked\r\n\r\n";
    assertThat(Framed.of(head + "2\r\nabX").head().brokenBody()).isTrue();
    assertThat(Framed.of(head + "2\r\nab").head().brokenBody()).isFalse();
    Framed later = Framed.of(head + "2\r\nabX", Fragments.at(head.length()));
    assertThat(later.head().brokenBody()).isFalse();
    assertThat(later.inputs()).last().isEqualTo(new BodyBroken());
  }

  @Test
  void saysWhetherARequestCameRightBehindAnother() {
    List<Head> together = heads(Framed.of(HEAD + HEAD));
    List<Head> apart = heads(Framed.of(HEAD + HEAD, Fragments.at(HEAD.length())));
    assertThat(together).extracting(Head::buffered).containsExactly(false, true);
    assertThat(apart).extracting(Head::buffered).containsExactly(false, false);
  }

  private static List<RequestHead> requests(Framed framed) {
    return heads(framed).stream().map(Head::request).toList();
  }

  private static List<Head> heads(Framed framed) {
    return framed.inputs().stream().filter(Head.class::isInstance).map(Head.class::cast).toList();
  }
}

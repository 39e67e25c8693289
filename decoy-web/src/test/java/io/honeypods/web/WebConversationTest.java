package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.Event.RequestReceived;
import io.honeypods.decoy.net.Step.Ending;
import io.honeypods.testkit.Play;
import io.honeypods.web.WebConversation.Discarding;
import io.honeypods.web.WebConversation.Waiting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebConversationTest {
  private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final String POST = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n";
  private static final String CLOSING = "POST / HTTP/1.0\r\nHost: a\r\nContent-Length: 5\r\n\r\n";
  private static final String CHUNKED =
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

  private final Play<HttpInput, Bytes> play = TestNginx.begin();

  @Test
  void waitsOneMinuteForTheFirstHead() {
    assertThat(play.patience()).isEqualTo(Duration.ofSeconds(60));
    send("GET /");
    assertThat(play.patience()).isEqualTo(Duration.ofSeconds(60));
    play.timeOut();
    assertThat(play.ending()).isEqualTo(Ending.HANG_UP);
    assertThat(play.replies()).isEmpty();
  }

  @Test
  void waits65SecondsBetweenRequestsAnd60OnceOneHasBegun() {
    send(GET);
    assertThat(play.patience()).isEqualTo(Duration.ofSeconds(65));
    send("\r\n");
    assertThat(play.patience()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void waitsFiveSecondsForMoreOfABody() {
    send(POST + "a");
    assertThat(play.conversation()).isInstanceOf(Discarding.class);
    assertThat(play.patience()).isEqualTo(Duration.ofSeconds(5));
    play.timeOut();
    assertThat(play.ending()).isEqualTo(Ending.HANG_UP);
    assertThat(body(request(0))).isEqualTo("a");
  }

  @Test
  void losesPatienceWithADrippingBodyAfterThirtySeconds() {
    send(POST);
    play.clock().advance(Duration.ofMillis(29_999));
    send("a");
    assertThat(play.isOver()).isFalse();
    play.clock().advance(Duration.ofMillis(1));
    send("b");
    assertThat(play.ending()).isEqualTo(Ending.HANG_UP);
    assertThat(body(request(0))).isEqualTo("ab");
  }

  @Test
  void countsTheThirtySecondsFromTheHeadOfEachRequest() {
    send(GET);
    play.clock().advance(Duration.ofMinutes(1));
    send(POST + "abcde");
    assertThat(play.isOver()).isFalse();
    assertThat(play.conversation()).isInstanceOf(Waiting.class);
  }

  @Test
  void answersBeforeTheBodyAndReportsAfterIt() {
    send(POST);
    assertThat(play.replies()).hasSize(1);
    assertThat(play.events()).isEmpty();
    send("abc");
    assertThat(play.events()).isEmpty();
    send("de");
    assertThat(play.events()).hasSize(1);
    assertThat(body(request(0))).isEqualTo("abcde");
    assertThat(play.conversation()).isInstanceOf(Waiting.class);
  }

  @Test
  void reportsAPartOfABodyWhenThePeerFinishes() {
    send(POST + "abc");
    play.finish();
    assertThat(body(request(0))).isEqualTo("abc");
    assertThat(play.events()).hasSize(1);
  }

  @Test
  void reportsAPartOfABodyWhenThePeerIsGone() {
    send(POST + "abc");
    play.leave();
    assertThat(body(request(0))).isEqualTo("abc");
    assertThat(play.events()).hasSize(1);
  }

  @Test
  void reportsABrokenBodyAsFarAsItCame() {
    send(CHUNKED + "3\r\nabc\r\n");
    send("zz");
    assertThat(play.ending()).isEqualTo(Ending.HANG_UP);
    assertThat(body(request(0))).isEqualTo("abc");
  }

  @Test
  void answersARequestOnlyOnceThoughItsPeerIsGone() {
    send(GET);
    play.leave();
    assertThat(play.events()).hasSize(1);
  }

  @Test
  void reportsABodyByItsLengthAndDigestThoughItKeepsLittle() {
    String body = "x".repeat(100_000);
    send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n" + body);
    assertThat(request(0).body().length()).isEqualTo(100_000);
    assertThat(request(0).body().kept().length()).isEqualTo(2048);
    assertThat(request(0).body().sha256()).isEqualTo(Bytes.ofLatin1(body).sha256());
  }

  @Test
  void reportsWhatIsMalformedAndTheRequestOnceItsLineIsKnown() {
    send("GET / HTTP/1.1\r\nAuthorization: Basic YTpi\r\nX Y: z\r\n");
    assertThat(play.events())
        .satisfiesExactly(
            event -> assertThat(event).isInstanceOf(InputMalformed.class),
            event -> assertThat(((RequestReceived) event).status()).isEqualTo(400),
            event -> assertThat(event).isInstanceOf(LoginAttempted.class));
    assertThat(play.ending()).isEqualTo(Ending.LINGER);
  }

  @Test
  void reportsNoRequestWhereItsLineIsMalformed() {
    send("GET /\0");
    assertThat(play.events()).hasSize(1).first().isInstanceOf(InputMalformed.class);
  }

  @Test
  void answersPipelinedRequestsInOrderAndNothingBehindTheLast() {
    send(GET + "GET /docs HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n" + GET);
    assertThat(play.events()).hasSize(2);
    assertThat(request(0).status()).isEqualTo(200);
    assertThat(request(1).status()).isEqualTo(301);
    assertThat(play.unread()).isEqualTo(Bytes.ofLatin1(GET));
  }

  @Test
  void closesItsHalfWhereItMayHaveMoreOfThePeersBytes() {
    send(GET + "GET / HTTP/1.0\r\n\r\n");
    assertThat(play.ending()).isEqualTo(Ending.HALF_CLOSE);
  }

  @ParameterizedTest
  @CsvSource({"POST,HALF_CLOSE", "TRACE,LINGER"})
  void closesItsHalfBehindABodyUnlessTheMethodHasNoHandler(String method, Ending ending) {
    send(CLOSING.replace("POST", method) + "abcde");
    assertThat(play.ending()).isEqualTo(ending);
  }

  @Test
  void answersAPeerThatFinishesBehindItsRequest() {
    send(GET);
    play.finish();
    assertThat(play.replies()).isNotEmpty();
    assertThat(play.ending()).isEqualTo(Ending.HANG_UP);
  }

  @Test
  void endsAConnectionAfterAThousandRequests() {
    for (int i = 0; i < 999; i++) {
      send(GET);
    }
    assertThat(play.isOver()).isFalse();
    send(GET);
    assertThat(play.isOver()).isTrue();
    assertThat(play.replies().get(play.replies().size() - 2).latin1())
        .contains("Connection: close");
  }

  @Test
  void sendsHeadAndFileInSegmentsOfTheirOwn() {
    send(GET);
    assertThat(play.replies()).hasSize(2).last().isEqualTo(TestNginx.INDEX);
  }

  @Test
  void sendsAPageOfItsOwnInOneSegment() {
    send("GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n");
    assertThat(play.replies()).hasSize(1);
  }

  private void send(String text) {
    play.send(Bytes.ofLatin1(text));
  }

  private RequestReceived request(int index) {
    List<Event> events = play.events();
    return (RequestReceived) events.get(index);
  }

  private static String body(RequestReceived request) {
    return request.body().kept().latin1();
  }
}

package io.honeypods.decoy.admin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.config.AdminConfig;
import io.honeypods.decoy.config.Cidr;
import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.Event.PayloadReceived;
import io.honeypods.decoy.event.Event.RequestReceived;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.event.Peer;
import io.honeypods.decoy.net.Step;
import io.honeypods.decoy.net.Step.Ending;
import io.honeypods.decoy.sink.MetricsSink;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T04:15:44Z"));
  private static final String NODE = "10.0.0.1";
  private static final String SCRAPER = "10.7.0.1";
  private static final String STRANGER = "10.9.0.1";
  private static final String GO_404 =
      "HTTP/1.1 404 Not Found\r\n"
          + "Content-Type: text/plain; charset=utf-8\r\n"
          + "X-Content-Type-Options: nosniff\r\n"
          + "Date: Sun, 22 Nov 2026 04:15:44 GMT\r\n"
          + "Content-Length: 19\r\n"
          + "\r\n"
          + "404 page not found\n";

  private final List<Event> seen = new ArrayList<>();
  private @Nullable String token;
  private List<Cidr> allow = List.of();
  private @Nullable String nodeIp;
  private boolean ready = true;
  private String from = STRANGER;
  private final Map<String, AdminPage> added =
      Map.of(
          "/capture",
          new AdminPage(
              "application/x-test",
              query -> query.equals("none") ? null : Bytes.utf8("<" + query + ">")));

  @Test
  void anOpenAdminServesMetricsToAll() {
    assertThat(get("/metrics"))
        .startsWith("HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4;")
        .contains("decoy_connections_total");
    assertThat(seen).isEmpty();
  }

  @Test
  void pageOfADecoyIsForWhoHasTheToken() {
    token = "s3cret";
    assertThat(get("/capture?source=10.0.0.7", "Authorization: Bearer s3cret"))
        .startsWith("HTTP/1.1 200 OK\r\nContent-Type: application/x-test\r\n")
        .endsWith("\r\n\r\n<source=10.0.0.7>");
    assertThat(seen).isEmpty();
    assertThat(get("/capture?none", "Authorization: Bearer s3cret")).startsWith("HTTP/1.1 404");
    assertThat(get("/capture?source=10.0.0.7")).isEqualTo(GO_404);
  }

  @Test
  void pageOfADecoyIsForNobodyWhereThereIsNoToken() {
    assertThat(get("/capture")).isEqualTo(GO_404);
    assertThat(seen).hasSize(1);
  }

  @Test
  void openMetricsIsServedWhereAskedFor() {
    assertThat(get("/metrics", "Accept: application/openmetrics-text; version=1.0.0"))
        .contains("Content-Type: application/openmetrics-text;")
        .endsWith("# EOF\n");
  }

  @Test
  void theTokenOpensMetrics() {
    token = "s3cret";
    assertThat(get("/metrics", "Authorization: Bearer s3cret")).startsWith("HTTP/1.1 200");
    assertThat(get("/metrics", "authorization:bearer s3cret")).startsWith("HTTP/1.1 200");
    assertThat(seen).isEmpty();
  }

  @Test
  void aWrongTokenIsAStrangersLogin() {
    token = "s3cret";
    assertThat(get("/metrics", "Authorization: Bearer guess")).isEqualTo(GO_404);
    assertThat(seen).hasSize(2);
    assertThat(seen.getLast()).isInstanceOf(LoginAttempted.class);
    assertThat(((LoginAttempted) seen.getLast()).secret().value().value()).isEqualTo("guess");
  }

  @Test
  void theRightTokenFromAnotherNetworkOpensNothing() {
    token = "s3cret";
    allow = List.of(Cidr.parse("10.7.0.0/16"));
    assertThat(get("/metrics", "Authorization: Bearer s3cret")).isEqualTo(GO_404);
    from = SCRAPER;
    assertThat(get("/metrics", "Authorization: Bearer s3cret")).startsWith("HTTP/1.1 200");
    assertThat(get("/metrics")).isEqualTo(GO_404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/metrics", "/metrics/", "/debug/pprof", "/livez/x", "/a:b?c"})
  void aStrangerGetsWhatGoAnswersAndIsReported(String target) {
    token = "s3cret";
    assertThat(get(target)).isEqualTo(GO_404);
    assertThat(seen).singleElement().isInstanceOf(RequestReceived.class);
    var request = (RequestReceived) seen.getFirst();
    assertThat(request.target().value()).isEqualTo(target);
    assertThat(request.status()).isEqualTo(404);
  }

  @Test
  void probesNeedNoToken() {
    token = "s3cret";
    assertThat(get("/livez")).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\nok\n");
    assertThat(get("/readyz")).startsWith("HTTP/1.1 200 OK\r\n");
    ready = false;
    assertThat(get("/readyz")).startsWith("HTTP/1.1 503 Service Unavailable\r\n");
    assertThat(get("/livez")).startsWith("HTTP/1.1 200 OK\r\n");
    assertThat(seen).isEmpty();
  }

  @Test
  void whereTheNodeIsKnownOthersWhoProbeAreReported() {
    token = "s3cret";
    nodeIp = NODE;
    from = NODE;
    assertThat(get("/livez")).startsWith("HTTP/1.1 200 OK\r\n");
    assertThat(seen).isEmpty();
    from = STRANGER;
    assertThat(get("/livez")).startsWith("HTTP/1.1 200 OK\r\n");
    assertThat(seen).singleElement().isInstanceOf(RequestReceived.class);
  }

  @Test
  void headGetsTheHeadAlone() {
    String head = ask("HEAD /nothing HTTP/1.1\r\nHost: x\r\n\r\n");
    assertThat(head).isEqualTo(GO_404.replace("404 page not found\n", ""));
  }

  @Test
  void otherMethodsFindNothing() {
    assertThat(ask("OPTIONS /metrics HTTP/1.1\r\nHost: x\r\n\r\n")).isEqualTo(GO_404);
  }

  @Test
  void pipelinedRequestsAreAnsweredInTurn() {
    String request = "GET /livez HTTP/1.1\r\nHost: x\r\n\r\n";
    assertThat(ask(request + "GET /x HTTP/1.1\r\n\r\n" + request))
        .matches("(?s)HTTP/1.1 200 .*HTTP/1.1 404 .*HTTP/1.1 200 .*");
  }

  @Test
  void theLastRequestCloses() {
    assertThat(get("/livez", "Connection: close")).contains("\r\nConnection: close\r\n");
    assertThat(last(run("GET /livez HTTP/1.1\r\nConnection: close\r\n\r\n")))
        .isEqualTo(Ending.HANG_UP);
    assertThat(last(run("GET /livez HTTP/1.1\r\n\r\n"))).isEqualTo(Ending.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\r\n", "\u0016\u0003\u0001\n\n", "GET\r\n\r\n", "GET x HTTP/1.1\r\n\r\n"})
  void whatIsNoRequestIsABadOne(String input) {
    List<Step<Bytes, Bytes>> steps = run(input);
    assertThat(replies(steps)).startsWith("HTTP/1.1 400 Bad Request\r\n");
    assertThat(last(steps)).isEqualTo(Ending.HANG_UP);
    assertThat(seen)
        .containsExactly(
            new InputMalformed(
                "no HTTP/1 request (expected GET)", Payload.of(Bytes.ofLatin1(input))));
  }

  @Test
  void aHeadAtTheLimitIsServedAndOnePastItIsNot() {
    String start = "GET /livez HTTP/1.1\r\nX: ";
    String atLimit = start + "x".repeat(AdminFraming.MAX_HEAD - start.length() - 5) + "\r\n\r\n";
    assertThat(ask(atLimit)).startsWith("HTTP/1.1 200 OK\r\n");
    assertThat(ask(start + "x".repeat(AdminFraming.MAX_HEAD))).startsWith("HTTP/1.1 400 ");
    assertThat(seen).singleElement().isInstanceOf(InputMalformed.class);
    assertThat(seen.toString()).contains("request head of 8192 bytes (expected < 8192)");
  }

  @Test
  void whoConnectsAndLeavesHasLookedForAPort() {
    assertThat(conversation().end()).containsExactly(new PayloadReceived(Payload.EMPTY));
  }

  @Test
  void whoAskedHasNotJustLooked() {
    AdminConversation conversation = conversation();
    conversation.receive(Bytes.ofLatin1("GET /livez HTTP/1.1\r\n\r\n"));
    assertThat(conversation.end()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\n\r\n",
        "GET /metrics HTTP/1.1\r\n\r\n",
        "GET /livez HTTP/1.1\r\n\r\n",
        "GET /readyz HTTP/1.1\r\n\r\n",
        "HEAD /metrics HTTP/1.0\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\n",
        "nonsense\r\n\r\n"
      })
  void nothingTellsAStrangerWhatThisIs(String request) {
    token = "s3cret";
    assertThat(ask(request).toLowerCase(Locale.ROOT))
        .doesNotContain("decoy", "honey", "java", "jvm", "netty", "server:", "pod");
  }

  @Test
  void headsAreCutAnywhere() {
    String request = "GET /livez HTTP/1.1\r\nHost: x\r\n\r\n";
    for (int cut = 0; cut < request.length(); cut++) {
      var framing = new AdminFraming();
      assertThat(framing.next(buffer(request.substring(0, cut)))).isNull();
      assertThat(framing.next(buffer(request.substring(cut)))).isEqualTo(Bytes.ofLatin1(request));
    }
  }

  private String get(String target, String... headers) {
    String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return ask("GET " + target + " HTTP/1.1\r\nHost: x\r\n" + lines + "\r\n");
  }

  private String ask(String input) {
    return replies(run(input));
  }

  private List<Step<Bytes, Bytes>> run(String input) {
    var framing = new AdminFraming();
    AdminConversation conversation = conversation();
    var steps = new ArrayList<Step<Bytes, Bytes>>();
    ByteBuf in = buffer(input);
    Bytes head = framing.next(in);
    while (head != null) {
      Step<Bytes, Bytes> step = conversation.receive(head);
      steps.add(step);
      seen.addAll(step.seen());
      head = step.ending() == Ending.NONE ? framing.next(in) : null;
    }
    return steps;
  }

  private AdminConversation conversation() {
    var metrics = new MetricsSink(Map.of("web", List.of(AlertName.FAKE_SVC)), 1, CLOCK);
    var config = new AdminConfig(null, token, allow);
    var pages = new AdminPages(config, added, metrics, () -> ready, nodeIp, CLOCK);
    var source = new Peer(InetAddress.ofLiteral(from), 40000);
    var destination = new Peer(InetAddress.ofLiteral("10.1.1.1"), 9100);
    return new AdminConversation(pages, new Flow(source, destination, Flow.Transport.TCP));
  }

  private static Ending last(List<Step<Bytes, Bytes>> steps) {
    return steps.getLast().ending();
  }

  private static String replies(List<Step<Bytes, Bytes>> steps) {
    var text = new StringBuilder();
    steps.forEach(step -> step.replies().forEach(text::append));
    return text.toString();
  }

  private static ByteBuf buffer(String text) {
    return Unpooled.copiedBuffer(text, ISO_8859_1);
  }
}

package io.honeypods.decoy.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.config.Endpoint;
import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Event.ConnectionClosed;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A conversation goes over to TLS when it is told {@code tls}, and says lines before and after. */
class TlsStepTest {
  @TempDir private static Path folder;
  private static SSLContext server;

  @BeforeAll
  static void makeKey() throws Exception {
    server = TestKey.context(folder);
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void whatFollowsIsWithinTls(Transport transport) throws Exception {
    try (var loopback = new Loopback(transport, Loopback.LIMITS, service());
        Socket peer = loopback.connect()) {
      assertThat(ask(peer, "hello")).isEqualTo("hello");
      assertThat(ask(peer, "tls")).isEqualTo("go");
      try (SSLSocket secure = client(peer)) {
        secure.startHandshake();
        assertThat(line(secure)).isEqualTo("secured by TLSv1.3");
        assertThat(ask(secure, "hidden")).isEqualTo("hidden");
      }
      loopback.await(ConnectionClosed.class::isInstance);
    }
  }

  @Test
  void bytesThatComeTooEarlyArePartOfTls() throws Exception {
    try (var loopback = new Loopback(Transport.best(), Loopback.LIMITS, service());
        Socket peer = loopback.connect()) {
      peer.getOutputStream().write("tls\n".getBytes(US_ASCII));
      assertThat(line(peer)).isEqualTo("go");
      try (SSLSocket secure = client(peer)) {
        secure.startHandshake();
        assertThat(line(secure)).startsWith("secured");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void peerWaitsUntilOurSideIsThere(Transport transport) throws Exception {
    var late = new CompletableFuture<SSLEngine>();
    try (var loopback = new Loopback(transport, Loopback.LIMITS, service(() -> late));
        Socket peer = loopback.connect()) {
      assertThat(ask(peer, "tls")).isEqualTo("go");
      try (SSLSocket secure = client(peer)) {
        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS)
            .execute(() -> late.complete(engine()));
        secure.startHandshake();
        assertThat(line(secure)).startsWith("secured");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void peerThatDoesNotWaitIsNotSecured(Transport transport) throws Exception {
    var never = new CompletableFuture<SSLEngine>();
    try (var loopback = new Loopback(transport, Loopback.LIMITS, service(() -> never));
        Socket peer = loopback.connect()) {
      assertThat(ask(peer, "tls")).isEqualTo("go");
      peer.shutdownOutput();
      assertThat(line(peer)).isEqualTo("not secured");
      never.complete(engine());
      assertThat(peer.getInputStream().read()).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void peerThatEndsWithinTheHandshakeIsAnsweredInClear(Transport transport) throws Exception {
    try (var loopback = new Loopback(transport, Loopback.LIMITS, service());
        Socket peer = loopback.connect()) {
      assertThat(ask(peer, "tls")).isEqualTo("go");
      peer.shutdownOutput();
      assertThat(line(peer)).isEqualTo("not secured");
      assertThat(peer.getInputStream().read()).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void whatIsNoTlsIsAnsweredInClear(Transport transport) throws Exception {
    try (var loopback = new Loopback(transport, Loopback.LIMITS, service());
        Socket peer = loopback.connect()) {
      peer.getOutputStream().write("tls\nthis is no handshake at all\n".getBytes(US_ASCII));
      assertThat(line(peer)).isEqualTo("go");
      assertThat(line(peer)).isEqualTo("not secured");
      assertThat(peer.getInputStream().read()).isEqualTo(-1);
    }
  }

  private static Service<String, String> service() {
    return service(() -> CompletableFuture.completedStage(engine()));
  }

  private static SSLEngine engine() {
    SSLEngine side = server.createSSLEngine();
    side.setUseClientMode(false);
    return side;
  }

  private static Service<String, String> service(Supplier<CompletionStage<SSLEngine>> engine) {
    return new Service<>(
        "web",
        "web.listen",
        new Endpoint("127.0.0.1", 0),
        List.of(AlertName.FAKE_SVC),
        false,
        () -> TlsStepTest::line,
        (text, allocator) -> allocator.buffer().writeBytes((text + "\n").getBytes(US_ASCII)),
        _ -> new Lines(engine));
  }

  /** Says every line again. */
  private record Lines(Supplier<CompletionStage<SSLEngine>> engine)
      implements Conversation<String, String> {
    @Override
    public Step<String, String> receive(String line) {
      Step<String, String> step = Step.silent(this);
      return line.equals("tls") ? step.reply("go").startTls(engine.get()) : step.reply(line);
    }

    @Override
    public Step<String, String> secured(TlsParameters agreed) {
      return Step.<String, String>silent(this).reply("secured by " + agreed.protocol());
    }

    @Override
    public Step<String, String> notSecured(String problem) {
      return Step.<String, String>silent(this).reply("not secured").hangUp();
    }
  }

  private static @Nullable String line(ByteBuf in) {
    int length = in.bytesBefore((byte) '\n');
    if (length < 0) {
      return null;
    }
    String line = in.readCharSequence(length, US_ASCII).toString();
    in.skipBytes(1);
    return line;
  }

  private static String ask(Socket peer, String line) throws IOException {
    peer.getOutputStream().write((line + "\n").getBytes(US_ASCII));
    return line(peer);
  }

  private static String line(Socket peer) throws IOException {
    var line = new StringBuilder();
    for (int b = peer.getInputStream().read(); b > 0 && b != '\n'; ) {
      line.append((char) b);
      b = peer.getInputStream().read();
    }
    return line.toString();
  }

  private static SSLSocket client(Socket peer) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new TrustsAll()}, null);
    return (SSLSocket)
        context.getSocketFactory().createSocket(peer, "127.0.0.1", peer.getPort(), true);
  }

  private static final class TrustsAll implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}

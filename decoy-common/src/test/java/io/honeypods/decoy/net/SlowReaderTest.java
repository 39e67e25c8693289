package io.honeypods.decoy.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.config.Endpoint;
import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.CloseReason;
import io.netty.buffer.ByteBufUtil;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A state that looks again every few milliseconds does not cut off who reads slowly. */
@Timeout(30)
class SlowReaderTest {
  private static final int REPLIES = 256;
  private static final Duration SHORT = Duration.ofMillis(5);

  @ParameterizedTest
  @EnumSource(Transport.class)
  void getsAllThatItAskedFor(Transport transport) throws Exception {
    try (var loopback = new Loopback(transport, Loopback.LIMITS, service());
        Socket peer = loopback.connect()) {
      ask(peer);
      waitFarLonger(transport);

      assertThat(peer.getInputStream().readAllBytes()).hasSize(REPLIES * EchoService.BIG.length());
    }
  }

  /** Until a session that is as impatient four times over has timed out. */
  private static void waitFarLonger(Transport transport) throws Exception {
    try (var clock = Loopback.echo(transport, Loopback.LIMITS);
        Socket other = clock.connect()) {
      other.getOutputStream().write("impatient\n".getBytes(US_ASCII));
      assertThat(clock.awaitReason()).isEqualTo(CloseReason.TIMED_OUT);
    }
  }

  private static void ask(Socket peer) throws IOException {
    peer.getOutputStream().write('?');
    peer.getOutputStream().flush();
    peer.shutdownOutput();
  }

  private static Service<Byte, String> service() {
    return new Service<>(
        "web",
        "web.listen",
        new Endpoint("127.0.0.1", 0),
        List.of(AlertName.FAKE_SVC),
        false,
        () -> in -> in.isReadable() ? in.readByte() : null,
        (reply, allocator) -> ByteBufUtil.writeAscii(allocator, reply),
        _ -> new Ticking());
  }

  private record Ticking() implements Conversation<Byte, String> {
    @Override
    public Step<Byte, String> receive(Byte question) {
      return new Step<>(
          this,
          Collections.nCopies(REPLIES, EchoService.BIG),
          List.of(),
          Step.Ending.NONE,
          Duration.ZERO,
          null);
    }

    @Override
    public Duration patience() {
      return SHORT;
    }

    @Override
    public Step<Byte, String> timeOut() {
      return Step.silent(this);
    }
  }
}

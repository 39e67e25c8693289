package io.honeypods.decoy.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.honeypods.decoy.config.ByteSize;
import io.honeypods.decoy.config.LimitsConfig;
import io.honeypods.decoy.event.CloseReason;
import io.honeypods.decoy.event.Event.ConnectionClosed;
import io.honeypods.decoy.event.Event.ConnectionOpened;
import io.honeypods.decoy.event.Event.ConnectionShed;
import io.honeypods.decoy.event.Event.PayloadReceived;
import io.honeypods.decoy.event.Observation;
import io.honeypods.decoy.event.ShedReason;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class ListenerTest {

  @ParameterizedTest
  @EnumSource(Transport.class)
  void aSessionIsToldFromItsFirstEventToItsLast(Transport transport) throws Exception {
    try (var loopback = Loopback.echo(transport, Loopback.LIMITS);
        Socket peer = loopback.connect()) {
      assertThat(ask(peer, "hello")).isEqualTo("hello\n");
      leave(peer);
      List<Observation> seen = loopback.await(ConnectionClosed.class::isInstance);
      assertThat(seen.stream().map(Observation::event).map(Object::getClass).toList())
          .startsWith(ConnectionOpened.class, PayloadReceived.class)
          .endsWith(ConnectionClosed.class);
      assertThat(seen.stream().map(Observation::session).distinct())
          .hasSize(1)
          .doesNotContainNull();
      assertThat(seen.stream().map(Observation::sequence)).containsExactly(1L, 2L, 3L, 4L);
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void bytesAreCountedBothWays(Transport transport) throws Exception {
    try (var loopback = Loopback.echo(transport, Loopback.LIMITS);
        Socket peer = loopback.connect()) {
      assertThat(ask(peer, "hello")).isEqualTo("hello\n");
      assertThat(askAll(peer, "bye")).isEqualTo("bye\n");
      ConnectionClosed closed = loopback.awaitClosed();
      assertThat(closed.received()).isEqualTo(10);
      assertThat(closed.sent()).isEqualTo(10);
      assertThat(closed.reason()).isEqualTo(CloseReason.HUNG_UP);
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void aPeerThatClosesIsToldFromOneThatResets(Transport transport) throws Exception {
    try (var loopback = Loopback.echo(transport, Loopback.LIMITS);
        Socket peer = loopback.connect()) {
      ask(peer, "hello");
      leave(peer);
      assertThat(loopback.awaitReason()).isEqualTo(CloseReason.PEER_CLOSED);
    }
    try (var loopback = Loopback.echo(transport, Loopback.LIMITS);
        Socket peer = loopback.connect()) {
      ask(peer, "hello");
      peer.setSoLinger(true, 0);
      leave(peer);
      assertThat(loopback.awaitReason()).isEqualTo(CloseReason.PEER_RESET);
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void repliesReachAPeerThatHalfClosed(Transport transport) throws Exception {
    try (var loopback = Loopback.echo(transport, Loopback.LIMITS);
        Socket peer = loopback.connect()) {
      send(peer, "slow");
      peer.shutdownOutput();
      assertThat(rest(peer)).isEqualTo("slow\nfinished\n");
      assertThat(loopback.awaitReason()).isEqualTo(CloseReason.PEER_CLOSED);
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void aDelayKeepsTheOrder(Transport transport) throws Exception {
    try (var loopback = Loopback.echo(transport, Loopback.LIMITS);
        Socket peer = loopback.connect()) {
      assertThat(askAll(peer, "a\nslow\nb\nslow\nbye")).isEqualTo("a\nslow\nb\nslow\nbye\n");
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void whatComesAfterAHangUpIsReportedButNotReceived(Transport transport) throws Exception {
    try (var loopback = Loopback.echo(transport, Loopback.LIMITS);
        Socket peer = loopback.connect()) {
      send(peer, "bye\nhello");
      List<Observation> seen = loopback.await(ConnectionClosed.class::isInstance);
      assertThat(seen).hasSize(4);
      assertThat(seen.get(2).event())
          .isInstanceOfSatisfying(
              PayloadReceived.class,
              e -> assertThat(e.payload().kept().latin1().strip()).isEqualTo("hello"));
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void impatienceIsATimeOut(Transport transport) throws Exception {
    try (var loopback = Loopback.echo(transport, Loopback.LIMITS);
        Socket peer = loopback.connect()) {
      assertThat(askAll(peer, "impatient")).isEqualTo("impatient\n");
      assertThat(loopback.awaitReason()).isEqualTo(CloseReason.TIMED_OUT);
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void aSessionHasALimitOfBytes(Transport transport) throws Exception {
    var limits = limits(50, new ByteSize(1024), Duration.ofMinutes(5), Duration.ofMinutes(5));
    try (var loopback = Loopback.echo(transport, limits);
        Socket peer = loopback.connect()) {
      String atTheLimit = "x".repeat(1023);
      assertThat(ask(peer, atTheLimit)).isEqualTo(atTheLimit + "\n");
      send(peer, "");
      ConnectionClosed closed = loopback.awaitClosed();
      assertThat(closed.reason()).isEqualTo(CloseReason.SESSION_BYTES_LIMIT);
      assertThat(closed.received()).isEqualTo(1025);
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void allSessionsTogetherHaveALimitOfUnfinishedBytes(Transport transport) throws Exception {
    try (var loopback = Loopback.echo(transport, Loopback.LIMITS);
        Socket first = loopback.connect();
        Socket second = loopback.connect();
        Socket small = loopback.connect()) {
      part(first, "x".repeat(3000));
      part(small, "x".repeat(2000));
      assertThat(whole(small, 2000)).isEqualTo("x".repeat(2000) + "\n");
      part(second, "y".repeat(3000));
      assertThat(loopback.awaitReason()).isEqualTo(CloseReason.UNFINISHED_BYTES_LIMIT);
      assertThat(rest(second)).isEmpty();
      part(small, "x".repeat(2000));
      assertThat(whole(small, 2000)).isEqualTo("x".repeat(2000) + "\n");
      assertThat(whole(first, 3000)).isEqualTo("x".repeat(3000) + "\n");
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void aSessionHasALimitOfIdleTime(Transport transport) throws Exception {
    var limits = limits(50, new ByteSize(1024), Duration.ofMinutes(5), Duration.ofMillis(30));
    try (var loopback = Loopback.echo(transport, limits);
        Socket peer = loopback.connect()) {
      assertThat(rest(peer)).isEmpty();
      assertThat(loopback.awaitReason()).isEqualTo(CloseReason.IDLE);
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void aSessionHasALimitOfTime(Transport transport) throws Exception {
    var limits = limits(50, new ByteSize(1024), Duration.ofMillis(30), Duration.ofMinutes(5));
    try (var loopback = Loopback.echo(transport, limits);
        Socket peer = loopback.connect()) {
      assertThat(rest(peer)).isEmpty();
      assertThat(loopback.awaitReason()).isEqualTo(CloseReason.SESSION_TIME_LIMIT);
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void aSourceBeyondItsCapIsShedAndComesBack(Transport transport) throws Exception {
    var limits = limits(1, new ByteSize(1024), Duration.ofMinutes(5), Duration.ofMinutes(5));
    try (var loopback = Loopback.echo(transport, limits)) {
      try (Socket first = loopback.connect();
          Socket second = loopback.connect()) {
        assertThat(ask(first, "hello")).isEqualTo("hello\n");
        assertThat(rest(second)).isEmpty();
        loopback.await(new ConnectionShed(ShedReason.PER_SOURCE, 1)::equals);
      }
      loopback.awaitClosed();
      try (Socket third = loopback.connect()) {
        assertThat(ask(third, "hello")).isEqualTo("hello\n");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void ourOwnFaultEndsItsSessionOnly(Transport transport) throws Exception {
    for (String fault : List.of("fault", "slow fault", "late fault")) {
      try (var loopback = Loopback.echo(transport, Loopback.LIMITS);
          Socket peer = loopback.connect()) {
        send(peer, fault);
        assertThat(loopback.awaitReason()).as(fault).isEqualTo(CloseReason.FAULT);
        try (Socket next = loopback.connect()) {
          assertThat(ask(next, "hello")).isEqualTo("hello\n");
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void aSessionThatCannotBeMadeHoldsNoPlace(Transport transport) throws Exception {
    var limits = limits(1, new ByteSize(1024), Duration.ofMinutes(5), Duration.ofMinutes(5));
    var failed = new AtomicBoolean();
    Service<String, String> echo = EchoService.service();
    var flaky =
        new Service<String, String>(
            echo.decoy(),
            echo.key(),
            echo.endpoint(),
            echo.alerts(),
            false,
            echo.framing(),
            echo.encoder(),
            session -> failed.getAndSet(true) ? echo.conversation().apply(session) : fail());
    try (var loopback = new Loopback(transport, limits, flaky)) {
      try (Socket first = loopback.connect()) {
        assertThat(rest(first)).isEmpty();
      }
      try (Socket second = loopback.connect()) {
        assertThat(ask(second, "hello")).isEqualTo("hello\n");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void aPeerThatNeverReadsDoesNotFillOurMemory(Transport transport) throws Exception {
    var limits = limits(50, new ByteSize(1 << 20), Duration.ofMinutes(5), Duration.ofMillis(400));
    try (var loopback = Loopback.echo(transport, limits);
        Socket peer = loopback.connect()) {
      send(peer, "big\n".repeat(5000));
      List<Observation> seen = loopback.await(ConnectionClosed.class::isInstance);
      long answered = seen.stream().filter(o -> o.event() instanceof PayloadReceived).count();
      assertThat(answered * EchoService.BIG.length()).isLessThan(16L << 20);
      assertThat(loopback.awaitReason()).isEqualTo(CloseReason.IDLE);
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void lingeringReadsOnSoThatTheReplyArrives(Transport transport) throws Exception {
    try (var loopback = Loopback.echo(transport, Loopback.LIMITS);
        Socket peer = loopback.connect()) {
      send(peer, "linger\nleft unread");
      assertThat(rest(peer)).isEqualTo("linger\n");
      send(peer, "and more");
      peer.shutdownOutput();
      List<Observation> seen = loopback.await(ConnectionClosed.class::isInstance);
      var drained = (PayloadReceived) seen.get(seen.size() - 2).event();
      assertThat(drained.payload().kept()).hasToString("left unread\nand more\n");
      assertThat(loopback.awaitReason()).isEqualTo(CloseReason.HUNG_UP);
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void halfClosingWaitsForThePeer(Transport transport) throws Exception {
    try (var loopback = Loopback.echo(transport, Loopback.LIMITS);
        Socket peer = loopback.connect()) {
      assertThat(askAll(peer, "half-close")).isEqualTo("half-close\n");
      assertThat(loopback.network().admission().open()).isEqualTo(1);
      leave(peer);
      assertThat(loopback.awaitReason()).isEqualTo(CloseReason.HUNG_UP);
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void aResetIsOne(Transport transport) throws Exception {
    try (var loopback = Loopback.echo(transport, Loopback.LIMITS);
        Socket peer = loopback.connect()) {
      send(peer, "reset");
      assertThatThrownBy(() -> rest(peer)).isInstanceOf(SocketException.class);
      assertThat(loopback.awaitReason()).isEqualTo(CloseReason.HUNG_UP);
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void shuttingDownEndsSessionsAndSaysSo(Transport transport) throws Exception {
    try (var loopback = Loopback.echo(transport, Loopback.LIMITS);
        Socket peer = loopback.connect()) {
      ask(peer, "hello");
      loopback.stop();
      assertThat(loopback.awaitReason()).isEqualTo(CloseReason.SHUTDOWN);
      assertThat(rest(peer)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void onlyEpollShowsTheSyn(Transport transport) throws Exception {
    try (var loopback = Loopback.echo(transport, Loopback.LIMITS);
        Socket peer = loopback.connect()) {
      ask(peer, "hello");
      var opened = (ConnectionOpened) loopback.await(_ -> true).getFirst().event();
      assertThat(opened.syn() != null).isEqualTo(transport == Transport.EPOLL);
      assertThat(opened.roundTrip() != null).isEqualTo(transport == Transport.EPOLL);
    }
  }

  private static Conversation<String, String> fail() {
    throw new IllegalStateException("made to fail");
  }

  private static LimitsConfig limits(
      int perSource, ByteSize bytes, Duration session, Duration idle) {
    return new LimitsConfig(100, perSource, 1000, bytes, bytes, session, idle, 0, 2);
  }

  private static void part(Socket peer, String text) throws IOException {
    peer.getOutputStream().write(text.getBytes(US_ASCII));
  }

  /** Ends a line of {@code length}, and reads what comes back. */
  private static String whole(Socket peer, int length) throws IOException {
    send(peer, "");
    return new String(peer.getInputStream().readNBytes(length + 1), US_ASCII);
  }

  private static void leave(Socket peer) throws IOException {
    peer.close();
  }

  /** Sends a line and returns the line that comes back. */
  private static String ask(Socket peer, String line) throws IOException {
    send(peer, line);
    return new String(peer.getInputStream().readNBytes(line.length() + 1), US_ASCII);
  }

  /** Sends a line and returns all that comes back until the end. */
  private static String askAll(Socket peer, String line) throws IOException {
    send(peer, line);
    return rest(peer);
  }

  private static void send(Socket peer, String line) throws IOException {
    peer.getOutputStream().write((line + "\n").getBytes(US_ASCII));
  }

  private static String rest(Socket peer) throws IOException {
    return new String(peer.getInputStream().readAllBytes(), US_ASCII);
  }
}

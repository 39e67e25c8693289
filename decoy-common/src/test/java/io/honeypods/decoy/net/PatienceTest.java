package io.honeypods.decoy.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration NONE = Duration.ZERO;

  private final EmbeddedChannel channel = new EmbeddedChannel(new ChannelInboundHandlerAdapter());
  private final ChannelHandlerContext ctx = channel.pipeline().firstContext();
  private int fired;
  private final Patience patience = new Patience(_ -> fired++);

  @AfterEach
  void close() {
    channel.close();
  }

  @Test
  void itEndsOnce() {
    restart(NONE);
    run();
    run();
    assertThat(fired).isEqualTo(1);
  }

  @Test
  void aLaterDeadlineTakesTheTimerThatIsSet() {
    restart(NONE);
    restart(HOUR);
    run();
    assertThat(fired).isZero();
    assertThat(untilNext()).isGreaterThan(0);
  }

  @Test
  void anEarlierDeadlineSetsItsOwn() {
    restart(HOUR);
    restart(NONE);
    run();
    assertThat(fired).isEqualTo(1);
    assertThat(untilNext()).isNegative();
  }

  @Test
  void withoutADeadlineItNeverEnds() {
    restart(NONE);
    restart(null);
    run();
    assertThat(fired).isZero();
  }

  @Test
  void itCanBeTakenUpAgain() {
    restart(NONE);
    restart(null);
    restart(NONE);
    run();
    assertThat(fired).isEqualTo(1);
  }

  @Test
  void stoppingLeavesNoTimer() {
    restart(HOUR);
    patience.stop();
    assertThat(untilNext()).isNegative();
  }

  private void restart(@Nullable Duration wait) {
    patience.restart(channel.eventLoop(), ctx, wait);
  }

  private long untilNext() {
    return channel.runScheduledPendingTasks();
  }

  private void run() {
    channel.advanceTimeBy(1, TimeUnit.MILLISECONDS);
    channel.runScheduledPendingTasks();
  }
}

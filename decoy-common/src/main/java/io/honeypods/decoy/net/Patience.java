package io.honeypods.decoy.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A deadline that is moved often and met rarely: moving it later costs no timer, since the one that
 * is set looks again when it fires.
 */
final class Patience {
  private final Consumer<ChannelHandlerContext> over;
  private @Nullable Future<?> timer;
  private long firesAt;
  private long deadline;
  private boolean running;

  Patience(Consumer<ChannelHandlerContext> over) {
    this.over = over;
  }

  /** Waits from now on for the time given; null waits for ever. */
  void restart(EventExecutor loop, ChannelHandlerContext ctx, @Nullable Duration wait) {
    if (wait == null) {
      running = false;
      return;
    }
    running = true;
    deadline = System.nanoTime() + wait.toNanos();
    if (timer != null && firesAt - deadline > 0) {
      timer.cancel(false);
      timer = null;
    }
    if (timer == null) {
      set(loop, ctx);
    }
  }

  void stop() {
    running = false;
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  private void set(EventExecutor loop, ChannelHandlerContext ctx) {
    firesAt = deadline;
    long wait = Math.max(0, deadline - System.nanoTime());
    timer = loop.schedule(() -> fire(loop, ctx), wait, TimeUnit.NANOSECONDS);
  }

  private void fire(EventExecutor loop, ChannelHandlerContext ctx) {
    timer = null;
    if (!running) {
      return;
    }
    if (deadline - System.nanoTime() > 0) {
      set(loop, ctx);
    } else {
      running = false;
      over.accept(ctx);
    }
  }
}

package io.honeypods.decoy.net;

import io.honeypods.decoy.config.LimitsConfig;
import io.honeypods.decoy.event.CloseReason;
import io.honeypods.decoy.event.Event.ConnectionClosed;
import io.honeypods.decoy.event.Event.ConnectionOpened;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens, counts, limits and closes one session: the first and the last event of it are said here.
 */
final class SessionHandler extends ChannelDuplexHandler {
  private final Session session;
  private final LimitsConfig limits;
  private final BooleanSupplier shuttingDown;
  private final long openedAt = System.nanoTime();
  private long lastReadAt = openedAt;
  private long received;
  private long sent;
  private @Nullable CloseReason reason;
  private @Nullable Future<?> timer;

  SessionHandler(Session session, LimitsConfig limits, BooleanSupplier shuttingDown) {
    this.session = session;
    this.limits = limits;
    this.shuttingDown = shuttingDown;
  }

  Session session() {
    return session;
  }

  /** Ends the session on our side; the first reason given is the one reported. */
  void close(ChannelHandlerContext ctx, CloseReason why) {
    closing(why);
    ctx.channel().close();
  }

  /** Says why the session will end, where it has not ended yet. */
  void closing(CloseReason why) {
    if (reason == null) {
      reason = why;
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    var channel = ctx.channel();
    if (!session.isQuiet()) {
      session.saw(new ConnectionOpened(SynReader.syn(channel), SynReader.roundTrip(channel)));
    }
    checkTime(ctx);
    ctx.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    lastReadAt = System.nanoTime();
    received += message instanceof ByteBuf bytes ? bytes.readableBytes() : 0;
    if (received > limits.sessionBytes().bytes()) {
      ReferenceCountUtil.release(message);
      close(ctx, CloseReason.SESSION_BYTES_LIMIT);
    } else {
      ctx.fireChannelRead(message);
    }
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    int bytes = message instanceof ByteBuf buffer ? buffer.readableBytes() : 0;
    promise.addListener(
        written -> {
          if (written.isSuccess()) {
            sent += bytes;
          }
        });
    ctx.write(message, promise);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      closing(CloseReason.PEER_CLOSED);
    }
    ctx.fireUserEventTriggered(event);
  }

  /** Lets the conversation say its last before it reports the end. */
  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (timer != null) {
      timer.cancel(false);
    }
    ctx.fireChannelInactive();
    closing(shuttingDown.getAsBoolean() ? CloseReason.SHUTDOWN : CloseReason.PEER_CLOSED);
    CloseReason why = reason == null ? CloseReason.FAULT : reason;
    if (!session.isQuiet()) {
      Duration lasted = Duration.ofNanos(System.nanoTime() - openedAt);
      session.saw(new ConnectionClosed(why, lasted, received, sent));
    }
  }

  /** One timer for both limits, set anew only when it fires: reads cost nothing. */
  private void checkTime(ChannelHandlerContext ctx) {
    long now = System.nanoTime();
    long untilEnd = limits.session().toNanos() - (now - openedAt);
    long untilIdle = limits.idle().toNanos() - (now - lastReadAt);
    if (untilEnd <= 0) {
      close(ctx, CloseReason.SESSION_TIME_LIMIT);
    } else if (untilIdle <= 0) {
      close(ctx, CloseReason.IDLE);
    } else {
      long wait = Math.min(untilEnd, untilIdle);
      timer = ctx.executor().schedule(() -> checkTime(ctx), wait, TimeUnit.NANOSECONDS);
    }
  }
}

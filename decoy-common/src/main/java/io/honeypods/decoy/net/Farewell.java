package io.honeypods.decoy.net;

import io.honeypods.decoy.event.CloseReason;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.PayloadReceived;
import io.honeypods.decoy.event.Payload;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How our side of a session ends once the last reply is written. */
final class Farewell {
  private final SessionHandler session;
  private final Inbox<?> inbox;
  private final Patience patience;
  private @Nullable Drain drain;

  Farewell(SessionHandler session, Inbox<?> inbox, Patience patience) {
    this.session = session;
    this.inbox = inbox;
    this.patience = patience;
  }

  /** Ends as asked, behind the last write where there is one. */
  void say(ChannelHandlerContext ctx, Step.Ending ending, @Nullable ChannelFuture lastWrite) {
    switch (ending) {
      case NONE -> throw new IllegalArgumentException("no ending (expected one)");
      case HANG_UP -> hangUp(ctx, lastWrite);
      case LINGER -> {
        if (inbox.hasUnread()) {
          halfClose(ctx, lastWrite);
        } else {
          hangUp(ctx, lastWrite);
        }
      }
      case HALF_CLOSE -> halfClose(ctx, lastWrite);
      case RESET -> {
        ctx.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        hangUp(ctx, lastWrite);
      }
    }
  }

  /** Bytes that the session ended in the middle of are reported as they are. */
  void reportUnfinished() {
    Payload unfinished = inbox.unfinished();
    if (unfinished.length() > 0) {
      session.session().saw(new PayloadReceived(unfinished));
    }
  }

  /** Whether our half is closed and the peer's is still read. */
  boolean isDraining() {
    return drain != null;
  }

  /** Takes what a peer sends that was told it is over; the caller releases it. */
  void read(ChannelHandlerContext ctx, ByteBuf bytes) {
    if (drain == null) {
      return;
    }
    if (drain.take(bytes)) {
      patience.restart(ctx.executor(), ctx, Drain.IDLE);
    } else {
      ctx.close();
    }
  }

  /** What is to be said of what came too late. */
  List<Event> end() {
    return drain == null ? List.of() : drain.end();
  }

  private void hangUp(ChannelHandlerContext ctx, @Nullable ChannelFuture lastWrite) {
    reportUnfinished();
    patience.stop();
    session.closing(CloseReason.HUNG_UP);
    if (lastWrite == null) {
      ctx.close();
    } else {
      lastWrite.addListener(_ -> ctx.close());
    }
  }

  private void halfClose(ChannelHandlerContext ctx, @Nullable ChannelFuture lastWrite) {
    session.closing(CloseReason.HUNG_UP);
    drain = new Drain();
    patience.restart(ctx.executor(), ctx, Drain.IDLE);
    ByteBuf unread = inbox.takeUnread();
    if (unread != null) {
      read(ctx, unread);
      unread.release();
    }
    (lastWrite == null ? ctx.newSucceededFuture() : lastWrite)
        .addListener(_ -> ((DuplexChannel) ctx.channel()).shutdownOutput());
  }
}

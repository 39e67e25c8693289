package io.honeypods.decoy.net;

import io.honeypods.decoy.event.CloseReason;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what a {@link Conversation} decides: frames bytes for it one message at a time, and
 * reads no more while a reply waits or the peer does not take what was sent.
 */
final class ConversationHandler<I, O> extends ChannelInboundHandlerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(ConversationHandler.class);

  /** How long a peer may take nothing of what it is sent, however short a state's patience is. */
  private static final Duration LEAST_STALL = Duration.ofSeconds(60);

  private final SessionHandler session;
  private final Inbox<I> inbox;
  private final Outbox<O> outbox;
  private final Tls tls = new Tls();
  private final Patience patience = new Patience(ctx -> guard(ctx, () -> timeOut(ctx)));
  private final Farewell farewell;
  private Conversation<I, O> conversation;
  private boolean delayed;
  private Step.Ending ending = Step.Ending.NONE;
  private boolean finished;
  private boolean over;

  ConversationHandler(
      SessionHandler session,
      Inbox<I> inbox,
      ReplyEncoder<O> encoder,
      Conversation<I, O> conversation) {
    this.session = session;
    this.inbox = inbox;
    this.outbox = new Outbox<>(encoder);
    this.conversation = conversation;
    this.farewell = new Farewell(session, inbox, patience);
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    take(ctx, conversation.greet());
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    var bytes = (ByteBuf) message;
    if (over) {
      farewell.read(ctx, bytes);
      bytes.release();
    } else {
      inbox.add(bytes, ctx.alloc());
      process(ctx);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (!over && !outbox.isIdle()) {
      send(ctx);
    }
    process(ctx);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    switch (event) {
      case ChannelInputShutdownEvent _ when tls.isPending() && !over ->
          take(ctx, tls.abandoned(ctx, conversation));
      case ChannelInputShutdownEvent _ -> finish(ctx);
      case SslCloseCompletionEvent closed when closed.isSuccess() -> finish(ctx);
      case SslHandshakeCompletionEvent handshake when !over && tls.isPending() -> {
        take(ctx, tls.completed(ctx, handshake, conversation));
        process(ctx);
      }
      default -> {}
    }
  }

  /** The peer sends no more. */
  private void finish(ChannelHandlerContext ctx) {
    finished = true;
    if (farewell.isDraining()) {
      ctx.close();
    } else {
      process(ctx);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (!over) {
      farewell.reportUnfinished();
    }
    over = true;
    patience.stop();
    inbox.close();
    conversation.end().forEach(session.session()::saw);
    farewell.end().forEach(session.session()::saw);
  }

  /** A broken connection is the peer's doing; anything else that gets here is our fault. */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (Tls.isPeersFault(cause)) {
      return; // the handshake's own event tells
    }
    if (cause instanceof IOException) {
      session.close(ctx, CloseReason.PEER_RESET);
    } else {
      LOG.error("session {} failed", session.session().id(), cause);
      over = true;
      session.close(ctx, CloseReason.FAULT);
    }
  }

  private void process(ChannelHandlerContext ctx) {
    I message = mayReceive(ctx) ? inbox.next() : null;
    while (message != null) {
      take(ctx, conversation.receive(message));
      message = mayReceive(ctx) ? inbox.next() : null;
    }
    if (over) {
      inbox.close();
    } else if (!inbox.settle()) {
      session.close(ctx, CloseReason.UNFINISHED_BYTES_LIMIT);
      return;
    }
    if (finished && mayReceive(ctx)) {
      finished = false;
      take(ctx, conversation.finish());
    }
    ctx.channel().config().setAutoRead(over || tls.isWaiting() || mayReceive(ctx));
  }

  private boolean mayReceive(ChannelHandlerContext ctx) {
    return !over && !delayed && !tls.isWaiting() && outbox.isIdle() && ctx.channel().isWritable();
  }

  private void take(ChannelHandlerContext ctx, Step<I, O> step) {
    conversation = step.next();
    step.seen().forEach(session.session()::saw);
    if (step.delay().isZero()) {
      answer(ctx, step);
    } else {
      delayed = true;
      ctx.executor()
          .schedule(
              () -> guard(ctx, () -> resume(ctx, step)),
              step.delay().toNanos(),
              TimeUnit.NANOSECONDS);
    }
  }

  private void resume(ChannelHandlerContext ctx, Step<I, O> step) {
    delayed = false;
    answer(ctx, step);
    process(ctx);
  }

  /** A timer drops what its task throws. */
  private void guard(ChannelHandlerContext ctx, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      exceptionCaught(ctx, e);
    }
  }

  private void answer(ChannelHandlerContext ctx, Step<I, O> step) {
    if (over) {
      return;
    }
    outbox.put(step.replies());
    tls.ask(step.tls());
    ending = step.ending();
    send(ctx);
  }

  /** Goes on with the replies of a step, and ends it when all are out. */
  private void send(ChannelHandlerContext ctx) {
    if (!outbox.write(ctx)) {
      patience.restart(ctx.executor(), ctx, atLeast(LEAST_STALL, conversation.patience()));
      return;
    }
    if (ending == Step.Ending.NONE) {
      patience.restart(ctx.executor(), ctx, conversation.patience());
      tls.whenReady(ctx, engine -> startTls(ctx, engine), fault -> exceptionCaught(ctx, fault));
    } else {
      over = true;
      farewell.say(ctx, ending, outbox.lastWrite());
    }
  }

  private static @Nullable Duration atLeast(Duration least, @Nullable Duration wait) {
    return wait == null || wait.compareTo(least) > 0 ? wait : least;
  }

  private void startTls(ChannelHandlerContext ctx, SSLEngine engine) {
    if (over) {
      return;
    }
    try {
      tls.start(ctx, engine, inbox);
    } catch (Exception e) {
      exceptionCaught(ctx, e);
    }
  }

  private void timeOut(ChannelHandlerContext ctx) {
    if (farewell.isDraining()) {
      ctx.close();
    }
    if (over || delayed) {
      return;
    }
    if (!outbox.isIdle()) {
      session.close(ctx, CloseReason.TIMED_OUT); // the peer does not take what it asked for
      return;
    }
    Step<I, O> step = conversation.timeOut();
    if (step.ending() != Step.Ending.NONE) {
      session.closing(CloseReason.TIMED_OUT);
    }
    take(ctx, step);
  }
}

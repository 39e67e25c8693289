package io.honeypods.decoy.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Puts TLS between a session and its conversation once the conversation asks for it. */
final class Tls {
  private static final String NAME = "tls";

  private @Nullable CompletionStage<SSLEngine> asked;
  private @Nullable SslHandler pending;
  private boolean waiting;

  /** Takes note of what a step asks for, if it does. */
  void ask(@Nullable CompletionStage<SSLEngine> engine) {
    asked = engine;
  }

  /** Runs a task on the channel's thread once our side can begin, if it was asked for. */
  void whenReady(ChannelHandlerContext ctx, Consumer<SSLEngine> start, Consumer<Throwable> failed) {
    CompletionStage<SSLEngine> engine = asked;
    if (engine == null) {
      return;
    }
    asked = null;
    waiting = true;
    engine.whenComplete(
        (ready, fault) -> {
          if (ctx.executor().inEventLoop()) {
            begin(ready, fault, start, failed);
          } else {
            ctx.executor().execute(() -> begin(ready, fault, start, failed));
          }
        });
  }

  private void begin(
      @Nullable SSLEngine ready,
      @Nullable Throwable fault,
      Consumer<SSLEngine> start,
      Consumer<Throwable> failed) {
    if (!waiting) {
      return; // the peer did not wait for it
    }
    waiting = false;
    if (ready == null) {
      failed.accept(Objects.requireNonNull(fault));
    } else {
      start.accept(ready);
    }
  }

  /** Starts it, with the bytes that came too early to be read in clear. */
  void start(ChannelHandlerContext ctx, SSLEngine engine, Inbox<?> inbox) throws Exception {
    var handler = new SslHandler(engine);
    handler.setHandshakeTimeoutMillis(0); // how long we wait is the conversation's to say
    ctx.pipeline().addBefore(ctx.name(), NAME, handler);
    pending = handler;
    ByteBuf early = inbox.takeUnread();
    if (early != null) {
      ChannelHandlerContext at = ctx.pipeline().context(handler);
      handler.channelRead(at, early);
      handler.channelReadComplete(at);
    }
  }

  /** What the conversation does about the end of a handshake; after a failure all is in clear. */
  <I, O> Step<I, O> completed(
      ChannelHandlerContext ctx,
      SslHandshakeCompletionEvent handshake,
      Conversation<I, O> conversation) {
    var handler = ctx.pipeline().get(SslHandler.class);
    pending = null;
    if (handshake.isSuccess()) {
      SSLSession session = handler.engine().getSession();
      return conversation.secured(
          new TlsParameters(session.getProtocol(), session.getCipherSuite()));
    }
    ctx.pipeline().remove(handler);
    return conversation.notSecured(String.valueOf(handshake.cause().getMessage()));
  }

  /** Whether it was asked for and its handshake is not over. */
  boolean isPending() {
    return waiting || pending != null;
  }

  /** Whether what the peer sends is neither clear text nor can be read yet. */
  boolean isWaiting() {
    return waiting;
  }

  /** The peer ended before the handshake did; what is said to that is in clear. */
  <I, O> Step<I, O> abandoned(ChannelHandlerContext ctx, Conversation<I, O> conversation) {
    waiting = false;
    SslHandler gone = pending;
    pending = null; // what its removal tells is no end of a handshake any more
    if (gone != null) {
      ctx.pipeline().remove(gone);
    }
    return conversation.notSecured("the peer ended it");
  }

  /** Whether it is about TLS that the peer broke. */
  static boolean isPeersFault(Throwable cause) {
    return cause instanceof DecoderException && cause.getCause() instanceof SSLException;
  }
}

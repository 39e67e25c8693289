package io.honeypods.decoy.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Puts TLS between a session and its conversation once the conversation asks for it. */
final class Tls {
  private static final String NAME = "tls";

  private @Nullable Supplier<SSLEngine> asked;
  private @Nullable SslHandler pending;

  /** Takes note of what a step asks for, if it does. */
  void ask(@Nullable Supplier<SSLEngine> engine) {
    asked = engine;
  }

  /** Starts it, with the bytes that came too early to be read in clear. */
  void startIfAsked(ChannelHandlerContext ctx, Inbox<?> inbox) {
    if (asked == null) {
      return;
    }
    var handler = new SslHandler(asked.get());
    asked = null;
    handler.setHandshakeTimeoutMillis(0); // how long we wait is the conversation's to say
    ctx.pipeline().addBefore(ctx.name(), NAME, handler);
    pending = handler;
    ByteBuf early = inbox.takeUnread();
    if (early != null) {
      forward(ctx, handler, early);
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

  boolean isPending() {
    return pending != null;
  }

  /** The peer ended before the handshake did; what is said to that is in clear. */
  <I, O> Step<I, O> abandoned(ChannelHandlerContext ctx, Conversation<I, O> conversation) {
    if (pending != null) {
      ctx.pipeline().remove(pending);
      pending = null;
    }
    return conversation.notSecured("the peer ended it");
  }

  /** Whether it is about TLS that the peer broke. */
  static boolean isPeersFault(Throwable cause) {
    return cause instanceof DecoderException && cause.getCause() instanceof SSLException;
  }

  private static void forward(ChannelHandlerContext ctx, SslHandler handler, ByteBuf early) {
    try {
      handler.channelRead(ctx.pipeline().context(handler), early);
    } catch (Exception e) {
      ctx.fireExceptionCaught(e);
    }
  }
}

package io.honeypods.decoy.net;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The replies of one step that are not written yet: each is encoded only when the peer takes it.
 */
final class Outbox<O> {
  private final ReplyEncoder<O> encoder;
  private Iterator<O> waiting = Collections.emptyIterator();
  private @Nullable ChannelFuture lastWrite;
  private boolean writing;

  Outbox(ReplyEncoder<O> encoder) {
    this.encoder = encoder;
  }

  void put(List<O> replies) {
    waiting = replies.iterator();
    lastWrite = null;
  }

  /**
   * Whether nothing waits and nothing is being written: a write may call back before it returns.
   */
  boolean isIdle() {
    return !writing && !waiting.hasNext();
  }

  /** Writes for as long as the peer takes it; true once all is written. */
  boolean write(ChannelHandlerContext ctx) {
    if (writing) {
      return false;
    }
    writing = true;
    while (waiting.hasNext() && ctx.channel().isWritable()) {
      lastWrite = ctx.writeAndFlush(encoder.encode(waiting.next(), ctx.alloc()));
    }
    writing = false;
    return !waiting.hasNext();
  }

  /** The last write of the step; null where it had no reply. */
  @Nullable ChannelFuture lastWrite() {
    return lastWrite;
  }
}

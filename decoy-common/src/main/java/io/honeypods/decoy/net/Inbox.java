package io.honeypods.decoy.net;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Payload;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import org.jspecify.annotations.Nullable;

/** What a peer sent and nobody took yet, cut into messages one at a time. */
final class Inbox<I> {
  private final Framing<I> framing;
  private final Holdings holdings;
  private @Nullable ByteBuf unread;
  private int held;

  Inbox(Framing<I> framing, Holdings holdings) {
    this.framing = framing;
    this.holdings = holdings;
  }

  /** Takes bytes over. */
  void add(ByteBuf bytes, ByteBufAllocator allocator) {
    unread = unread == null ? bytes : join(allocator, unread, bytes);
  }

  /** The next message; null where more bytes are needed. */
  @Nullable I next() {
    return unread == null ? null : framing.next(unread);
  }

  /** Lets go of what is read, and says whether the rest is not too much to keep. */
  boolean settle() {
    if (unread != null && !unread.isReadable()) {
      release();
    }
    int before = held;
    held = framing.held() + (unread == null ? 0 : unread.readableBytes());
    return holdings.change(before, held);
  }

  boolean hasUnread() {
    return unread != null && unread.isReadable();
  }

  /** What belongs to no message. */
  Payload unfinished() {
    return framing.unfinished(
        unread == null ? Bytes.EMPTY : Bytes.of(ByteBufUtil.getBytes(unread)));
  }

  /** What nobody will take; the caller releases it. */
  @Nullable ByteBuf takeUnread() {
    ByteBuf taken = unread;
    unread = null;
    return taken;
  }

  /** Lets go of all. */
  void close() {
    release();
    holdings.change(held, 0);
    held = 0;
  }

  private void release() {
    if (unread != null) {
      unread.release();
      unread = null;
    }
  }

  private static ByteBuf join(ByteBufAllocator allocator, ByteBuf first, ByteBuf second) {
    ByteBuf both = allocator.buffer(first.readableBytes() + second.readableBytes());
    both.writeBytes(first).writeBytes(second);
    first.release();
    second.release();
    return both;
  }
}

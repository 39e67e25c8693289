package io.honeypods.decoy.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/** Makes the bytes of one reply; whoever calls it owns the buffer. */
@FunctionalInterface
public interface ReplyEncoder<O> {
  ByteBuf encode(O reply, ByteBufAllocator allocator);
}

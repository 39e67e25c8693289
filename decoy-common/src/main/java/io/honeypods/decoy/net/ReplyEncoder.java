package io.honeypods.decoy.net;

import io.honeypods.decoy.event.Bytes;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/** Makes the bytes of one reply; whoever calls it owns the buffer. */
@FunctionalInterface
public interface ReplyEncoder<O> {
  /** For a conversation whose replies are bytes already. */
  ReplyEncoder<Bytes> BYTES =
      (reply, allocator) ->
          allocator.directBuffer(Math.max(1, reply.length())).writeBytes(reply.asByteBuffer());

  ByteBuf encode(O reply, ByteBufAllocator allocator);
}

package io.honeypods.decoy.net;

import io.honeypods.decoy.event.Bytes;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a peer's bytes into messages. It knows sizes and limits, never policy: what its protocol
 * does not allow is a message too, never an exception.
 */
@FunctionalInterface
public interface Framing<I> {
  /**
   * The next message, or null where more bytes are needed. Bytes that were read from {@code in} are
   * not shown again; what is left unread is shown again with what comes after it.
   */
  @Nullable I next(ByteBuf in);

  /** What was read and belongs to no message yet, for when the session ends there. */
  default Bytes unfinished() {
    return Bytes.EMPTY;
  }
}

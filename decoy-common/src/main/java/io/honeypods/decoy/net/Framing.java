package io.honeypods.decoy.net;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Payload;
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

  /** Bytes read that belong to a message which is not whole yet, as far as they are kept. */
  default int held() {
    return 0;
  }

  /** What belongs to no message, for when the session ends: what was read, and what was not. */
  default Payload unfinished(Bytes unread) {
    return Payload.of(unread);
  }
}

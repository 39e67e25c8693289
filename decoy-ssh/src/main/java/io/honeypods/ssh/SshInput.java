package io.honeypods.ssh;

import io.honeypods.decoy.event.Bytes;
import org.jspecify.annotations.Nullable;

/** What a client's bytes are. */
sealed interface SshInput {

  /**
   * The first line without its line end.
   *
   * @param more whether bytes behind it came along
   * @param inbound how the bytes behind it are read
   */
  record Ident(Bytes line, boolean more, Inbound inbound) implements SshInput {}

  /** Bytes that cannot be a first line; {@code more} as for {@link Ident}. */
  record NoIdent(String problem, Bytes bytes, boolean more) implements SshInput {}

  /** A packet's payload, in clear, and its number. */
  record Packet(Bytes payload, long sequence) implements SshInput {}

  /**
   * Bytes that are no packet.
   *
   * @param farewell what the client is told; null for nothing
   */
  record Corrupt(String problem, Bytes bytes, @Nullable String farewell) implements SshInput {}
}

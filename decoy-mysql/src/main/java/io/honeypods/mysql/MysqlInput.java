package io.honeypods.mysql;

import io.honeypods.decoy.event.Bytes;

/** What a peer's bytes are cut into. */
sealed interface MysqlInput {

  /** The header of the first packet is there, its payload not yet. */
  record Begun() implements MysqlInput {}

  record Packet(int sequence, Bytes payload) implements MysqlInput {}

  /** A first packet that does not count on from the greeting, and all that came with it. */
  record OutOfOrder(Bytes bytes) implements MysqlInput {}

  /** A packet longer than is taken: what it was to be long, and the first of its bytes. */
  record TooLarge(int sequence, int length, Bytes start) implements MysqlInput {
    /** The first bytes without the header. */
    Bytes payload() {
      return start.slice(Math.min(PacketFraming.HEADER, start.length()), start.length());
    }
  }

  /** Bytes that the compressed protocol does not allow. */
  record Garbled(String problem, Bytes bytes) implements MysqlInput {}
}

package io.honeypods.mysql.diff;

import io.honeypods.decoy.event.Bytes;

/** A packet as it stood on the wire. */
record Packet(int sequence, Bytes bytes) {
  static Packet of(int sequence, byte... payload) {
    return new Packet(sequence, Bytes.of(payload));
  }

  byte[] payload() {
    return bytes.toByteArray();
  }

  int first() {
    return bytes.isEmpty() ? -1 : bytes.at(0) & 0xff;
  }

  boolean isError() {
    return first() == 0xff;
  }

  boolean isEof() {
    return first() == 0xfe && bytes.length() < 9;
  }

  PacketReader read() {
    return new PacketReader(payload());
  }
}

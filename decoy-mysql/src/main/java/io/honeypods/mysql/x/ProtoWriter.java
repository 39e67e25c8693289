package io.honeypods.mysql.x;

import io.honeypods.decoy.event.Bytes;
import java.io.ByteArrayOutputStream;

/** Writes the fields of a protobuf message; ids are below 16. */
final class ProtoWriter {
  private static final int LENGTH_DELIMITED = 2;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  ProtoWriter number(int id, int value) {
    varint(id << 3);
    varint(value);
    return this;
  }

  ProtoWriter bytes(int id, Bytes value) {
    varint((id << 3) | LENGTH_DELIMITED);
    varint(value.length());
    out.writeBytes(value.toByteArray());
    return this;
  }

  ProtoWriter text(int id, String latin1) {
    return bytes(id, Bytes.ofLatin1(latin1));
  }

  ProtoWriter message(int id, ProtoWriter value) {
    return bytes(id, value.bytes());
  }

  Bytes bytes() {
    return Bytes.of(out.toByteArray());
  }

  private void varint(int value) {
    int left = value;
    while (left > 0x7f) {
      out.write((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    out.write(left);
  }
}

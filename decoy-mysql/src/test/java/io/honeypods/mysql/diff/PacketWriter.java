package io.honeypods.mysql.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** The payload of a packet, written from the front. */
final class PacketWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  PacketWriter int1(int value) {
    return little(value, 1);
  }

  PacketWriter int2(int value) {
    return little(value, 2);
  }

  PacketWriter int4(long value) {
    return little(value, 4);
  }

  PacketWriter int8(long value) {
    return little(value, 8);
  }

  PacketWriter little(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >>> (8 * i)));
    }
    return this;
  }

  PacketWriter bytes(byte... value) {
    out.writeBytes(value);
    return this;
  }

  PacketWriter text(String value) {
    return bytes(value.getBytes(UTF_8));
  }

  PacketWriter zeroEnded(String value) {
    return text(value).int1(0);
  }

  PacketWriter counted(byte... value) {
    return lengthEncoded(value.length).bytes(value);
  }

  PacketWriter counted(String value) {
    return counted(value.getBytes(UTF_8));
  }

  PacketWriter lengthEncoded(long value) {
    if (value < 251) {
      return little(value, 1);
    } else if (value < 0x10000) {
      return int1(0xfc).little(value, 2);
    } else if (value < 0x1000000) {
      return int1(0xfd).little(value, 3);
    }
    return int1(0xfe).little(value, 8);
  }

  byte[] toByteArray() {
    return out.toByteArray();
  }
}

package io.honeypods.mysql.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** The payload of a packet, read from the front. */
final class PacketReader {
  private final byte[] payload;
  private int at;

  PacketReader(byte... payload) {
    this.payload = payload;
  }

  int left() {
    return payload.length - at;
  }

  int peek() {
    return payload[at] & 0xff;
  }

  int int1() {
    return (int) little(1);
  }

  int int2() {
    return (int) little(2);
  }

  long int4() {
    return little(4);
  }

  long little(int bytes) {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (payload[at++] & 0xffL) << (8 * i);
    }
    return value;
  }

  long lengthEncoded() {
    int first = int1();
    return switch (first) {
      case 0xfc -> little(2);
      case 0xfd -> little(3);
      case 0xfe -> little(8);
      default -> first;
    };
  }

  byte[] bytes(int length) {
    byte[] value = Arrays.copyOfRange(payload, at, Math.min(payload.length, at + length));
    at += length;
    return value;
  }

  byte[] counted() {
    return bytes((int) lengthEncoded());
  }

  String countedText() {
    return new String(counted(), UTF_8);
  }

  byte[] zeroEnded() {
    int end = at;
    while (end < payload.length && payload[end] != 0) {
      end++;
    }
    byte[] value = Arrays.copyOfRange(payload, at, end);
    at = Math.min(payload.length, end + 1);
    return value;
  }

  byte[] rest() {
    return bytes(left());
  }

  String restText() {
    return new String(rest(), UTF_8);
  }
}

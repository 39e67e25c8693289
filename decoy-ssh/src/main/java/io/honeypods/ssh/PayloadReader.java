package io.honeypods.ssh;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the types of <a href="https://www.rfc-editor.org/rfc/rfc4251#section-5">RFC 4251</a> from a
 * payload; what is not there is a {@link MalformedException}.
 */
final class PayloadReader {
  private final byte[] payload;
  private int at;

  PayloadReader(byte[] payload) {
    this.payload = payload;
  }

  /** A reader behind the message type. */
  static PayloadReader ofMessage(byte[] payload) {
    var reader = new PayloadReader(payload);
    reader.at = 1;
    return reader;
  }

  int remaining() {
    return payload.length - at;
  }

  int u8() {
    require(1);
    return Byte.toUnsignedInt(payload[at++]);
  }

  boolean bool() {
    return u8() != 0;
  }

  long u32() {
    require(Integer.BYTES);
    long value = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      value = (value << 8) | Byte.toUnsignedLong(payload[at++]);
    }
    return value;
  }

  byte[] raw(int length) {
    require(length);
    at += length;
    return Arrays.copyOfRange(payload, at - length, at);
  }

  byte[] string() {
    long length = u32();
    if (length > remaining()) {
      throw new MalformedException(
          "string of " + length + " bytes (expected ≤ " + remaining() + ")");
    }
    return raw((int) length);
  }

  /** A string, one character for each byte. */
  String text() {
    return new String(string(), ISO_8859_1);
  }

  /** A string as C takes it: no zero byte within. */
  String cText() {
    String text = text();
    int zero = text.indexOf('\0');
    if (zero >= 0 && zero < text.length() - 1) {
      throw new MalformedException("zero byte at " + zero + " of a text (expected none)");
    }
    return zero < 0 ? text : text.substring(0, zero);
  }

  List<String> names() {
    String list = text();
    return list.isEmpty() ? List.of() : List.of(list.split(",", -1));
  }

  BigInteger mpint() {
    byte[] value = string();
    if (value.length > 0 && value[0] < 0) {
      throw new MalformedException("negative number (expected a positive one)");
    }
    return value.length == 0 ? BigInteger.ZERO : new BigInteger(value);
  }

  void end() {
    if (remaining() > 0) {
      throw new MalformedException(remaining() + " bytes behind the message (expected none)");
    }
  }

  private void require(int length) {
    if (length > remaining()) {
      throw new MalformedException(remaining() + " bytes left (expected ≥ " + length + ")");
    }
  }
}

package io.honeypods.mysql;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.honeypods.decoy.event.Bytes;

/** Reads a payload field by field; each length is checked against what there is. */
final class PacketReader {
  private static final int NULL = 0xfb;

  private final Bytes bytes;
  private int position;

  /** A payload that ends too early or has what cannot be there. */
  static final class MalformedPacketException extends Exception {
    private static final long serialVersionUID = 1;

    MalformedPacketException(String message) {
      super(message);
    }
  }

  PacketReader(Bytes bytes) {
    this.bytes = bytes;
  }

  int remaining() {
    return bytes.length() - position;
  }

  boolean isAtEnd() {
    return remaining() == 0;
  }

  /** An integer of {@code length} bytes, at most 8, the lowest first. */
  long integer(int length) throws MalformedPacketException {
    require(length);
    long value = 0;
    for (int i = 0; i < length; i++) {
      value |= (long) Byte.toUnsignedInt(bytes.at(position++)) << (8 * i);
    }
    return value;
  }

  int octet() throws MalformedPacketException {
    return (int) integer(1);
  }

  Bytes take(long length) throws MalformedPacketException {
    require(length);
    int start = position;
    position += (int) length;
    return bytes.slice(start, position);
  }

  Bytes rest() {
    int start = position;
    position = bytes.length();
    return bytes.slice(start, position);
  }

  void skip(int length) throws MalformedPacketException {
    require(length);
    position += length;
  }

  /** An integer of 1, 3, 4 or 9 bytes by its first. */
  long lengthEncoded() throws MalformedPacketException {
    int first = octet();
    return switch (first) {
      case 0xfc -> integer(2);
      case 0xfd -> integer(3);
      case 0xfe -> integer(8);
      case NULL, 0xff ->
          throw new MalformedPacketException(
              "length byte 0x%02x at %d (expected a length)".formatted(first, position - 1));
      default -> first;
    };
  }

  Bytes lengthEncodedBytes() throws MalformedPacketException {
    return take(lengthEncoded());
  }

  /** Bytes up to a NUL, which has to be there. */
  Bytes upToNul() throws MalformedPacketException {
    int end = position;
    while (end < bytes.length() && bytes.at(end) != 0) {
      end++;
    }
    if (end == bytes.length()) {
      throw new MalformedPacketException(
          "text at %d (expected a NUL behind it)".formatted(position));
    }
    Bytes text = bytes.slice(position, end);
    position = end + 1;
    return text;
  }

  /** Bytes up to a NUL or, where there is none, all that is left. */
  Bytes upToNulOrEnd() {
    int end = position;
    while (end < bytes.length() && bytes.at(end) != 0) {
      end++;
    }
    Bytes text = bytes.slice(position, end);
    position = Math.min(end + 1, bytes.length());
    return text;
  }

  static String utf8(Bytes bytes) {
    return new String(bytes.toByteArray(), UTF_8);
  }

  private void require(long length) throws MalformedPacketException {
    if (length < 0 || length > remaining()) {
      throw new MalformedPacketException(
          "%s bytes at %d (expected %s)"
              .formatted(remaining(), position, Long.toUnsignedString(length)));
    }
  }
}

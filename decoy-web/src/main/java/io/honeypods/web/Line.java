package io.honeypods.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/** The bytes of one line while it is read. */
final class Line {
  private byte[] bytes = new byte[128];
  private int length;

  void add(byte b) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, length * 2);
    }
    bytes[length++] = b;
  }

  int length() {
    return length;
  }

  String text(int from, int to) {
    return new String(bytes, from, Math.max(0, to - from), ISO_8859_1);
  }

  String text() {
    return text(0, length);
  }

  void clear() {
    length = 0;
  }
}

package io.honeypods.web;

import java.io.ByteArrayOutputStream;

/** Turns the escaped text of the test resources into bytes. */
final class Escaped {
  private final String text;
  private int at;

  private Escaped(String text) {
    this.text = text;
  }

  static byte[] bytes(String text) {
    return new Escaped(text).unit(false);
  }

  /** Reads to the end, or within a repeat to the star before its count. */
  private byte[] unit(boolean repeated) {
    var out = new ByteArrayOutputStream();
    while (at < text.length()) {
      char c = text.charAt(at++);
      switch (c) {
        case '\\' -> out.write(escape());
        case '{' -> out.writeBytes(repeat());
        case '*' -> {
          if (repeated && text.substring(at).matches("(?s)[0-9]+}.*")) {
            return out.toByteArray();
          }
          out.write(c);
        }
        default -> out.write(c);
      }
    }
    if (repeated) {
      throw new IllegalArgumentException("no end of a repeat: " + text);
    }
    return out.toByteArray();
  }

  private byte[] repeat() {
    byte[] unit = unit(true);
    int end = text.indexOf('}', at);
    int count = Integer.parseInt(text.substring(at, end));
    at = end + 1;
    var out = new ByteArrayOutputStream(unit.length * count);
    for (int i = 0; i < count; i++) {
      out.writeBytes(unit);
    }
    return out.toByteArray();
  }

  private int escape() {
    char c = text.charAt(at++);
    return switch (c) {
      case 'r' -> '\r';
      case 'n' -> '\n';
      case 't' -> '\t';
      case '0' -> 0;
      case '\\' -> '\\';
      case 'x' -> Integer.parseInt(text.substring(at, at += 2), 16);
      default -> throw new IllegalArgumentException("\\" + c + " in " + text);
    };
  }
}

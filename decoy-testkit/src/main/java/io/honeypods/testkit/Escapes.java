package io.honeypods.testkit;

import io.honeypods.decoy.event.Bytes;
import java.io.ByteArrayOutputStream;

/** Bytes as readable ASCII: {@code \r \n \t \0 \\} and {@code \xNN} for what is not printable. */
public final class Escapes {
  private Escapes() {}

  /**
   * The bytes that a text stands for.
   *
   * @throws IllegalArgumentException for an escape there is none of, or a character beyond ASCII
   */
  public static Bytes decode(String text) {
    var out = new ByteArrayOutputStream(text.length());
    int at = 0;
    while (at < text.length()) {
      char ch = text.charAt(at++);
      if (ch != '\\') {
        require(ch < 0x7f, text);
        out.write(ch);
      } else {
        require(at < text.length(), text);
        boolean hex = text.charAt(at) == 'x';
        require(!hex || at + 3 <= text.length(), text);
        out.write(hex ? Integer.parseInt(text, at + 1, at + 3, 16) : single(text.charAt(at), text));
        at += hex ? 3 : 1;
      }
    }
    return Bytes.of(out.toByteArray());
  }

  /** The text that stands for bytes. */
  public static String encode(Bytes bytes) {
    var out = new StringBuilder(bytes.length());
    for (int i = 0; i < bytes.length(); i++) {
      int ch = Byte.toUnsignedInt(bytes.at(i));
      switch (ch) {
        case '\r' -> out.append("\\r");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case 0 -> out.append("\\0");
        case '\\' -> out.append("\\\\");
        default -> out.append(ch < 0x20 || ch > 0x7e ? "\\x%02x".formatted(ch) : (char) ch);
      }
    }
    return out.toString();
  }

  private static int single(char ch, String text) {
    return switch (ch) {
      case 'r' -> '\r';
      case 'n' -> '\n';
      case 't' -> '\t';
      case '0' -> 0;
      case '\\' -> '\\';
      default -> throw new IllegalArgumentException("escape \\" + ch + " in " + text);
    };
  }

  private static void require(boolean condition, String text) {
    if (!condition) {
      throw new IllegalArgumentException("\"" + text + "\" (expected ASCII and whole escapes)");
    }
  }
}

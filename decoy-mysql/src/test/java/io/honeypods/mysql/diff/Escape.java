package io.honeypods.mysql.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;

/** Bytes as people can read them: text where they are text, hex where not. */
final class Escape {
  private static final int SHOWN = 2000;

  private Escape() {}

  static String value(byte... bytes) {
    String text = quoted(bytes);
    return text.length() <= SHOWN
        ? text
        : text.substring(0, SHOWN) + "…" + text.length() + "#" + text.hashCode();
  }

  private static String quoted(byte... bytes) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\t' || c == '\r')) {
        return "'"
            + text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
            + "'";
      }
    } catch (CharacterCodingException _) {
      // Not text, hence hex.
    }
    return "0x" + HexFormat.of().formatHex(bytes);
  }
}

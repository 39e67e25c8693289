package io.honeypods.mysql.sql;

import io.honeypods.decoy.event.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text that clients send as UTF-8. Bytes that are none, as dumps have them in binary strings, are
 * kept: each as a character from U+DC80 to U+DCFF, which no valid text holds alone.
 */
public final class ClientText {
  private static final int STRAY = 0xdc00;

  private ClientText() {}

  public static String decode(Bytes bytes) {
    byte[] raw = bytes.toByteArray();
    String text = new String(raw, StandardCharsets.UTF_8);
    return text.indexOf('\ufffd') < 0 ? text : keeping(raw);
  }

  private static String keeping(byte[] raw) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(raw);
    var out = CharBuffer.allocate(raw.length);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      for (int i = 0; i < result.length(); i++) {
        out.put((char) (STRAY + Byte.toUnsignedInt(in.get())));
      }
      decoder.reset();
      result = decoder.decode(in, out, true);
    }
    return out.flip().toString();
  }

  /** A value as results show it; nothing for NULL, which has a mark of its own. */
  public static byte[] bytes(Value value) {
    return switch (value) {
      case Value.Null _ -> new byte[0];
      case Value.Blob(var bytes) -> bytes.toByteArray();
      default -> encode(Coercion.text(value));
    };
  }

  public static byte[] encode(String text) {
    if (valid(text).length() == text.length()) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    var out = new ByteArrayOutputStream();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isStray(text, i)) {
        out.writeBytes(text.substring(from, i).getBytes(StandardCharsets.UTF_8));
        out.write(text.charAt(i) - STRAY);
        from = i + 1;
      }
    }
    out.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  /** What comes before the first byte that is no UTF-8. */
  public static String valid(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isStray(text, i)) {
        return text.substring(0, i);
      }
    }
    return text;
  }

  /** The text for people, with U+FFFD for each byte that is no UTF-8. */
  public static String readable(String text) {
    if (valid(text).length() == text.length()) {
      return text;
    }
    var readable = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (isStray(text, i)) {
        readable.setCharAt(i, '\ufffd');
      }
    }
    return readable.toString();
  }

  private static boolean isStray(String text, int at) {
    char c = text.charAt(at);
    return c >= STRAY + 0x80
        && c <= STRAY + 0xff
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}

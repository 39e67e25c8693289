package io.honeypods.ssh.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One way in which {@code od} shows bytes.
 *
 * @param kind the letter of its type
 * @param size bytes of an item
 * @param text whether the line ends in the bytes as text
 */
record OdFormat(char kind, int size, boolean text) {
  private static final Pattern TYPE = Pattern.compile("(?:([acf])|([doux])([1248CSIL]?))(z?)");
  private static final String[] NAMES = {
    "nul", "soh", "stx", "etx", "eot", "enq", "ack", "bel", "bs", "ht", "nl", "vt", "ff", "cr",
    "so", "si", "dle", "dc1", "dc2", "dc3", "dc4", "nak", "syn", "etb", "can", "em", "sub", "esc",
    "fs", "gs", "rs", "us", "sp"
  };

  static OdFormat legacy(char letter) {
    return switch (letter) {
      case 'a' -> new OdFormat('a', 1, false);
      case 'b' -> new OdFormat('o', 1, false);
      case 'c' -> new OdFormat('c', 1, false);
      case 'd' -> new OdFormat('u', 2, false);
      case 'x' -> new OdFormat('x', 2, false);
      case 's' -> new OdFormat('d', 2, false);
      case 'i' -> new OdFormat('d', 4, false);
      case 'l' -> new OdFormat('d', 8, false);
      default -> new OdFormat('o', 2, false);
    };
  }

  /** The formats of a type such as {@code x1z} or {@code cx1}; null where it is none. */
  static @Nullable List<OdFormat> parse(String type) {
    var formats = new ArrayList<OdFormat>();
    Matcher matcher = TYPE.matcher(type);
    int at = 0;
    while (at < type.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        return null;
      }
      boolean text = !matcher.group(4).isEmpty();
      String letter = matcher.group(1);
      formats.add(
          letter != null
              ? new OdFormat(letter.charAt(0), letter.equals("f") ? 8 : 1, text)
              : new OdFormat(matcher.group(2).charAt(0), size(matcher.group(3)), text));
      at = matcher.end();
    }
    return formats.isEmpty() ? null : formats;
  }

  private static int size(String text) {
    return switch (text) {
      case "C" -> 1;
      case "S" -> 2;
      case "L" -> 8;
      case "I", "" -> 4;
      default -> Integer.parseInt(text);
    };
  }

  /** Characters of an item, the blank before it not counted. */
  int width() {
    return switch (kind) {
      case 'x' -> 2 * size;
      case 'o' -> (8 * size + 2) / 3;
      case 'u' -> String.valueOf(size == 8 ? "18446744073709551615" : largest()).length();
      case 'd' -> 1 + String.valueOf(size == 8 ? Long.MAX_VALUE : largest() / 2).length();
      case 'f' -> 24;
      default -> 3;
    };
  }

  private long largest() {
    return (1L << (8 * size)) - 1;
  }

  /** All items of a line, spread over as many columns as the widest format of the line has. */
  String row(String bytes, int most, int block) {
    int fields = Math.max(1, most / size);
    int pad = Math.max(0, block - (width() + 1) * fields);
    int left = pad;
    var line = new StringBuilder();
    for (int i = 0; i * size < bytes.length(); i++) {
      int next = pad * (fields - 1 - i) / fields;
      String item = item(bytes.substring(i * size, Math.min(bytes.length(), (i + 1) * size)));
      line.append(" ".repeat(Math.max(1, 1 + width() + left - next - item.length()))).append(item);
      left = next;
    }
    return line.toString();
  }

  private String item(String bytes) {
    long value = 0;
    for (int i = bytes.length() - 1; i >= 0; i--) {
      value = value << 8 | bytes.charAt(i);
    }
    return switch (kind) {
      case 'x' -> padded(Long.toHexString(value));
      case 'o' -> padded(Long.toOctalString(value));
      case 'u' -> Long.toUnsignedString(value);
      case 'd' -> String.valueOf(value << (64 - 8 * size) >> (64 - 8 * size));
      case 'f' -> io.honeypods.ssh.host.Decimal.general(Double.longBitsToDouble(value), 17, false);
      case 'a' -> value % 128 == 127 ? "del" : name((int) (value % 128));
      default -> character((char) value);
    };
  }

  private static String name(int c) {
    return c < NAMES.length ? NAMES[c] : String.valueOf((char) c);
  }

  private String padded(String digits) {
    return "0".repeat(Math.max(0, width() - digits.length())) + digits;
  }

  private static String character(char c) {
    return switch (c) {
      case 0 -> "\\0";
      case 7 -> "\\a";
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case 11 -> "\\v";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      default -> c >= ' ' && c < 127 ? String.valueOf(c) : "%03o".formatted((int) c);
    };
  }
}

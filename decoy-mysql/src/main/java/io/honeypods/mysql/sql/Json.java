package io.honeypods.mysql.sql;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON documents: objects as maps, arrays as lists, strings, numbers, booleans, and {@link #NULL}.
 */
final class Json {
  static final Object NULL = Nothing.NULL;

  /** The null of JSON. */
  enum Nothing {
    NULL
  }

  private static final Comparator<String> KEYS =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private Json() {}

  /** The document, or null where the text is none. */
  static @Nullable Object parse(String text) {
    return JsonReader.readOrNull(text);
  }

  static Map<String, Object> object() {
    return new TreeMap<>(KEYS);
  }

  static String write(Object value) {
    var out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out) {
    switch (value) {
      case Map<?, ?> map -> {
        out.append('{');
        String between = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          out.append(between).append(quote((String) entry.getKey())).append(": ");
          write(entry.getValue(), out);
          between = ", ";
        }
        out.append('}');
      }
      case List<?> list -> {
        out.append('[');
        String between = "";
        for (Object element : list) {
          out.append(between);
          write(element, out);
          between = ", ";
        }
        out.append(']');
      }
      case String text -> out.append(quote(text));
      case Double number -> {
        String text = Coercion.real(number);
        boolean plain = text.matches("-?[0-9]+");
        out.append(text).append(plain ? ".0" : "");
      }
      case BigDecimal number -> out.append(number.toPlainString());
      case Boolean truth -> out.append(truth);
      default -> out.append("null");
    }
  }

  static String quote(String text) {
    var out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < 0x20) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  /** The text of a JSON string, or the document as it is. */
  static String unquote(String json) {
    return parse(json) instanceof String text ? text : json;
  }

  /** A value of a type of SQL as an element of a document. */
  static Object of(Value value, ResultType type) {
    return type.isTruth() && value instanceof Value.Int(var number, _)
        ? (Object) (number.signum() != 0)
        : of(value);
  }

  /** A value of SQL as an element of a document. */
  static Object of(Value value) {
    return switch (value) {
      case Value.Null() -> NULL;
      case Value.Int _, Value.Decimal _ -> Coercion.decimal(value);
      case Value.Real(var number) -> number;
      case Value.Json(var text) -> {
        Object parsed = parse(text);
        yield parsed == null ? text : parsed;
      }
      case Value.DateTime(var time, _) -> Temporals.format(time, 6);
      case Value.Time(var time, _) -> Temporals.format(time, 6);
      case Value.Blob(var bytes) ->
          "base64:type15:" + Base64.getEncoder().encodeToString(bytes.toByteArray());
      case Value.Text _, Value.Date _ -> Coercion.text(value);
    };
  }

  static int compare(Value left, Value right) {
    Object a = of(left);
    Object b = of(right);
    if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
      return x.compareTo(y);
    }
    if (a instanceof Number x && b instanceof Number y) {
      return Double.compare(x.doubleValue(), y.doubleValue());
    }
    return write(a).compareTo(write(b));
  }

  /** A document over several lines. */
  static String pretty(Object value) {
    var out = new StringBuilder();
    pretty(value, "\n", out);
    return out.toString();
  }

  private static void pretty(Object value, String line, StringBuilder out) {
    String deeper = line + "  ";
    switch (value) {
      case Map<?, ?> map when !map.isEmpty() -> {
        String between = "{" + deeper;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          out.append(between).append(quote((String) entry.getKey())).append(": ");
          pretty(entry.getValue(), deeper, out);
          between = "," + deeper;
        }
        out.append(line).append('}');
      }
      case List<?> list when !list.isEmpty() -> {
        String between = "[" + deeper;
        for (Object element : list) {
          out.append(between);
          pretty(element, deeper, out);
          between = "," + deeper;
        }
        out.append(line).append(']');
      }
      default -> write(value, out);
    }
  }

  /** Bytes of a document in the server's binary form. */
  static long storage(Object document) {
    return 1 + size(document);
  }

  private static long size(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        long size = 4;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          size += 4 + bytes((String) entry.getKey()) + 3 + outside(entry.getValue());
        }
        yield size;
      }
      case List<?> list -> {
        long size = 4;
        for (Object element : list) {
          size += 3 + outside(element);
        }
        yield size;
      }
      case String text -> 1 + bytes(text);
      case Double number -> 8;
      case BigDecimal number -> isShort(number) ? 2 : 8;
      default -> 1;
    };
  }

  /** Small numbers and words stand in the table of a container itself. */
  private static long outside(Object value) {
    boolean inside =
        value instanceof Boolean
            || value instanceof Nothing
            || (value instanceof BigDecimal n && isShort(n));
    return inside ? 0 : size(value);
  }

  private static boolean isShort(BigDecimal number) {
    return number.abs().compareTo(BigDecimal.valueOf(Short.MAX_VALUE)) <= 0;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}

package io.honeypods.mysql.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
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
  static final Object NULL = new Object();

  private static final int MAX_DEPTH = 100;
  private static final Comparator<String> KEYS =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private final String text;
  private int at;
  private int depth;

  private Json(String text) {
    this.text = text;
  }

  /** The document, or null where the text is none. */
  static @Nullable Object parse(String text) {
    var json = new Json(text);
    Object value = json.value();
    json.space();
    return value != null && json.at == text.length() ? value : null;
  }

  static Map<String, Object> object() {
    return new TreeMap<>(KEYS);
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private @Nullable Object value() {
    space();
    if (at >= text.length() || depth > MAX_DEPTH) {
      return null;
    }
    char c = text.charAt(at);
    return switch (c) {
      case '{' -> map();
      case '[' -> list();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", NULL);
      default -> number();
    };
  }

  private @Nullable Object word(String word, Object value) {
    if (!text.startsWith(word, at)) {
      return null;
    }
    at += word.length();
    return value;
  }

  private @Nullable Object number() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at - start > 60 || at == start) {
      return null;
    }
    String digits = text.substring(start, at);
    try {
      boolean whole = digits.matches("-?(0|[1-9][0-9]*)");
      return whole ? (Object) new BigDecimal(digits) : (Object) Double.parseDouble(digits);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private @Nullable String string() {
    var result = new StringBuilder();
    while (++at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return result.toString();
      }
      if (c != '\\') {
        result.append(c);
        continue;
      }
      at++;
      if (at >= text.length() || !escape(result)) {
        return null;
      }
    }
    return null;
  }

  private boolean escape(StringBuilder result) {
    char c = text.charAt(at);
    switch (c) {
      case 'b' -> result.append('\b');
      case 'f' -> result.append('\f');
      case 'n' -> result.append('\n');
      case 'r' -> result.append('\r');
      case 't' -> result.append('\t');
      case '"', '\\', '/' -> result.append(c);
      case 'u' -> {
        if (at + 4 >= text.length() || !text.substring(at + 1, at + 5).matches("[0-9a-fA-F]{4}")) {
          return false;
        }
        result.append((char) Integer.parseInt(text, at + 1, at + 5, 16));
        at += 4;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private @Nullable Object list() {
    var list = new ArrayList<Object>();
    at++;
    depth++;
    space();
    if (at < text.length() && text.charAt(at) == ']') {
      at++;
      depth--;
      return list;
    }
    while (true) {
      Object element = value();
      if (element == null) {
        return null;
      }
      list.add(element);
      space();
      if (at >= text.length()) {
        return null;
      }
      char c = text.charAt(at++);
      if (c == ']') {
        depth--;
        return list;
      }
      if (c != ',') {
        return null;
      }
    }
  }

  private @Nullable Object map() {
    Map<String, Object> map = object();
    at++;
    depth++;
    space();
    if (at < text.length() && text.charAt(at) == '}') {
      at++;
      depth--;
      return map;
    }
    while (true) {
      space();
      String key = at < text.length() && text.charAt(at) == '"' ? string() : null;
      space();
      if (key == null || at >= text.length() || text.charAt(at++) != ':') {
        return null;
      }
      Object element = value();
      if (element == null) {
        return null;
      }
      map.putIfAbsent(key, element);
      map.put(key, element);
      space();
      if (at >= text.length()) {
        return null;
      }
      char c = text.charAt(at++);
      if (c == '}') {
        depth--;
        return map;
      }
      if (c != ',') {
        return null;
      }
    }
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
      case Value.Text _, Value.Blob _, Value.Date _ -> Coercion.text(value);
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

  /** What a path such as {@code $.a[0]} leads to; null if nothing, or if the path is none. */
  static @Nullable Object find(Object document, String path) {
    Object here = document;
    int i = 1;
    while (i < path.length()) {
      if (path.charAt(i) == '.') {
        int end = i + 1;
        String key;
        if (end < path.length() && path.charAt(end) == '"') {
          int close = path.indexOf('"', end + 1);
          if (close < 0) {
            return null;
          }
          key = path.substring(end + 1, close);
          end = close + 1;
        } else {
          while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
          }
          key = path.substring(i + 1, end).strip();
        }
        Object next = here instanceof Map<?, ?> map ? map.get(key) : null;
        if (key.equals("*") && here instanceof Map<?, ?> map) {
          next = new ArrayList<Object>(map.values());
        }
        if (next == null) {
          return null;
        }
        here = next;
        i = end;
      } else if (path.charAt(i) == '[') {
        int close = path.indexOf(']', i);
        if (close < 0) {
          return null;
        }
        String index = path.substring(i + 1, close).strip();
        if (index.equals("*")) {
          if (!(here instanceof List<?>)) {
            return null;
          }
        } else {
          if (!index.matches("[0-9]{1,6}")) {
            return null;
          }
          int number = Integer.parseInt(index);
          if (here instanceof List<?> list) {
            if (number >= list.size()) {
              return null;
            }
            here = list.get(number);
          } else if (number != 0) {
            return null;
          }
        }
        i = close + 1;
      } else {
        i++;
      }
    }
    return here;
  }

  static boolean isPath(String path) {
    return path.startsWith("$");
  }
}

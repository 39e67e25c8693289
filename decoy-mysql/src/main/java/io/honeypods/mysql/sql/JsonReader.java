package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON, and tells where a text is none. */
final class JsonReader {
  private static final int MAX_DEPTH = 100;

  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  /** A text is no JSON: why, and from which character on. */
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1;
    private final int position;

    private Fault(String problem, int position) {
      super(problem, null, false, false);
      this.position = position;
    }

    static Fault in(String text, int at, String problem) {
      return new Fault(problem, text.codePointCount(0, Math.min(at, text.length())));
    }

    String problem() {
      return String.valueOf(getMessage());
    }

    int position() {
      return position;
    }

    boolean isTooDeep() {
      return position < 0;
    }
  }

  static Object read(String text) throws Fault {
    var reader = new JsonReader(text);
    reader.space();
    if (reader.at == text.length()) {
      throw new Fault("The document is empty.", 0);
    }
    Object value = reader.value();
    reader.space();
    if (reader.at < text.length()) {
      throw reader.fault("The document root must not be followed by other values.");
    }
    return value;
  }

  private Fault fault(String problem) {
    return Fault.in(text, at, problem);
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private Object value() throws Fault {
    space();
    if (at >= text.length()) {
      throw fault("Invalid value.");
    }
    return switch (text.charAt(at)) {
      case '{' -> map();
      case '[' -> list();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", Json.NULL);
      default -> number();
    };
  }

  private Object word(String word, Object value) throws Fault {
    for (int i = 0; i < word.length(); i++, at++) {
      if (at >= text.length() || text.charAt(at) != word.charAt(i)) {
        throw fault("Invalid value.");
      }
    }
    return value;
  }

  private Object number() throws Fault {
    JsonNumber number = JsonNumber.read(text, at);
    at = number.end();
    return number.value();
  }

  private String string() throws Fault {
    var result = new StringBuilder();
    int start = at;
    while (++at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return result.toString();
      }
      if (c < ' ') {
        throw fault("Invalid encoding in string.");
      }
      if (c == '\\') {
        at++;
        escape(result);
      } else {
        result.append(c);
      }
    }
    at = Math.max(start, text.length());
    throw fault("Missing a closing quotation mark in string.");
  }

  private void escape(StringBuilder result) throws Fault {
    char c = at < text.length() ? text.charAt(at) : 0;
    switch (c) {
      case 'b' -> result.append('\b');
      case 'f' -> result.append('\f');
      case 'n' -> result.append('\n');
      case 'r' -> result.append('\r');
      case 't' -> result.append('\t');
      case '"', '\\', '/' -> result.append(c);
      case 'u' -> {
        if (at + 4 >= text.length() || !text.substring(at + 1, at + 5).matches("[0-9a-fA-F]{4}")) {
          at--;
          throw fault("Incorrect hex digit after \\u escape in string.");
        }
        result.append((char) Integer.parseInt(text, at + 1, at + 5, 16));
        at += 4;
      }
      default -> {
        at--;
        throw fault("Invalid escape character in string.");
      }
    }
  }

  private void enter() throws Fault {
    at++;
    if (++depth > MAX_DEPTH) {
      throw new Fault("The JSON document exceeds the maximum depth.", -1);
    }
    space();
  }

  private boolean accept(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private List<Object> list() throws Fault {
    var list = new ArrayList<Object>();
    enter();
    if (!accept(']')) {
      do {
        list.add(value());
        space();
      } while (accept(','));
      if (!accept(']')) {
        throw fault("Missing a comma or ']' after an array element.");
      }
    }
    depth--;
    return list;
  }

  private Map<String, Object> map() throws Fault {
    Map<String, Object> map = Json.object();
    enter();
    if (!accept('}')) {
      do {
        space();
        member(map);
        space();
      } while (accept(','));
      if (!accept('}')) {
        throw fault("Missing a comma or '}' after an object member.");
      }
    }
    depth--;
    return map;
  }

  private void member(Map<String, Object> map) throws Fault {
    if (at >= text.length() || text.charAt(at) != '"') {
      throw fault("Missing a name for object member.");
    }
    String key = string();
    space();
    if (!accept(':')) {
      throw fault("Missing a colon after a name of object member.");
    }
    map.put(key, value());
  }

  /** The document, or null where the text is none. */
  static @Nullable Object readOrNull(String text) {
    try {
      return read(text);
    } catch (Fault e) {
      return null;
    }
  }
}

package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;

/** Reads the text of a path into a JSON document; error 3143 where it is none. */
final class JsonPathReader {
  private static final int MAX_LEGS = 100;

  private final String text;
  private int at;

  JsonPathReader(String text) {
    this.text = text;
  }

  JsonPath path() {
    space();
    if (!accept('$')) {
      at += at < text.length() ? 1 : 0;
      throw error();
    }
    var legs = new ArrayList<JsonPath.Leg>();
    space();
    while (at < text.length()) {
      legs.add(leg());
      if (legs.size() > MAX_LEGS) {
        throw new SqlException(3157, "22032", "The JSON document exceeds the maximum depth.");
      }
      space();
    }
    if (!legs.isEmpty() && legs.getLast() instanceof JsonPath.Leg.Anywhere) {
      throw error();
    }
    return new JsonPath(List.copyOf(legs));
  }

  private SqlException error() {
    return new SqlException(
        3143,
        "42000",
        "Invalid JSON path expression. The error is around character position " + at + ".");
  }

  private void space() {
    while (at < text.length() && Letters.isSpace(text.charAt(at))) {
      at++;
    }
  }

  private boolean accept(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private JsonPath.Leg leg() {
    if (accept('.')) {
      space();
      return accept('*') ? new JsonPath.Leg.AnyMember() : new JsonPath.Leg.Member(name());
    }
    if (accept('[')) {
      space();
      JsonPath.Leg leg = accept('*') ? new JsonPath.Leg.AnyElement() : elements();
      space();
      if (!accept(']')) {
        throw error();
      }
      return leg;
    }
    boolean star = accept('*');
    if (star && accept('*')) {
      return new JsonPath.Leg.Anywhere();
    }
    throw error();
  }

  private JsonPath.Leg elements() {
    JsonPath.Leg.Element from = element();
    space();
    if (!text.startsWith("to", at)) {
      return from;
    }
    at += 2;
    space();
    return new JsonPath.Leg.Range(from, element());
  }

  private JsonPath.Leg.Element element() {
    if (!text.startsWith("last", at)) {
      return new JsonPath.Leg.Element(number(), false);
    }
    at += 4;
    space();
    if (!accept('-')) {
      return new JsonPath.Leg.Element(0, true);
    }
    space();
    return new JsonPath.Leg.Element(number(), true);
  }

  private int number() {
    int start = at;
    while (at < text.length() && at < start + 9 && Character.isDigit(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw error();
    }
    return Integer.parseInt(text, start, at, 10);
  }

  private String name() {
    int start = at;
    if (accept('"')) {
      while (at < text.length() && text.charAt(at) != '"') {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      if (at >= text.length()) {
        at = text.length();
        throw error();
      }
      at++;
      return Json.unquote(text.substring(start, at));
    }
    while (at < text.length() && ".[*".indexOf(text.charAt(at)) < 0 && !isSpace()) {
      at++;
    }
    String name = text.substring(start, at);
    boolean fits =
        !name.isEmpty()
            && Character.isUnicodeIdentifierStart(name.codePointAt(0) == '_' ? 'a' : start(name));
    if (!fits) {
      at = start;
      throw error();
    }
    return name;
  }

  private static int start(String name) {
    return name.charAt(0) == '$' ? 'a' : name.codePointAt(0);
  }

  private boolean isSpace() {
    return Letters.isSpace(text.charAt(at));
  }
}

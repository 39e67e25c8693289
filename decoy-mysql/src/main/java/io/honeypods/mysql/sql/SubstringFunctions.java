package io.honeypods.mysql.sql;

import java.util.List;

/** Functions that give a part of a text. */
final class SubstringFunctions {
  private SubstringFunctions() {}

  static void register(Function.Register to) {
    to.strict("left", 2, 2, StringTypes::side, c -> c.string(cut(c.text(0), 0, c.integer(1)), 0));
    to.strict("right", 2, 2, StringTypes::side, SubstringFunctions::right);
    for (String name : List.of("substring", "substr", "mid")) {
      to.strict(
          name,
          name.equals("mid") ? 3 : 2,
          3,
          StringTypes::substring,
          SubstringFunctions::substring);
    }
    to.strict("trim", 2, 2, StringTypes.like(1), c -> trimmed(c, true, true));
    to.strict("trim_leading", 2, 2, StringTypes.like(1), c -> trimmed(c, true, false));
    to.strict("trim_trailing", 2, 2, StringTypes.like(1), c -> trimmed(c, false, true));
    to.strict(
        "ltrim", 1, 1, StringTypes.like(0), c -> c.string(trim(c.text(0), " ", true, false), 0));
    to.strict(
        "rtrim", 1, 1, StringTypes.like(0), c -> c.string(trim(c.text(0), " ", false, true), 0));
    to.strict("substring_index", 3, 3, StringTypes.like(0), SubstringFunctions::index);
  }

  /** So many characters from an offset on, as far as there are. */
  static String cut(String text, int from, int length) {
    int count = text.codePointCount(0, text.length());
    if (length <= 0 || from >= count) {
      return "";
    }
    int start = text.offsetByCodePoints(0, from);
    return text.substring(start, text.offsetByCodePoints(start, Math.min(length, count - from)));
  }

  private static Value right(Call c) {
    String text = c.text(0);
    int count = text.codePointCount(0, text.length());
    int length = Math.min(count, Math.max(0, c.integer(1)));
    return c.string(cut(text, count - length, length), 0);
  }

  private static Value substring(Call c) {
    String text = c.text(0);
    int count = text.codePointCount(0, text.length());
    int from = c.integer(1);
    int length = c.size() > 2 ? c.integer(2) : Integer.MAX_VALUE;
    int start = from < 0 ? count + from : from - 1;
    return c.string(start < 0 ? "" : cut(text, start, length), 0);
  }

  private static Value trimmed(Call c, boolean leading, boolean trailing) {
    return c.string(trim(c.text(1), c.text(0), leading, trailing), 1);
  }

  private static String trim(String text, String what, boolean leading, boolean trailing) {
    int start = 0;
    int end = text.length();
    if (what.isEmpty()) {
      return text;
    }
    while (leading && end - start >= what.length() && text.startsWith(what, start)) {
      start += what.length();
    }
    while (trailing && end - start >= what.length() && text.startsWith(what, end - what.length())) {
      end -= what.length();
    }
    return text.substring(start, end);
  }

  private static Value index(Call c) {
    String text = c.text(0);
    String between = c.text(1);
    int times = c.integer(2);
    if (between.isEmpty() || times == 0) {
      return new Value.Text("");
    }
    int at = times > 0 ? -between.length() : text.length();
    for (int i = 0; i < Math.abs((long) times); i++) {
      at =
          times > 0
              ? Search.indexOf(text, between, at + between.length())
              : at <= 0 ? -1 : text.lastIndexOf(between, at - 1);
      if (at < 0) {
        return c.value(0);
      }
    }
    return c.string(times > 0 ? text.substring(0, at) : text.substring(at + between.length()), 0);
  }
}

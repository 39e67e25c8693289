package io.honeypods.mysql.sql;

import java.util.Locale;

/**
 * A pattern of LIKE: {@code %} for anything, {@code _} for one character, backslash before both.
 */
final class LikePattern {
  private final String pattern;
  private final boolean anyCase;

  private LikePattern(String pattern, boolean anyCase) {
    this.pattern = pattern;
    this.anyCase = anyCase;
  }

  static LikePattern of(String pattern, boolean anyCase) {
    return new LikePattern(anyCase ? pattern.toLowerCase(Locale.ROOT) : pattern, anyCase);
  }

  boolean fits(String text) {
    String given = anyCase ? text.toLowerCase(Locale.ROOT) : text;
    int p = 0;
    int t = 0;
    int star = -1;
    int mark = 0;
    while (t < given.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '%') {
        star = p++;
        mark = t;
      } else if (p < pattern.length() && one(p, given.charAt(t))) {
        p += isEscape(p) ? 2 : 1;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++mark;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '%') {
      p++;
    }
    return p == pattern.length();
  }

  private boolean one(int p, char c) {
    return isEscape(p)
        ? pattern.charAt(p + 1) == c
        : pattern.charAt(p) == '_' || pattern.charAt(p) == c;
  }

  private boolean isEscape(int p) {
    return pattern.charAt(p) == '\\' && p + 1 < pattern.length();
  }
}

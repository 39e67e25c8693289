package io.honeypods.mysql.account;

/** Patterns of names: {@code %} for anything, {@code _} for one character. */
public final class Wildcards {
  private Wildcards() {}

  /**
   * Whether a text fits a pattern as a whole.
   *
   * @param escapes whether what stands behind a backslash is meant as it is
   */
  public static boolean fit(String pattern, boolean escapes, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int mark = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '%') {
        star = p++;
        mark = t;
      } else if (p < pattern.length() && one(pattern, p, escapes, text.charAt(t))) {
        p += escapes && isEscape(pattern, p) ? 2 : 1;
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

  private static boolean one(String pattern, int p, boolean escapes, char c) {
    return (escapes && isEscape(pattern, p))
        ? pattern.charAt(p + 1) == c
        : pattern.charAt(p) == '_' || pattern.charAt(p) == c;
  }

  private static boolean isEscape(String pattern, int p) {
    return pattern.charAt(p) == '\\' && p + 1 < pattern.length();
  }
}

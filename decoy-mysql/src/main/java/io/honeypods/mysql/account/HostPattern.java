package io.honeypods.mysql.account;

/** The host of an account as a pattern: {@code %} for anything, {@code _} for one character. */
final class HostPattern {
  private HostPattern() {}

  /** Whether a client at an address comes from that host; names are never looked up. */
  static boolean matches(String pattern, String ip) {
    return pattern.isEmpty() || matches(pattern, 0, ip, 0);
  }

  private static boolean matches(String pattern, int p, String text, int t) {
    int star = -1;
    int mark = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '%') {
        star = p++;
        mark = t;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '_' || pattern.charAt(p) == text.charAt(t))) {
        p++;
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
}

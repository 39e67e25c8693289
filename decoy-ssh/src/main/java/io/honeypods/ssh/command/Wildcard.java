package io.honeypods.ssh.command;

/** Patterns of names with {@code *}, {@code ?} and sets, as {@code fnmatch} takes them. */
final class Wildcard {
  private Wildcard() {}

  /** Whether a pattern matches all of a text, in time of at most their lengths multiplied. */
  static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int retry = 0;
    while (t < text.length()) {
      int length = p < pattern.length() ? one(pattern, p, text.charAt(t)) : 0;
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        retry = t;
      } else if (length > 0) {
        p += length;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++retry;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /** How much of the pattern matches one character; 0 for nothing. */
  private static int one(String pattern, int at, char c) {
    char p = pattern.charAt(at);
    int end = p == '[' ? pattern.indexOf(']', at + 2) : -1;
    if (end > 0) {
      return inSet(pattern.substring(at + 1, end), c) ? end - at + 1 : 0;
    }
    if (p == '\\' && at + 1 < pattern.length()) {
      return pattern.charAt(at + 1) == c ? 2 : 0;
    }
    return p == '?' || (p == c && p != '*') ? 1 : 0;
  }

  private static boolean inSet(String set, char c) {
    boolean negated = set.startsWith("!") || set.startsWith("^");
    boolean in = false;
    for (int i = negated ? 1 : 0; i < set.length(); i++) {
      if (i + 2 < set.length() && set.charAt(i + 1) == '-') {
        in |= c >= set.charAt(i) && c <= set.charAt(i + 2);
        i += 2;
      } else {
        in |= set.charAt(i) == c;
      }
    }
    return in != negated;
  }
}

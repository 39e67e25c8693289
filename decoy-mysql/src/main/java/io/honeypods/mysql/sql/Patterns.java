package io.honeypods.mysql.sql;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** LIKE and REGEXP, in time that grows with the text only. */
final class Patterns {
  private static final int MAX_PATTERN = 1000;

  private Patterns() {}

  /** Whether a text is like a pattern; goes back to the last {@code %} only. */
  static boolean like(String text, String pattern, int escape, Collation collation) {
    return like(text, pattern, escape, collation, () -> {});
  }

  /** The same for long texts: {@code tick} is run again and again as the work goes on. */
  static boolean like(String text, String pattern, int escape, Collation collation, Runnable tick) {
    int work = 0;
    int p = 0;
    int t = 0;
    int star = -1;
    int mark = 0;
    while (t < text.length()) {
      int c = text.codePointAt(t);
      if ((++work & 0xff) == 0) {
        tick.run();
      }
      if (p < pattern.length() && pattern.charAt(p) == '%') {
        star = p++;
        mark = t;
        continue;
      }
      if (p < pattern.length()) {
        boolean escaped = pattern.charAt(p) == escape && p + 1 < pattern.length();
        int wanted = pattern.codePointAt(escaped ? p + 1 : p);
        boolean any = !escaped && wanted == '_';
        if (any || Comparison.sameLetter(c, wanted, collation)) {
          p += Character.charCount(wanted) + (escaped ? 1 : 0);
          t += Character.charCount(c);
          continue;
        }
      }
      if (star < 0) {
        return false;
      }
      p = star + 1;
      mark += Character.charCount(text.codePointAt(mark));
      t = mark;
    }
    while (p < pattern.length() && pattern.charAt(p) == '%') {
      p++;
    }
    return p == pattern.length();
  }

  /** A regular expression, compiled once in a statement. */
  static Pattern regexp(String pattern, boolean anyCase, Run run) {
    Object key = "regexp " + anyCase + pattern;
    if (run.kept().get(key) instanceof Pattern compiled) {
      return compiled;
    }
    if (pattern.isEmpty()) {
      throw new SqlException(3685, "HY000", "Illegal argument to a regular expression.");
    }
    if (pattern.length() > MAX_PATTERN) {
      throw new SqlException(3699, "HY000", "Timeout exceeded in regular expression match.");
    }
    try {
      String translated = pattern.replace("[[:<:]]", "\\b").replace("[[:>:]]", "\\b");
      var compiled = Pattern.compile(translated, anyCase ? Pattern.CASE_INSENSITIVE : 0);
      run.kept().put(key, compiled);
      return compiled;
    } catch (PatternSyntaxException e) {
      throw invalid(pattern);
    }
  }

  private static SqlException invalid(String pattern) {
    if (pattern.contains("[") && !pattern.contains("]")) {
      return new SqlException(
          3696, "HY000", "The regular expression contains an unclosed bracket expression.");
    }
    if (pattern.contains("(") || pattern.contains(")")) {
      return new SqlException(3691, "HY000", "Mismatched parenthesis in regular expression.");
    }
    return new SqlException(
        3688, "HY000", "Syntax error in regular expression on line 1, character 1.");
  }
}

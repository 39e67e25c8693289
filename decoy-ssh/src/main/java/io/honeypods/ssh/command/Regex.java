package io.honeypods.ssh.command;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** POSIX expressions as {@code grep} and {@code sed} take them, without going back to groups. */
final class Regex {
  private static final int MAX_LENGTH = 2000;

  private Regex() {}

  /** The pattern; null where there is none such. */
  static @Nullable Pattern of(String text, boolean extended, boolean blind) {
    try {
      return text.length() > MAX_LENGTH
          ? null
          : Pattern.compile(
              extended ? classes(text) : basic(text),
              Pattern.DOTALL | (blind ? Pattern.CASE_INSENSITIVE : 0));
    } catch (PatternSyntaxException _) {
      return null; // the caller says so
    }
  }

  private static String classes(String text) {
    return text.replace("\\<", "\\b")
        .replace("\\>", "\\b")
        .replace("\\w", "[A-Za-z0-9_]")
        .replace("{,", "{0,");
  }

  private static String basic(String text) {
    var out = new StringBuilder();
    boolean set = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (set) {
        out.append(c == '\\' ? "\\\\" : String.valueOf(c));
        set =
            c != ']'
                || text.charAt(i - 1) == '['
                || (text.charAt(i - 1) == '^' && text.charAt(i - 2) == '[')
                || (text.charAt(i - 1) == ':' && text.indexOf(']', i + 1) > 0);
      } else if (c == '[') {
        set = true;
        out.append(c);
      } else if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        out.append(
            "(){}|+?".indexOf(next) >= 0
                ? String.valueOf(next)
                : next == '<' || next == '>' ? "\\b" : "\\" + next);
      } else if ("(){}|+?".indexOf(c) >= 0
          || (c == '*' && (out.isEmpty() || out.toString().endsWith("(")))) {
        out.append('\\').append(c);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}

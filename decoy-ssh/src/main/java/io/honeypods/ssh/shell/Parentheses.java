package io.honeypods.ssh.shell;

import org.jspecify.annotations.Nullable;

/** Text between double parentheses. */
final class Parentheses {
  private Parentheses() {}

  /** What stands up to {@code ))}, which is passed; null where there is none. */
  static @Nullable String balanced(Source source) {
    int start = source.position();
    int open = 0;
    while (!source.isAtEnd()) {
      char c = source.nextRaw();
      if (c == '(') {
        open++;
      } else if (c == ')' && open > 0) {
        open--;
      } else if (c == ')') {
        if (source.raw() != ')') {
          return null;
        }
        String inside = source.from(start);
        source.nextRaw();
        return inside.substring(0, inside.length() - 1);
      }
    }
    return null;
  }
}

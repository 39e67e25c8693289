package io.honeypods.ssh.host;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The characters that {@code [...]} stands for, and where in its pattern it ends. */
record BracketSet(BitSet characters, int end) implements IntPredicate {
  private static final int SIZE = 256;

  @Override
  public boolean test(int c) {
    return characters.get(c);
  }

  /** Reads a set from its opening bracket; null where none is closed. */
  static @Nullable BracketSet parse(String pattern, int open) {
    int at = open + 1;
    boolean negated = at < pattern.length() && "!^".indexOf(pattern.charAt(at)) >= 0;
    var reader = new Reader(pattern, negated ? at + 1 : at);
    if (!reader.read()) {
      return null;
    }
    if (negated) {
      reader.characters.flip(0, SIZE);
    }
    return new BracketSet(reader.characters, reader.at);
  }

  /** Reads what is between the brackets. */
  private static final class Reader {
    private final String pattern;
    private final BitSet characters = new BitSet(SIZE);
    private int at;

    Reader(String pattern, int at) {
      this.pattern = pattern;
      this.at = at;
    }

    /** Whether there was a closing bracket; it is behind it then. */
    boolean read() {
      for (boolean first = true; at < pattern.length(); first = false) {
        if (pattern.charAt(at) == ']' && !first) {
          at++;
          return true;
        }
        if (!named()) {
          range();
        }
      }
      return false;
    }

    private boolean named() {
      int close = pattern.startsWith("[:", at) ? pattern.indexOf(":]", at + 2) : -1;
      if (close < 0) {
        return false;
      }
      IntPredicate named = CharacterClass.of(pattern.substring(at + 2, close));
      for (int c = 0; c < SIZE; c++) {
        if (named.test(c)) {
          characters.set(c);
        }
      }
      at = close + 2;
      return true;
    }

    private void range() {
      char low = one();
      boolean isRange =
          at + 1 < pattern.length() && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']';
      if (!isRange) {
        characters.set(low);
        return;
      }
      at++;
      char high = one();
      if (low <= high) {
        characters.set(low, high + 1);
      }
    }

    private char one() {
      if (pattern.charAt(at) == '\\' && at + 1 < pattern.length()) {
        at++;
      }
      boolean collating = pattern.startsWith("[.", at) || pattern.startsWith("[=", at);
      if (collating && at + 4 < pattern.length() && pattern.charAt(at + 4) == ']') {
        at += 5;
        return pattern.charAt(at - 3);
      }
      return pattern.charAt(at++);
    }
  }
}

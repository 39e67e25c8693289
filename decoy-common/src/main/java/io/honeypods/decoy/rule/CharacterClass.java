package io.honeypods.decoy.rule;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** A character class such as {@code [._-]}: the characters in it where they are few. */
final class CharacterClass {
  private static final int FEW = 12;

  private final PatternReader in;
  private final Set<String> members = new HashSet<>();
  private boolean few = true;

  private CharacterClass(PatternReader in) {
    this.in = in;
  }

  /** Reads a class from behind its opening bracket to behind its closing one. */
  static Fragment read(PatternReader in) {
    return new CharacterClass(in).read();
  }

  private Fragment read() {
    if (in.skip("^")) {
      few = false;
    }
    do {
      member();
    } while (!in.skip("]"));
    return few && members.size() <= FEW ? Fragment.exactly(members) : Fragment.ANYTHING;
  }

  private void member() {
    char c = in.next();
    if (c == '[' && in.isAt(':')) {
      throw new IllegalArgumentException("no [[:class:]]");
    }
    if (c == '\\') {
      c = in.next();
      if ("dDsSwW".indexOf(c) >= 0) {
        few = false;
        return;
      }
      c = in.escaped(c);
    }
    char last = c;
    if (in.isAt('-') && !in.isLastHyphen()) {
      in.next();
      last = literal(in.next());
    }
    add(c, last);
  }

  private void add(char first, char last) {
    few &= last - first < FEW;
    for (int c = first; few && c <= last; c++) {
      members.add(String.valueOf((char) c).toLowerCase(Locale.ROOT));
    }
  }

  private char literal(char c) {
    return c == '\\' ? in.escaped(in.next()) : c;
  }
}

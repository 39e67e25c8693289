package io.honeypods.decoy.rule;

/** Reads a pattern that RE2 has accepted, character by character. */
final class PatternReader {
  private static final String COUNTS = "*+?{";
  private static final String SPECIAL = COUNTS + "()[|.^$\\";

  private final String pattern;
  private int at;

  PatternReader(String pattern) {
    this.pattern = pattern;
  }

  boolean hasNext() {
    return at < pattern.length();
  }

  boolean isAt(char c) {
    return hasNext() && pattern.charAt(at) == c;
  }

  char next() {
    return pattern.charAt(at++);
  }

  boolean skip(String text) {
    boolean there = pattern.startsWith(text, at);
    if (there) {
      at += text.length();
    }
    return there;
  }

  /** Reads characters that mean themselves, {@code first} being one, up to what a count is for. */
  String plain(char first) {
    int start = at;
    while (isPlain(at) && (isPlain(at + 1) || !isCounted(at + 1))) {
      at++;
    }
    return first + pattern.substring(start, at);
  }

  private boolean isPlain(int index) {
    return index < pattern.length() && SPECIAL.indexOf(pattern.charAt(index)) < 0;
  }

  /** Whether the character just read may have a count behind it. */
  boolean isCounted() {
    return isCounted(at);
  }

  private boolean isCounted(int index) {
    return index < pattern.length() && COUNTS.indexOf(pattern.charAt(index)) >= 0;
  }

  /** Skips the flags or the name of a group; the character that ends them. */
  char skipFlags() {
    char c = next();
    while (c != ':' && c != ')' && c != '>') {
      c = next();
    }
    return c;
  }

  /** Whether a count such as {@code {2,}} is next, rather than a brace that means itself. */
  boolean isAtCount() {
    int end = pattern.indexOf('}', at);
    return end > at + 1
        && Character.isDigit(pattern.charAt(at + 1))
        && pattern.substring(at + 1, end).chars().allMatch(c -> c == ',' || Character.isDigit(c));
  }

  /** Whether the hyphen that is next is the last of a character class, and so means itself. */
  boolean isLastHyphen() {
    return pattern.startsWith("-]", at);
  }

  /** Reads a count: the least number of times. */
  int count() {
    int end = pattern.indexOf('}', at);
    int least = Integer.parseInt(pattern.substring(at + 1, end).split(",", -1)[0]);
    at = end + 1;
    return least;
  }

  /** The character that an escape such as {@code \.}, {@code \n} or {@code \x24} stands for. */
  char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'x' -> hex();
      default -> {
        if (Character.isLetterOrDigit(c)) {
          throw new IllegalArgumentException("no escape \\" + c);
        }
        yield c;
      }
    };
  }

  private char hex() {
    if (isAt('{')) {
      throw new IllegalArgumentException("\\x and two digits rather than \\x{");
    }
    at += 2;
    return (char) Integer.parseInt(pattern.substring(at - 2, at), 16);
  }
}

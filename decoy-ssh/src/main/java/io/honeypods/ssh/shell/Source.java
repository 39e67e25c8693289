package io.honeypods.ssh.shell;

/** A text that is read from left to right. */
final class Source {
  static final char END = '\uffff';
  private static final String META = " \t\n;&|<>()";

  private final String text;
  private int at;

  private boolean posix;
  private boolean whole;

  Source(String text) {
    this.text = text;
  }

  /** A text of which no more comes, for bash or for dash. */
  static Source whole(String text, boolean posix) {
    var source = new Source(text);
    source.whole = true;
    source.posix = posix;
    return source;
  }

  /** A text within this one, for the same shell. */
  Source inner(String part) {
    var source = new Source(part);
    source.posix = posix;
    source.whole = whole;
    return source;
  }

  /** Whether it is for dash, which knows less. */
  boolean isPosix() {
    return posix;
  }

  /** Whether no more comes. */
  boolean isWhole() {
    return whole;
  }

  /** Whether a process substitution begins here. */
  boolean startsProcess() {
    return !posix && (starts("<(") || starts(">("));
  }

  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    int index = at + ahead;
    if (index + 1 < text.length()
        && text.charAt(index) == '\\'
        && text.charAt(index + 1) == '\n'
        && ahead == 0) {
      at += 2;
      return peek(0);
    }
    return index < text.length() ? text.charAt(index) : END;
  }

  /** The next character as it is. */
  char raw() {
    return at < text.length() ? text.charAt(at) : END;
  }

  char next() {
    char c = peek();
    at++;
    return c;
  }

  char nextRaw() {
    return at < text.length() ? text.charAt(at++) : END;
  }

  boolean starts(String with) {
    return text.startsWith(with, at);
  }

  boolean take(String with) {
    boolean there = starts(with);
    at += there ? with.length() : 0;
    return there;
  }

  void skip(int count) {
    at += count;
  }

  int position() {
    return at;
  }

  void back(int to) {
    at = to;
  }

  boolean isAtEnd() {
    return at >= text.length();
  }

  String from(int start) {
    return text.substring(start, Math.min(at, text.length()));
  }

  int line() {
    int line = 1;
    for (int i = 0; i < Math.min(at, text.length()); i++) {
      line += text.charAt(i) == '\n' ? 1 : 0;
    }
    return line;
  }

  /** The rest of the line, without its end, which is passed. */
  String restOfLine() {
    int end = text.indexOf('\n', at);
    String rest = text.substring(Math.min(at, text.length()), end < 0 ? text.length() : end);
    at = end < 0 ? text.length() : end + 1;
    return rest;
  }

  /** Passes blanks, comments, and what continues a line. */
  void skipBlanks() {
    while (true) {
      char c = peek();
      if (c == ' ' || c == '\t' || c == '\r') {
        at++;
      } else if (c == '#') {
        while (!isAtEnd() && raw() != '\n') {
          at++;
        }
      } else {
        return;
      }
    }
  }

  static boolean isMeta(char c) {
    return c == END || META.indexOf(c) >= 0;
  }

  static boolean isNameStart(char c) {
    return c == '_' || (c < 128 && Character.isLetter(c));
  }

  static boolean isName(char c) {
    return isNameStart(c) || (c >= '0' && c <= '9');
  }

  static boolean isName(String text) {
    return !text.isEmpty()
        && isNameStart(text.charAt(0))
        && text.chars().allMatch(c -> isName((char) c));
  }
}

package io.honeypods.ssh.shell;

/** A text that is no command. */
final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean isIncomplete;
  private final int line;

  private final String expecting;

  private SyntaxException(String text, boolean isIncomplete, int line, String expecting) {
    super(text, null, false, false);
    this.expecting = expecting;
    this.isIncomplete = isIncomplete;
    this.line = line;
  }

  static SyntaxException at(String text, int line) {
    return at(text, line, "");
  }

  static SyntaxException at(String text, int line, String expecting) {
    return new SyntaxException(text, false, line, expecting);
  }

  /** More could make it right. */
  static SyntaxException incomplete(String text, int line) {
    return incomplete(text, line, "");
  }

  static SyntaxException incomplete(String text, int line, String expecting) {
    return new SyntaxException(text, true, line, expecting);
  }

  /** The word that would have been right; empty where there are many. */
  String expecting() {
    return expecting;
  }

  boolean isIncomplete() {
    return isIncomplete;
  }

  int line() {
    return line;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}

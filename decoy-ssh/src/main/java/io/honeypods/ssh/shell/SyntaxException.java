package io.honeypods.ssh.shell;

/** A text that is no command. */
final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean isIncomplete;
  private final int line;

  private SyntaxException(String text, boolean isIncomplete, int line) {
    super(text, null, false, false);
    this.isIncomplete = isIncomplete;
    this.line = line;
  }

  static SyntaxException at(String text, int line) {
    return new SyntaxException(text, false, line);
  }

  /** More could make it right. */
  static SyntaxException incomplete(String text, int line) {
    return new SyntaxException(text, true, line);
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

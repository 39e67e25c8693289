package io.honeypods.ssh.command;

/** An expression that {@code find} does not take. */
final class FindProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  FindProblem(String text) {
    super(text, null, false, false);
  }

  String text() {
    return String.valueOf(getMessage());
  }
}

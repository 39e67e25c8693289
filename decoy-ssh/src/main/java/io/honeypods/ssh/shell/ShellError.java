package io.honeypods.ssh.shell;

/** A mistake that ends the command line it is in. */
final class ShellError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  ShellError(int status, String text) {
    super(text, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}

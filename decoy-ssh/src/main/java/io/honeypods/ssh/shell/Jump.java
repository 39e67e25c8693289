package io.honeypods.ssh.shell;

/** A way out of loops and functions. */
final class Jump extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final int value;

  /** Where it goes to. */
  enum Kind {
    BREAK,
    CONTINUE,
    RETURN
  }

  Jump(Kind kind, int value) {
    super(kind.name(), null, false, false);
    this.kind = kind;
    this.value = value;
  }

  Kind kind() {
    return kind;
  }

  /** How many loops, or the status of a function. */
  int value() {
    return value;
  }
}

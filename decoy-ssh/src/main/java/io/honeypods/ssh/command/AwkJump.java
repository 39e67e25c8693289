package io.honeypods.ssh.command;

/** A way out of what {@code awk} does. */
final class AwkJump extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final transient AwkValue value;

  /** Where it goes to. */
  enum Kind {
    BREAK,
    CONTINUE,
    NEXT,
    NEXT_FILE,
    EXIT,
    RETURN
  }

  AwkJump(Kind kind, AwkValue value) {
    super(kind.name(), null, false, false);
    this.kind = kind;
    this.value = value;
  }

  Kind kind() {
    return kind;
  }

  /** What a function gives back, or the status of an exit. */
  AwkValue value() {
    return value;
  }
}

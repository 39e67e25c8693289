package io.honeypods.ssh;

/** A payload that is not what its message type says; {@code getMessage()} says why. */
final class MalformedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MalformedException(String problem) {
    super(problem, null, false, false);
  }
}

package io.honeypods.decoy;

import java.util.List;

/** A decoy was asked for that is not on the class path; the message names those that are. */
final class UnknownDecoyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownDecoyException(String name, List<String> known) {
    super("unknown decoy \"%s\" (expected %s)".formatted(name, String.join(", ", known)));
  }
}

package io.honeypods.decoy.config;

import org.jspecify.annotations.Nullable;

/** A text that does not say what was expected. */
final class UnexpectedValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String expected;
  private final @Nullable String suggestion;

  UnexpectedValueException(String text, String expected) {
    this(text, expected, null);
  }

  UnexpectedValueException(String text, String expected, @Nullable String suggestion) {
    super(Show.quoted(text) + " (expected " + expected + ")");
    this.expected = expected;
    this.suggestion = suggestion;
  }

  String expected() {
    return expected;
  }

  @Nullable String suggestion() {
    return suggestion;
  }
}

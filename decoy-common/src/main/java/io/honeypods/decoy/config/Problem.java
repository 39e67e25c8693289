package io.honeypods.decoy.config;

import org.jspecify.annotations.Nullable;

/**
 * One mistake in the configuration.
 *
 * @param key where it is: a key such as {@code web.listen}, a variable, or a file with its line
 * @param got what stands there, fit to be printed
 * @param expected what was expected there, or null where {@code got} says it all
 * @param suggestion what was probably meant
 */
public record Problem(
    String key, String got, @Nullable String expected, @Nullable String suggestion) {
  static final String HIDDEN = "(not shown)";

  static Problem value(String key, String got, String expected) {
    return new Problem(key, got, expected, null);
  }

  static Problem text(String key, String text, boolean secret, UnexpectedValueException why) {
    return secret
        ? new Problem(key, HIDDEN, why.expected(), null)
        : new Problem(key, Show.quoted(text), why.expected(), why.suggestion());
  }

  static Problem unknownKey(String key, @Nullable String suggestion) {
    return new Problem(key, "unknown key", null, suggestion);
  }

  static Problem statement(String key, String statement) {
    return new Problem(key, statement, null, null);
  }

  /**
   * The problem in one line, such as {@code web.lsiten: unknown key (did you mean web.listen?)}.
   */
  public String text() {
    String what = expected == null ? got : "got " + got + ", expected " + expected;
    String hint = suggestion == null ? "" : " (did you mean " + suggestion + "?)";
    return key + ": " + what + hint;
  }

  @Override
  public String toString() {
    return text();
  }
}

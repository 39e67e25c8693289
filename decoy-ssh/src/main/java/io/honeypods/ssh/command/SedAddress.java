package io.honeypods.ssh.command;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which lines a command of {@code sed} is for.
 *
 * @param line a number, or the first of those that {@code step} counts
 * @param pattern what the line matches; for {@link Kind#LAST_PATTERN} null
 */
record SedAddress(Kind kind, long line, long step, @Nullable Pattern pattern) {

  /** How a line is told. */
  enum Kind {
    LINE,
    LAST,
    STEP,
    MORE,
    MULTIPLE,
    PATTERN,
    LAST_PATTERN
  }

  static SedAddress of(Kind kind, long line, long step) {
    return new SedAddress(kind, line, step, null);
  }

  static SedAddress of(@Nullable Pattern pattern) {
    return new SedAddress(pattern == null ? Kind.LAST_PATTERN : Kind.PATTERN, 0, 0, pattern);
  }

  boolean isPattern() {
    return kind == Kind.PATTERN || kind == Kind.LAST_PATTERN;
  }
}

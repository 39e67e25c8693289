package io.honeypods.ssh.command;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/** A line number, -1 for the last, or a pattern. */
record SedAddress(int line, @Nullable Pattern pattern) {
  boolean matches(int number, boolean last, String text) {
    return pattern != null ? pattern.matcher(text).find() : line < 0 ? last : line == number;
  }
}

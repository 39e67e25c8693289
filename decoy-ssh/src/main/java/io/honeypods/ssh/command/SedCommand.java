package io.honeypods.ssh.command;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/** One command with the lines it is for; mutable is only whether its range is open. */
final class SedCommand {
  final @Nullable SedAddress from;
  final @Nullable SedAddress to;
  final boolean negated;
  final char name;
  final String text;
  final @Nullable Pattern pattern;
  final String flags;
  private boolean open;

  SedCommand(
      @Nullable SedAddress from,
      @Nullable SedAddress to,
      boolean negated,
      char name,
      String text,
      @Nullable Pattern pattern,
      String flags) {
    this.from = from;
    this.to = to;
    this.negated = negated;
    this.name = name;
    this.text = text;
    this.pattern = pattern;
    this.flags = flags;
  }

  boolean applies(int number, boolean last, String line) {
    if (from == null) {
      return true;
    }
    if (to == null) {
      return from.matches(number, last, line) != negated;
    }
    boolean in = open || from.matches(number, last, line);
    open =
        in
            && (open || to.pattern() != null || to.line() > number || to.line() < 0)
            && !(open && to.matches(number, last, line))
            && !(to.pattern() == null && to.matches(number, last, line));
    return in != negated;
  }
}

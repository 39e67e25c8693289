package io.honeypods.ssh.command;

import com.google.re2j.Pattern;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Which commands of a running {@code sed} are for the line at hand. */
final class SedRanges {
  /** Up to which line a range is open; the largest number where a pattern ends it. */
  private final IdentityHashMap<SedCommand, Long> open = new IdentityHashMap<>();

  private final IdentityHashMap<SedCommand, Boolean> over = new IdentityHashMap<>();
  private @Nullable Pattern last;

  /** The pattern given, or the one that was matched last. */
  @Nullable Pattern used(@Nullable Pattern pattern) {
    last = pattern == null ? last : pattern;
    return last;
  }

  boolean holds(SedCommand command, SedLines lines, String space) {
    SedAddress from = command.from();
    if (from == null) {
      return !command.negated();
    }
    boolean in =
        command.to() == null
            ? matches(from, lines, space)
            : inRange(command, from, command.to(), lines, space);
    return in != command.negated();
  }

  /** Whether the line is the last of the command's range. */
  boolean isLast(SedCommand command) {
    return over.getOrDefault(command, true);
  }

  private boolean matches(SedAddress address, SedLines lines, String space) {
    return switch (address.kind()) {
      case LINE -> lines.number() == address.line();
      case LAST -> lines.isLast();
      case STEP ->
          address.step() <= 0
              ? lines.number() == address.line()
              : lines.number() >= address.line()
                  && (lines.number() - address.line()) % address.step() == 0;
      case MORE, MULTIPLE -> false;
      case PATTERN, LAST_PATTERN -> {
        Pattern pattern = used(address.pattern());
        yield pattern != null && pattern.matcher(space).find();
      }
    };
  }

  private boolean inRange(
      SedCommand command, SedAddress from, SedAddress to, SedLines lines, String space) {
    long number = lines.number();
    Long until = open.get(command);
    boolean zero =
        from.kind() == SedAddress.Kind.LINE && from.line() == 0 && !over.containsKey(command);
    if (until == null && zero) {
      until = Long.MAX_VALUE;
    }
    if (until == null) {
      if (!matches(from, lines, space)) {
        return false;
      }
      until = end(to, number, lines);
      boolean one = until <= number;
      over.put(command, one);
      if (!one) {
        open.put(command, until);
      }
      return true;
    }
    boolean ends =
        to.isPattern()
            ? matches(to, lines, space)
            : to.kind() == SedAddress.Kind.LAST ? lines.isLast() : number >= until;
    over.put(command, ends);
    if (ends) {
      open.remove(command);
    } else {
      open.put(command, until);
    }
    return to.isPattern() || number <= until;
  }

  private static long end(SedAddress to, long number, SedLines lines) {
    return switch (to.kind()) {
      case LINE -> to.line();
      case LAST -> lines.isLast() ? number : Long.MAX_VALUE;
      case MORE -> number + to.step();
      case MULTIPLE, STEP ->
          to.step() <= 0 ? number : (number + to.step() - 1) / to.step() * to.step();
      case PATTERN, LAST_PATTERN -> Long.MAX_VALUE;
    };
  }
}

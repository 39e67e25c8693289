package io.honeypods.ssh.command;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.honeypods.ssh.host.Killed;
import io.honeypods.ssh.host.Task;
import org.jspecify.annotations.Nullable;

/**
 * POSIX expressions as {@code grep} and {@code sed} take them, matched in time that grows with the
 * text alone; so there is no going back to groups.
 */
final class Regex {
  private static final int MAX_LENGTH = 2000;
  private static final int MAX_REPETITIONS = 60;
  private static final long MAX_COST = 50_000_000;

  private Regex() {}

  /** The pattern; null where there is none such. */
  static @Nullable Pattern of(String text, boolean extended, boolean blind) {
    try {
      return isTooBig(text) ? null : compile(new PosixRegex(text, extended).translate(), blind);
    } catch (PatternSyntaxException | PosixRegex.Wrong _) {
      return null; // the caller says so
    }
  }

  /** Ends a task that would match for longer than its turn may last. */
  static Pattern affordable(Task task, Pattern pattern, String text) {
    if ((long) text.length() * pattern.pattern().length() > MAX_COST) {
      throw new Killed(Killed.KILL);
    }
    return pattern;
  }

  private static boolean isTooBig(String text) {
    return text.length() > MAX_LENGTH
        || text.chars().filter(c -> "*+?{".indexOf(c) >= 0).count() > MAX_REPETITIONS;
  }

  /** A pattern of a text that stands for itself. */
  static Pattern literal(String text, boolean blind) {
    return compile(Pattern.quote(text), blind);
  }

  static Pattern compile(String expression, boolean blind) {
    return Pattern.compile(expression, Pattern.DOTALL | (blind ? Pattern.CASE_INSENSITIVE : 0));
  }

  /** What is wrong with a text that is no pattern, as the C library words it. */
  static String problem(String text, boolean extended) {
    try {
      new PosixRegex(text, extended).translate();
      return isTooBig(text) ? "Regular expression too big" : "Invalid regular expression";
    } catch (PosixRegex.Wrong wrong) {
      return wrong.text();
    }
  }
}

package io.honeypods.ssh.command;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code grep} looks for. */
final class GrepPatterns {
  private static final int MOST = 500;

  private final Task task;
  private final boolean words;
  private final List<Pattern> patterns;

  private GrepPatterns(Task task, boolean words, List<Pattern> patterns) {
    this.task = task;
    this.words = words;
    this.patterns = patterns;
  }

  /** A match: where it begins and ends. */
  record Span(int from, int to) {}

  /** The patterns of expressions, a line each; null, with an error said, where one is none. */
  static @Nullable GrepPatterns of(Task task, Options options, List<String> expressions) {
    var patterns = new ArrayList<Pattern>();
    for (String expression : expressions) {
      for (String each : expression.split("\n", -1)) {
        Pattern pattern = patterns.size() < MOST ? pattern(task, options, each) : null;
        if (pattern == null) {
          return null;
        }
        patterns.add(pattern);
      }
    }
    return new GrepPatterns(task, options.has('w'), patterns);
  }

  private static @Nullable Pattern pattern(Task task, Options options, String text) {
    boolean blind = options.has('i') || options.has('y');
    boolean whole = options.has('x');
    if (options.has('F') || task.name().equals("fgrep")) {
      return whole ? whole(Pattern.quote(text), blind) : Regex.literal(text, blind);
    }
    if (options.has('P')) {
      return perl(task, text, blind);
    }
    boolean extended = options.has('E') || task.name().equals("egrep");
    if (extended && text.startsWith("*")) {
      task.err("grep: warning: * at start of expression\n");
    }
    Pattern pattern = Regex.of(text, extended, blind);
    if (pattern == null) {
      task.fail(2, text.equals("[") ? "Invalid regular expression" : Regex.problem(text, extended));
      return null;
    }
    return whole ? whole(pattern.pattern(), blind) : pattern;
  }

  private static Pattern whole(String expression, boolean blind) {
    return Regex.compile("^(?:" + expression + ")$", blind);
  }

  private static @Nullable Pattern perl(Task task, String text, boolean blind) {
    if (text.indexOf('{') != text.lastIndexOf('{')) {
      task.fail(2, "regular expression is too large");
      return null;
    }
    try {
      return Regex.compile(text.substring(0, Math.min(2000, text.length())), blind);
    } catch (PatternSyntaxException _) {
      task.fail(2, "unrecognized character follows \\");
      return null;
    }
  }

  /** The first match at or behind a place; null for none. */
  @Nullable Span find(String text, int from) {
    task.work(text.length() * patterns.size() * 4);
    Span first = null;
    for (Pattern pattern : patterns) {
      Span found = find(Regex.affordable(task, pattern, text).matcher(text), text, from);
      boolean better =
          found != null
              && (first == null
                  || found.from < first.from
                  || (found.from == first.from && found.to > first.to));
      first = better ? found : first;
    }
    return first;
  }

  private @Nullable Span find(Matcher matcher, String text, int from) {
    int at = from;
    while (at <= text.length() && matcher.find(at)) {
      if (!words || (!isWord(text, matcher.start() - 1) && !isWord(text, matcher.end()))) {
        return new Span(matcher.start(), matcher.end());
      }
      at = matcher.start() + 1;
    }
    return null;
  }

  private static boolean isWord(String text, int at) {
    return at >= 0
        && at < text.length()
        && (text.charAt(at) == '_'
            || (text.charAt(at) < 128 && Character.isLetterOrDigit(text.charAt(at))));
  }
}

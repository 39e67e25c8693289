package io.honeypods.ssh.command;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.honeypods.ssh.host.Debian;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The expressions that a running {@code awk} matches, each made once. */
final class AwkPatterns {
  private static final int MOST = 200;

  private final Task task;
  private final Map<String, Pattern> known = new LinkedHashMap<>();

  AwkPatterns(Task task) {
    this.task = task;
  }

  Matcher matcher(String expression, String text) {
    task.work(16 + text.length() / 4 + (known.containsKey(expression) ? 0 : expression.length()));
    Pattern pattern = known.get(expression);
    if (pattern == null) {
      boolean counts = task.machine().host().debian() != Debian.BOOKWORM;
      pattern = Regex.of(counts ? expression : uncounted(expression), true, false);
      if (pattern == null) {
        throw new AwkFault(task)
            .syntax(
                1,
                "regular expression compile failed (" + problem(expression) + ")\n" + expression);
      }
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(expression, pattern);
    }
    return Regex.affordable(task, pattern, text).matcher(text);
  }

  /** Braces stand for themselves in mawk before 1.3.4-20200717. */
  private static String uncounted(String expression) {
    return expression
        .replace("\\{", "{")
        .replace("\\}", "}")
        .replace("{", "[{]")
        .replace("}", "[}]");
  }

  private static String problem(String expression) {
    return expression.contains("(")
        ? "missing ')'"
        : expression.contains("[") ? "missing ']'" : "missing operand";
  }

  /** The parts of a text between separators, as {@code FS} has them. */
  List<String> split(String text, String separator) {
    var parts = new ArrayList<String>();
    if (text.isEmpty()) {
      return parts;
    }
    if (separator.equals(" ")) {
      for (String part : text.split("[ \t\n]+", -1)) {
        if (!part.isEmpty()) {
          parts.add(part);
        }
      }
      return parts;
    }
    if (separator.isEmpty()) {
      text.chars().forEach(c -> parts.add(String.valueOf((char) c)));
      return parts;
    }
    boolean plain = separator.length() == 1 && !separator.equals("\\");
    Matcher matcher =
        matcher(plain ? "[" + (separator.equals("^") ? "\\^" : separator) + "]" : separator, text);
    int from = 0;
    while (matcher.find()) {
      if (matcher.end() > matcher.start()) {
        parts.add(text.substring(from, matcher.start()));
        from = matcher.end();
      }
    }
    parts.add(text.substring(from));
    return parts;
  }
}

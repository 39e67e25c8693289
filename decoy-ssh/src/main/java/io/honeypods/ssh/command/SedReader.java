package io.honeypods.ssh.command;

import com.google.re2j.Pattern;
import io.honeypods.ssh.host.Exit;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a script. */
final class SedReader {
  private final Task task;
  private final Options options;
  private final String text;
  private int at;

  SedReader(Task task, Options options, String text) {
    this.task = task;
    this.options = options;
    this.text = text;
  }

  List<SedCommand> read() {
    var script = new ArrayList<SedCommand>();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t' || c == '\n' || c == ';' || c == '}') {
        at++;
      } else if (c == '#') {
        end();
      } else {
        script.add(command());
      }
    }
    return script;
  }

  private SedCommand command() {
    SedAddress from = address();
    SedAddress to = null;
    if (from != null && at < text.length() && text.charAt(at) == ',') {
      at++;
      to = address();
    }
    skip();
    boolean negated = at < text.length() && text.charAt(at) == '!';
    at += negated ? 1 : 0;
    skip();
    if (at >= text.length()) {
      throw error("missing command");
    }
    char name = text.charAt(at++);
    return switch (name) {
      case 's' -> {
        char delimiter = next();
        String regex = until(delimiter);
        String replacement = until(delimiter);
        String flags = flags();
        yield new SedCommand(
            from,
            to,
            negated,
            's',
            replacement,
            pattern(regex, flags.contains("i") || flags.contains("I")),
            flags);
      }
      case 'y' -> {
        char delimiter = next();
        String first = until(delimiter);
        yield new SedCommand(from, to, negated, 'y', first, null, until(delimiter));
      }
      case 'i', 'a', 'c' ->
          new SedCommand(from, to, negated, name, end().replaceFirst("^\\\\?\\s*", ""), null, "");
      case 'd', 'p', 'q', '=', 'n', '{', 'D', 'N', 'h', 'H', 'g', 'G', 'x', 'P' ->
          new SedCommand(from, to, negated, name, "", null, "");
      default -> throw error("unknown command: `" + name + "'");
    };
  }

  private @Nullable SedAddress address() {
    skip();
    int start = at;
    while (at < text.length() && Character.isDigit(text.charAt(at)) && at - start < 9) {
      at++;
    }
    if (at > start) {
      return new SedAddress(Integer.parseInt(text.substring(start, at)), null);
    }
    if (at < text.length() && text.charAt(at) == '$') {
      at++;
      return new SedAddress(-1, null);
    }
    if (at < text.length() && (text.charAt(at) == '/' || text.charAt(at) == '\\')) {
      at += text.charAt(at) == '\\' ? 1 : 0;
      char delimiter = next();
      Pattern pattern = pattern(until(delimiter), at < text.length() && text.charAt(at) == 'I');
      at += at < text.length() && text.charAt(at) == 'I' ? 1 : 0;
      return new SedAddress(0, pattern);
    }
    return null;
  }

  private Pattern pattern(String regex, boolean blind) {
    Pattern pattern = Regex.of(regex, options.has('E') || options.has('r'), blind);
    if (pattern == null) {
      throw error("Invalid preceding regular expression");
    }
    return pattern;
  }

  private char next() {
    if (at >= text.length()) {
      throw error("unterminated `s' command");
    }
    return text.charAt(at++);
  }

  private String until(char delimiter) {
    var part = new StringBuilder();
    while (at < text.length() && text.charAt(at) != delimiter) {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        char escaped = text.charAt(at++);
        part.append(escaped == delimiter ? "" : "\\").append(escaped);
      } else {
        part.append(c);
      }
    }
    if (at >= text.length()) {
      throw error("unterminated `s' command");
    }
    at++;
    return part.toString();
  }

  private String flags() {
    int start = at;
    while (at < text.length() && " ;\n}".indexOf(text.charAt(at)) < 0) {
      if ("gpiIe0123456789wmM".indexOf(text.charAt(at)) < 0) {
        throw error("unknown option to `s'");
      }
      at++;
    }
    return text.substring(start, at);
  }

  private String end() {
    int end = text.indexOf('\n', at);
    String rest = text.substring(at, end < 0 ? text.length() : end);
    at = end < 0 ? text.length() : end + 1;
    return rest;
  }

  private void skip() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private Exit error(String problem) {
    task.err("sed: -e expression #1, char " + at + ": " + problem + "\n");
    return new Exit(1);
  }
}

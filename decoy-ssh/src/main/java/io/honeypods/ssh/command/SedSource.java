package io.honeypods.ssh.command;

import com.google.re2j.Pattern;
import io.honeypods.ssh.host.Exit;
import io.honeypods.ssh.host.Task;
import org.jspecify.annotations.Nullable;

/** The text of a script of {@code sed}, read from left to right. */
final class SedSource {
  private static final char END = '\uffff';

  private final Task task;
  private final boolean extended;
  private final String text;
  private int at;

  SedSource(Task task, boolean extended, String text) {
    this.task = task;
    this.extended = extended;
    this.text = text;
  }

  char peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  char next() {
    char c = peek();
    at++;
    return c;
  }

  boolean take(char c) {
    boolean there = peek() == c;
    at += there ? 1 : 0;
    return there;
  }

  boolean isAtEnd() {
    return at >= text.length();
  }

  void blanks() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  /** A number; -1 where none begins here. */
  long number() {
    int start = at;
    while (peek() >= '0' && peek() <= '9' && at - start < 9) {
      at++;
    }
    return at == start ? -1 : Long.parseLong(text.substring(start, at));
  }

  /** The rest of the line, which is passed. */
  String line() {
    int end = text.indexOf('\n', Math.min(at, text.length()));
    String rest = text.substring(Math.min(at, text.length()), end < 0 ? text.length() : end);
    at = end < 0 ? text.length() : end + 1;
    return rest;
  }

  /** A label or a name that ends with the command. */
  String word() {
    blanks();
    int start = at;
    while (!isAtEnd() && peek() != '\n' && peek() != ';' && peek() != '}') {
      at++;
    }
    return text.substring(start, Math.min(at, text.length())).strip();
  }

  /** A label behind a colon, which a semicolon ends too. */
  String label() {
    blanks();
    int start = at;
    while (!isAtEnd() && " \t\n;".indexOf(peek()) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  /**
   * What {@code a}, {@code i} and {@code c} add: to the end of the last line without a backslash.
   */
  String added() {
    blanks();
    if (take('\\')) {
      blanks();
      take('\n');
    }
    if (isAtEnd()) {
      throw error("expected \\ after `a', `c' or `i'");
    }
    var out = new StringBuilder();
    while (!isAtEnd() && peek() != '\n') {
      char c = next();
      out.append(c == '\\' && !isAtEnd() ? next() : c);
    }
    at++;
    return out.toString();
  }

  /** What stands up to a delimiter, which is passed; the delimiter itself behind a backslash. */
  String until(char delimiter, String command) {
    var part = new StringBuilder();
    while (!isAtEnd() && peek() != delimiter) {
      char c = next();
      if (c == '\\' && !isAtEnd()) {
        char escaped = next();
        boolean tab = escaped == 't' && delimiter != 't';
        part.append(escaped == delimiter || tab ? "" : "\\").append(tab ? '\t' : escaped);
      } else {
        part.append(c);
      }
    }
    if (isAtEnd()) {
      throw error(
          command.isEmpty()
              ? "unterminated address regex"
              : "unterminated `" + command + "' command");
    }
    at++;
    return part.toString();
  }

  /** A pattern; null for the empty one, which stands for the last. */
  @Nullable Pattern pattern(String regex, boolean blind) {
    if (regex.isEmpty()) {
      return null;
    }
    Pattern pattern = Regex.of(regex, extended, blind);
    if (pattern == null) {
      throw error(Regex.problem(regex, extended));
    }
    return pattern;
  }

  Exit error(String problem) {
    task.err("sed: -e expression #1, char " + Math.min(at, text.length()) + ": " + problem + "\n");
    return new Exit(1);
  }
}

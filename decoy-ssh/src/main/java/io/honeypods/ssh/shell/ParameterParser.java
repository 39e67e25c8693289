package io.honeypods.ssh.shell;

import io.honeypods.ssh.shell.Word.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code ${…}}. */
final class ParameterParser {
  private static final List<String> OPERATORS =
      List.of(
          ":-", ":=", ":+", ":?", "##", "%%", "//", "/#", "/%", "^^", ",,", "-", "=", "+", "?", "#",
          "%", "/", "^", ",", ":", "@", "*");
  private static final String PATTERNS = "#%/^,";

  private final Source source;
  private final int depth;
  private final boolean quoted;

  ParameterParser(Source source, int depth, boolean quoted) {
    this.source = source;
    this.depth = depth;
    this.quoted = quoted;
  }

  /** The name behind a dollar sign; empty where there is none. */
  static String name(Source source) {
    char c = source.peek();
    if ("?$#!@*-0123456789".indexOf(c) >= 0) {
      return String.valueOf(source.next());
    }
    var name = new StringBuilder();
    while (Source.isName(source.peek()) && (Source.isNameStart(source.peek()) || !name.isEmpty())) {
      name.append(source.next());
    }
    return name.toString();
  }

  /** What stands behind <code>${</code>, up to and with its end. */
  Parameter braced() {
    int start = source.position();
    boolean length = source.peek() == '#' && source.peek(1) != '}' && source.take("#");
    boolean indirect =
        !length && source.peek() == '!' && Source.isNameStart(source.peek(1)) && source.take("!");
    String name = source.peek() >= '0' && source.peek() <= '9' ? digits() : name(source);
    Word index = index();
    String operator = length ? "length" : indirect ? "indirect" : "";
    Word operand = null;
    if (source.peek() != '}') {
      String found = operator();
      if (found == null || name.isEmpty() || (length && !found.equals("@"))) {
        return bad(start);
      }
      if (indirect && "*@".contains(found) && source.peek() == '}') {
        operator = "names";
      } else {
        operator = found;
        operand = operand(found);
      }
    }
    if (source.isAtEnd()) {
      throw SyntaxException.incomplete(
          "unexpected EOF while looking for matching `}'", source.line());
    }
    source.next();
    if (name.isEmpty()) {
      return new Parameter(source.from(start - 2), null, "bad", null, quoted);
    }
    boolean keys =
        indirect && index != null && List.of("@", "*").contains(String.valueOf(index.bare()));
    return new Parameter(name, index, keys ? "keys" : operator, operand, quoted);
  }

  private String digits() {
    var digits = new StringBuilder();
    while (source.peek() >= '0' && source.peek() <= '9') {
      digits.append(source.next());
    }
    return digits.toString();
  }

  private @Nullable Word index() {
    if (source.peek() != '[') {
      return null;
    }
    source.next();
    Word index = new WordParser(source, depth + 1).until(c -> c == ']');
    source.next();
    return index;
  }

  private @Nullable String operator() {
    for (String each : OPERATORS) {
      if (source.take(each)) {
        return each;
      }
    }
    return null;
  }

  private Word operand(String operator) {
    if (!quoted || PATTERNS.indexOf(operator.charAt(0)) >= 0) {
      return new WordParser(source, depth + 1).until(c -> c == '}');
    }
    var parts = new ArrayList<Word.Part>();
    new WordParser(source, depth + 1).quoted(parts, "}");
    return new Word(parts);
  }

  /** What is wrong shows only when the command is run. */
  private Parameter bad(int start) {
    while (!source.isAtEnd() && source.raw() != '}' && source.raw() != '\n') {
      source.nextRaw();
    }
    if (source.isAtEnd()) {
      throw SyntaxException.incomplete(
          "unexpected EOF while looking for matching `}'", source.line());
    }
    source.nextRaw();
    return new Parameter("${" + source.from(start), null, "bad", null, quoted);
  }
}

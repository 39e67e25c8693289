package io.honeypods.ssh.shell;

import io.honeypods.ssh.shell.Word.Part;
import io.honeypods.ssh.shell.Word.Substitution;
import io.honeypods.ssh.shell.Word.Sum;
import io.honeypods.ssh.shell.Word.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Reads words: their quotes, and what in them stands for something else. */
final class WordParser {
  private static final int MAX_DEPTH = 40;
  private static final String IN_DOUBLE = "\"\\$`";

  private final Source source;
  private final int depth;

  WordParser(Source source, int depth) {
    this.source = source;
    this.depth = depth;
    requireDepth(source, depth);
  }

  /** Refuses what lies in too many others. */
  static void requireDepth(Source source, int depth) {
    if (depth > MAX_DEPTH) {
      throw SyntaxException.at("expression nesting level exceeded", source.line());
    }
  }

  /** The word that begins here. */
  Word word() {
    return until(c -> Source.isMeta((char) c));
  }

  /** A word up to a character outside of quotes, which is left. */
  Word until(IntPredicate end) {
    var parts = new ArrayList<Part>();
    var text = new StringBuilder();
    while (!source.isAtEnd() && (source.startsProcess() || !end.test(source.peek()))) {
      if (source.startsProcess()) {
        flush(text, parts);
        parts.add(process());
        continue;
      }
      char c = source.peek();
      if ("\\'\"$`".indexOf(c) < 0) {
        text.append(source.next());
        continue;
      }
      flush(text, parts);
      special(parts);
    }
    flush(text, parts);
    return new Word(parts);
  }

  private void special(List<Part> parts) {
    switch (source.next()) {
      case '\\' -> {
        char quoted = source.nextRaw();
        parts.add(new Text(quoted == Source.END ? "\\" : String.valueOf(quoted), true));
      }
      case '\'' -> parts.add(new Text(single(), true));
      case '"' -> parts.addAll(twofold());
      case '`' -> parts.add(new Substitution(backquoted(false), false));
      default -> dollar(parts, false);
    }
  }

  private Part process() {
    boolean reads = source.next() == '<';
    source.next();
    return new Word.Beside(new Parser(source, depth + 1).untilParenthesis(), reads);
  }

  private static void flush(StringBuilder text, List<Part> parts) {
    if (!text.isEmpty()) {
      parts.add(new Text(text.toString(), false));
      text.setLength(0);
    }
  }

  private String single() {
    var text = new StringBuilder();
    while (source.raw() != '\'') {
      requireMore("'");
      text.append(source.nextRaw());
    }
    source.nextRaw();
    return text.toString();
  }

  private List<Part> twofold() {
    var parts = new ArrayList<Part>();
    parts.add(new Text("", true));
    quoted(parts, "\"");
    source.nextRaw();
    return parts;
  }

  /** What stands between double quotes, up to a character that is left; or to the end. */
  void quoted(List<Part> parts, String end) {
    var text = new StringBuilder();
    while (end.isEmpty() ? !source.isAtEnd() : source.raw() != end.charAt(0)) {
      requireMore(end);
      char c = source.nextRaw();
      if (c == '\\') {
        char next = source.nextRaw();
        boolean escapes = IN_DOUBLE.indexOf(next) >= 0 && !(end.isEmpty() && next == '"');
        if (next != '\n') {
          text.append(escapes ? "" : "\\").append(next == Source.END ? "" : next);
        }
      } else if (c == '$' || c == '`') {
        parts.add(new Text(text.toString(), true));
        text.setLength(0);
        if (c == '`') {
          parts.add(new Substitution(backquoted(true), true));
        } else {
          dollar(parts, true);
        }
      } else {
        text.append(c);
      }
    }
    parts.add(new Text(text.toString(), true));
  }

  private void requireMore(String quote) {
    if (source.isAtEnd()) {
      throw SyntaxException.incomplete(
          "unexpected EOF while looking for matching `" + quote + "'", source.line());
    }
  }

  private Node backquoted(boolean quoted) {
    var text = new StringBuilder();
    while (source.raw() != '`') {
      requireMore("`");
      char c = source.nextRaw();
      if (c == '\\' && ("$`\\".indexOf(source.raw()) >= 0 || (quoted && source.raw() == '"'))) {
        c = source.nextRaw();
      }
      text.append(c);
    }
    source.nextRaw();
    return new Parser(source.inner(text.toString()), depth + 1).all();
  }

  private void dollar(List<Part> parts, boolean quoted) {
    char c = source.peek();
    if (source.starts("((") && arithmetic(parts, quoted)) {
      return;
    }
    if (c == '(') {
      source.next();
      parts.add(new Substitution(new Parser(source, depth + 1).untilParenthesis(), quoted));
    } else if (c == '{') {
      source.next();
      parts.add(new ParameterParser(source, depth, quoted).braced());
    } else if (c == '[') {
      source.next();
      Word expression = new WordParser(source, depth + 1).until(end -> end == ']');
      requireMore("]");
      source.next();
      parts.add(new Sum(expression, quoted));
    } else if (c == '\'' && !quoted) {
      source.next();
      parts.add(new Text(ansi(), true));
    } else if (c == '"' && !quoted) {
      source.next();
      parts.addAll(twofold());
    } else {
      String name = ParameterParser.name(source);
      parts.add(
          name.isEmpty()
              ? new Text("$", quoted)
              : new Word.Parameter(name, null, "", null, quoted));
    }
  }

  private boolean arithmetic(List<Part> parts, boolean quoted) {
    int start = source.position();
    source.skip(2);
    String inside = Parentheses.balanced(source);
    if (inside == null) {
      source.back(start);
      return false;
    }
    var pieces = new ArrayList<Part>();
    new WordParser(source.inner(inside), depth + 1).quoted(pieces, "");
    parts.add(new Sum(new Word(pieces), quoted));
    return true;
  }

  private String ansi() {
    var text = new StringBuilder();
    while (source.raw() != '\'') {
      requireMore("'");
      char c = source.nextRaw();
      text.append(c);
      if (c == '\\' && !source.isAtEnd()) {
        text.append(source.nextRaw());
      }
    }
    source.nextRaw();
    return Escapes.ansi(text.toString());
  }
}

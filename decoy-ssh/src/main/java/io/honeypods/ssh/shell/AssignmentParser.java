package io.honeypods.ssh.shell;

import io.honeypods.ssh.shell.Node.Assignment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code name=value}. */
final class AssignmentParser {
  private final Parser parser;
  private final Source source;

  AssignmentParser(Parser parser) {
    this.parser = parser;
    this.source = parser.source;
  }

  /** The assignment that begins here; null where there is none, and nothing is read then. */
  @Nullable Assignment assignment() {
    int start = source.position();
    var name = new StringBuilder();
    while (Source.isName(source.peek()) && (Source.isNameStart(source.peek()) || !name.isEmpty())) {
      name.append(source.next());
    }
    Word index = name.isEmpty() ? null : index();
    boolean adds = source.peek() == '+' && source.peek(1) == '=';
    if (name.isEmpty() || (source.peek() != '=' && !adds)) {
      source.back(start);
      return null;
    }
    source.skip(adds ? 2 : 1);
    List<Word> elements = source.peek() == '(' && !source.isPosix() ? elements() : null;
    Word value = elements == null ? new WordParser(source, parser.depth).word() : Word.of("");
    return new Assignment(name.toString(), index, adds, value, elements);
  }

  private @Nullable Word index() {
    if (source.peek() != '[') {
      return null;
    }
    source.next();
    Word index = new WordParser(source, parser.depth + 1).until(c -> c == ']' || c == '\n');
    source.take("]");
    return index;
  }

  private List<Word> elements() {
    source.next();
    var elements = new ArrayList<Word>();
    parser.skipLines();
    while (source.peek() != ')') {
      if (source.isAtEnd()) {
        throw SyntaxException.incomplete(
            "unexpected EOF while looking for matching `)'", source.line());
      }
      if (Source.isMeta(source.peek())) {
        throw parser.unexpected();
      }
      elements.add(new WordParser(source, parser.depth).word());
      parser.skipLines();
    }
    source.next();
    return elements;
  }
}

package io.honeypods.ssh.shell;

import io.honeypods.ssh.shell.Node.Redirection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code 2>file} and its like. */
final class RedirectionParser {
  private static final List<String> OPERATORS =
      List.of("&>>", "<<<", "<<-", "&>", "<<", "<&", "<>", ">>", ">&", ">|", "<", ">");

  private final Parser parser;
  private final Source source;

  RedirectionParser(Parser parser) {
    this.parser = parser;
    this.source = parser.source;
  }

  /** The redirection that begins here; null where there is none, and nothing is read then. */
  @Nullable Redirection redirection() {
    if (source.startsProcess()) {
      return null;
    }
    int start = source.position();
    var digits = new StringBuilder();
    while (source.peek() >= '0' && source.peek() <= '9' && digits.length() < 3) {
      digits.append(source.next());
    }
    String operator = operator();
    if (operator == null || (digits.isEmpty() ? false : operator.startsWith("&"))) {
      source.back(start);
      return null;
    }
    int fallback = operator.startsWith("<") ? 0 : 1;
    int descriptor = digits.isEmpty() ? fallback : Integer.parseInt(digits.toString());
    source.skipBlanks();
    if (Source.isMeta(source.peek()) && !source.startsProcess()) {
      throw parser.unexpected();
    }
    if (operator.equals("<<") || operator.equals("<<-")) {
      return parser.documents.expect(descriptor, operator);
    }
    return new Redirection(descriptor, operator, new WordParser(source, parser.depth).word(), null);
  }

  private @Nullable String operator() {
    for (String each : OPERATORS) {
      if (source.take(each)) {
        return each;
      }
    }
    return null;
  }
}

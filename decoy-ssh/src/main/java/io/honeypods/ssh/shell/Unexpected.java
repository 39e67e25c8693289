package io.honeypods.ssh.shell;

import java.util.List;

/** Says what stands where it must not. */
final class Unexpected {
  private static final List<String> LONG = List.of(";;", "&&", "||", "<<", ">>");

  private Unexpected() {}

  static SyntaxException at(Source source, String expecting) {
    int line = source.line();
    if (source.isAtEnd()) {
      return SyntaxException.incomplete(
          "syntax error: unexpected end of file", source.isPosix() ? line : line + 1, expecting);
    }
    return SyntaxException.at(
        "syntax error near unexpected token `" + token(source) + "'", line, expecting);
  }

  private static String token(Source source) {
    char c = source.peek();
    if (c == '\n') {
      return "newline";
    }
    if (!Source.isMeta(c)) {
      int start = source.position();
      while (!Source.isMeta(source.peek())) {
        source.nextRaw();
      }
      return source.from(start);
    }
    return LONG.stream().filter(source::starts).findFirst().orElse(String.valueOf(c));
  }
}

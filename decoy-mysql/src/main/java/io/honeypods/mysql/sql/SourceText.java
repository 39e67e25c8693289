package io.honeypods.mysql.sql;

import java.util.List;

/** The text that a statement's tokens were cut out of. */
record SourceText(String sql, List<Token> tokens) {

  /** The text from one token up to another, which no longer belongs to it. */
  String between(int first, int end) {
    return end == first ? "" : sql.substring(tokens.get(first).start(), tokens.get(end - 1).end());
  }

  /** The same without comments. */
  String plain(int first, int end) {
    String whole = between(first, end);
    if (!whole.contains("/*") && !whole.contains("--") && !whole.contains("#")) {
      return whole;
    }
    var text = new StringBuilder();
    for (int i = first; i < end; i++) {
      Token token = tokens.get(i);
      if (i > first && tokens.get(i - 1).end() < token.start()) {
        text.append(' ');
      }
      text.append(sql, token.start(), token.end());
    }
    return text.toString();
  }

  /** Whether there is a comment in it. */
  boolean hasComment() {
    int behind = 0;
    for (Token token : tokens) {
      if (!sql.substring(behind, Math.max(behind, token.start())).isBlank()) {
        return true;
      }
      behind = Math.max(behind, token.end());
    }
    return false;
  }

  /** The error that refuses a token. */
  SqlException errorAt(Token token) {
    int start = Math.min(token.start(), sql.length());
    int line = 1 + (int) sql.substring(0, start).chars().filter(c -> c == '\n').count();
    return Errors.syntax(sql.substring(start), line);
  }

  /** A text has a {@code ?} where there is none to take its value from. */
  SqlException errorAtParameter() {
    return errorAt(
        tokens.stream()
            .filter(token -> token.kind() == Token.Kind.PARAMETER)
            .findFirst()
            .orElse(tokens.getFirst()));
  }
}

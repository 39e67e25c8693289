package io.honeypods.mysql.sql;

/** The one place where text becomes statements. */
final class Sql {
  private Sql() {}

  static Cursor cursor(String text, SqlServer server, Settings settings) {
    return new Cursor(
        text,
        Lexer.tokens(
            text,
            server.profile().versionNumber(),
            settings.mode("ANSI_QUOTES"),
            !settings.mode("NO_BACKSLASH_ESCAPES")),
        server.limits().nesting());
  }

  static StatementParser parser(Cursor cursor, Settings settings) {
    return new StatementParser(cursor, settings.mode("PIPES_AS_CONCAT"));
  }

  /** A text that is one statement. */
  static Statement parse(String text, SqlServer server, Settings settings) {
    return parser(cursor(text, server, settings), settings).statement();
  }

  static Expr expression(String text, SqlServer server, Settings settings) {
    return parser(cursor(text, server, settings), settings).expression();
  }
}

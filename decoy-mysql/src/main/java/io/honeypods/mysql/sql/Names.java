package io.honeypods.mysql.sql;

import java.util.Locale;

/** What the columns of a result are called. */
final class Names {
  private static final int LONGEST = 64;

  private Names() {}

  static String of(Query.Item item) {
    if (item.alias() != null) {
      return item.alias();
    }
    if (item.expr() instanceof Expr.Column(_, _, var name)) {
      return name;
    }
    if (item.expr() instanceof Expr.Literal(var value, var kind, _)) {
      if (kind == Token.Kind.STRING && value instanceof Value.Text) {
        return firstString(item.text());
      }
      if (kind == Token.Kind.WORD) {
        return item.text().toUpperCase(Locale.ROOT);
      }
    }
    return item.text();
  }

  /** Strings side by side are named after the first of them. */
  private static String firstString(String text) {
    for (Token token : Lexer.tokens(text, 80_000, false, true)) {
      if (token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.NATIONAL_STRING) {
        return token.text().stripLeading();
      }
    }
    return text;
  }

  /** Names of tables' columns are no longer than this. */
  static boolean isTooLong(String name) {
    return name.length() > LONGEST;
  }
}

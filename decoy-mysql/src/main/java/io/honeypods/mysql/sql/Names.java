package io.honeypods.mysql.sql;

import java.util.Locale;

/** What the columns of a result are called. */
final class Names {
  private static final int LONGEST = 64;
  private static final int MOST = 256;

  private Names() {}

  static String of(Query.Item item, Node node) {
    boolean named =
        item.alias() == null
            && node instanceof Node.ColumnOf(_, _, _, var field)
            && field.looks() != null
            && field.looks().named();
    return named && node instanceof Node.ColumnOf(_, _, _, var field)
        ? field.originalName()
        : of(item);
  }

  private static String of(Query.Item item) {
    if (item.alias() != null) {
      return isCut(item.alias()) ? item.alias().substring(0, MOST) : item.alias();
    }
    if (item.expr() instanceof Expr.Column(_, _, var name)) {
      return name;
    }
    if (item.expr() instanceof Expr.Call(_, var function, var arguments)
        && function.equalsIgnoreCase("name_const")
        && arguments.getFirst() instanceof Expr.Literal(var value, _, _)) {
      return Coercion.text(value);
    }
    if (item.expr() instanceof Expr.Literal(var value, var kind, _)) {
      boolean quoted = kind == Token.Kind.STRING || kind == Token.Kind.NATIONAL_STRING;
      if (quoted && value instanceof Value.Text) {
        return shown(firstString(item.text()));
      }
      if (kind == Token.Kind.WORD) {
        return item.text().toUpperCase(Locale.ROOT);
      }
    }
    String text = item.text();
    while (item.expr() instanceof Expr.Literal && text.startsWith("+")) {
      text = text.substring(1).stripLeading();
    }
    return shown(text);
  }

  /** Names are kept in a character set of three bytes at most, and end before a NUL. */
  private static String shown(String name) {
    int end = name.indexOf('\0');
    String kept = end < 0 ? name : name.substring(0, end);
    boolean plain = kept.codePointCount(0, kept.length()) == kept.length();
    String known = plain ? kept : kept.replaceAll("[\\x{10000}-\\x{10ffff}]", "?");
    return known.length() < MOST ? known : known.substring(0, MOST - 1);
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

  /** Whether a name is longer than those of results. */
  static boolean isCut(String name) {
    return name.length() > MOST;
  }

  /** Names of tables' columns are no longer than this. */
  static boolean isTooLong(String name) {
    return name.length() > LONGEST;
  }
}

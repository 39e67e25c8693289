package io.honeypods.mysql.sql;

/** An account as a statement names it. */
record UserName(String name, String host) {
  private static final int LONGEST_NAME = 32;
  private static final int LONGEST_HOST = 255;

  /** {@code 'bob'@'%'}. */
  String quoted() {
    return "'" + name + "'@'" + host + "'";
  }

  /** {@code `bob`@`%`}. */
  String ticked() {
    return "`" + name.replace("`", "``") + "`@`" + host.replace("`", "``") + "`";
  }

  /** {@code name@host}, either part in quotes or not, or CURRENT_USER. */
  static UserName read(Cursor cursor, Session session) {
    if (cursor.accept("CURRENT_USER")) {
      if (cursor.acceptSign("(")) {
        cursor.expectSign(")");
      }
      var account = session.client().account();
      return new UserName(account.name(), account.host());
    }
    Token token = cursor.peek();
    String name =
        switch (token.kind()) {
          case STRING -> cursor.string();
          case WORD, QUOTED_NAME -> cursor.name();
          default -> throw cursor.error();
        };
    String host = "%";
    if (cursor.peek().kind() == Token.Kind.USER_VARIABLE) {
      host = cursor.next().text();
      if (host.isEmpty() && cursor.peek().kind() == Token.Kind.STRING) {
        host = cursor.string();
      }
    }
    if (name.length() > LONGEST_NAME) {
      throw tooLong(name, "user name", LONGEST_NAME);
    }
    if (host.length() > LONGEST_HOST) {
      throw tooLong(host, "host name", LONGEST_HOST);
    }
    return new UserName(name, host.toLowerCase(java.util.Locale.ROOT));
  }

  private static SqlException tooLong(String text, String what, int longest) {
    return new SqlException(
        1470,
        "HY000",
        "String '"
            + text.substring(0, Math.min(70, text.length()))
            + "' is too long for "
            + what
            + " (should be no longer than "
            + longest
            + ")");
  }
}

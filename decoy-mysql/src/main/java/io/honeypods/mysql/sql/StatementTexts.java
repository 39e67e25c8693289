package io.honeypods.mysql.sql;

/** Where statements begin and end in a text. */
final class StatementTexts {
  private StatementTexts() {}

  /** Spaces around a text and semicolons behind it are no part of it. */
  static String trim(String sql) {
    int start = 0;
    int end = sql.length();
    while (end > 0 && (Letters.isSpace(sql.charAt(end - 1)) || sql.charAt(end - 1) == ';')) {
      end--;
    }
    while (start < end && Letters.isSpace(sql.charAt(start))) {
      start++;
    }
    return sql.substring(start, end);
  }

  static void refuseSecond(Cursor cursor, boolean multiple) {
    if (!multiple && cursor.isSign(";") && cursor.peek(1).kind() != Token.Kind.END) {
      throw cursor.errorAt(cursor.peek(1));
    }
  }

  static boolean atTextEnd(Cursor cursor) {
    return cursor.peek().kind() == Token.Kind.END
        || (cursor.isSign(";") && cursor.peek(1).kind() == Token.Kind.END);
  }

  static String upToEnd(Cursor cursor) {
    int start = cursor.position();
    while (!cursor.atEnd()) {
      cursor.next();
    }
    return cursor.plainFrom(start);
  }

  static boolean isEngineWord(String text) {
    return text.regionMatches(true, 0, "SELECT", 0, 6)
        || text.regionMatches(true, 0, "INSERT", 0, 6)
        || text.regionMatches(true, 0, "UPDATE", 0, 6)
        || text.regionMatches(true, 0, "DELETE", 0, 6);
  }
}

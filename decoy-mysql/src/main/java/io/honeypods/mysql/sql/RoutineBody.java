package io.honeypods.mysql.sql;

/** Finds the end of a stored routine's body without looking into it. */
final class RoutineBody {
  private RoutineBody() {}

  /** DETERMINISTIC, COMMENT '…' and the like; whether there was one. */
  static boolean characteristic(Cursor in) {
    if (in.accept("DETERMINISTIC")
        || in.accept("NOT", "DETERMINISTIC")
        || in.accept("CONTAINS", "SQL")
        || in.accept("NO", "SQL")
        || in.accept("LANGUAGE", "SQL")) {
      return true;
    }
    if (in.accept("READS", "SQL") || in.accept("MODIFIES", "SQL")) {
      in.expect("DATA");
      return true;
    }
    if (in.accept("SQL", "SECURITY")) {
      in.next();
      return true;
    }
    if (in.accept("COMMENT")) {
      in.string();
      return true;
    }
    return false;
  }

  /** One statement, or BEGIN … END with all that is inside. */
  static void skip(Cursor in) {
    if (in.atEnd()) {
      throw in.error();
    }
    if (!in.isWord("BEGIN") && !in.peek(1).isSign(":")) {
      while (!in.atEnd()) {
        in.next();
      }
      return;
    }
    int open = 0;
    do {
      Token token = in.peek();
      if (token.kind() == Token.Kind.END) {
        throw in.error();
      }
      if (token.is("BEGIN") || token.is("CASE")) {
        open++;
      } else if (token.is("END")) {
        Token after = in.peek(1);
        boolean inner =
            after.is("IF") || after.is("LOOP") || after.is("WHILE") || after.is("REPEAT");
        if (!inner) {
          open--;
        }
        if (inner || after.is("CASE")) {
          in.next();
        }
      }
      in.next();
    } while (open > 0);
    if (!in.atEnd()) {
      in.name();
    }
  }
}

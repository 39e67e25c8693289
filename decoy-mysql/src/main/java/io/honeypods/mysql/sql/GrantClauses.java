package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what GRANT and REVOKE are about: privileges, and what they are on. */
final class GrantClauses {
  private GrantClauses() {}

  /** Whether it names a thing that privileges are on, and not roles. */
  static boolean hasOn(Cursor cursor) {
    for (int i = 0; cursor.peek(i).kind() != Token.Kind.END; i++) {
      if (cursor.peek(i).is("ON")) {
        return true;
      }
      if (cursor.peek(i).is("TO") || cursor.peek(i).is("FROM")) {
        return false;
      }
    }
    return true;
  }

  /** The privileges, each with its columns where it is not for all. */
  static Map<String, Set<String>> privileges(Cursor cursor) {
    var found = new TreeMap<String, Set<String>>();
    do {
      Token first = cursor.peek();
      var words = new ArrayList<String>();
      while (cursor.peek().kind() == Token.Kind.WORD && !cursor.isWord("ON")) {
        words.add(cursor.next().text().toUpperCase(Locale.ROOT));
      }
      String name = String.join(" ", words);
      if (name.equals("ALL PRIVILEGES")) {
        name = "ALL";
      }
      boolean known =
          Set.of("ALL", "USAGE", "GRANT OPTION").contains(name)
              || Privileges.GLOBAL.contains(name)
              || Privileges.DYNAMIC.contains(name);
      if (words.isEmpty() || (!known && words.size() > 1)) {
        throw cursor.errorAt(words.isEmpty() ? cursor.peek() : first);
      }
      if (!known) {
        throw new SqlException(
            1149,
            "42000",
            "You have an error in your SQL syntax; check the manual that corresponds to your MySQL"
                + " server version for the right syntax to use");
      }
      Set<String> columns = new TreeSet<>();
      if (cursor.isSign("(")) {
        columns.addAll(cursor.names());
      }
      found.merge(name, columns, (one, other) -> one);
    } while (cursor.acceptSign(","));
    return found;
  }

  static Target target(Session session, Cursor cursor) {
    cursor.expect("ON");
    boolean routine = cursor.isWord("FUNCTION") || cursor.isWord("PROCEDURE");
    if (routine || cursor.isWord("TABLE")) {
      cursor.next();
    }
    if (cursor.acceptSign("*")) {
      if (!cursor.acceptSign(".")) {
        return new Target(current(session), null, routine);
      }
      cursor.expectSign("*");
      return new Target(null, null, routine);
    }
    String first = cursor.name();
    if (!cursor.acceptSign(".")) {
      return new Target(current(session), first, routine);
    }
    return cursor.acceptSign("*")
        ? new Target(first, null, routine)
        : new Target(first, cursor.nameAfterDot(), routine);
  }

  private static String current(Session session) {
    String schema = session.schema();
    if (schema == null) {
      throw Errors.noSchema();
    }
    return schema;
  }

  /** What privileges are on: everything, a schema, or a table or routine. */
  record Target(@Nullable String schema, @Nullable String table, boolean routine) {}
}

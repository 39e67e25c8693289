package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;

/** What statements about users have in common: whom they name, and why they fail. */
final class UserChecks {
  private final UserStore users;

  UserChecks(UserStore users) {
    this.users = users;
  }

  static List<UserName> names(Session session, Cursor cursor) {
    var names = new ArrayList<UserName>();
    do {
      names.add(UserName.read(cursor, session));
    } while (cursor.acceptSign(","));
    cursor.expectEnd();
    return names;
  }

  static boolean ifExists(Cursor cursor) {
    return cursor.accept("IF", "EXISTS");
  }

  static boolean ifNotExists(Cursor cursor) {
    if (!cursor.accept("IF", "NOT")) {
      return false;
    }
    cursor.expect("EXISTS");
    return true;
  }

  static List<UserName> subjects(UserClauses clauses) {
    return clauses.subjects().stream().map(UserClauses.Subject::user).toList();
  }

  boolean exists(UserName user) {
    return users.get(user.name(), user.host()) != null;
  }

  /** Refuses a statement as a whole, where not all accounts are there, or none of them. */
  void refuse(String statement, List<UserName> names, boolean wanted) {
    refuse(
        statement,
        names.stream().filter(user -> exists(user) != wanted).map(UserName::quoted).toList());
  }

  static void refuse(String statement, List<String> failed) {
    if (!failed.isEmpty()) {
      throw new SqlException(
          1396, "HY000", "Operation " + statement + " failed for " + String.join(",", failed));
    }
  }

  static void note(Session session, int code, String text) {
    session.warnings().add(new Warning(Warning.Level.NOTE, code, text));
  }
}

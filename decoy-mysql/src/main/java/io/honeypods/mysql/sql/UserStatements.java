package io.honeypods.mysql.sql;

import io.honeypods.mysql.account.Account;
import io.honeypods.mysql.account.AuthPlugin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** CREATE, ALTER, DROP and RENAME USER, roles and SET PASSWORD. */
final class UserStatements {

  private final SqlServer server;
  private final UserStore users;
  private final Grants grants;
  private final UserChecks checks;
  private final UserChanges changes;

  UserStatements(SqlServer server, UserStore users, Grants grants) {
    this.server = server;
    this.users = users;
    this.grants = grants;
    this.checks = new UserChecks(users);
    this.changes = new UserChanges(server, users, grants);
  }

  StatementResult create(Session session, Cursor cursor) {
    boolean ifNotExists = UserChecks.ifNotExists(cursor);
    UserClauses clauses = UserClauses.read(cursor, session);
    grants.requireAny(session, "CREATE USER");
    if (!ifNotExists) {
      checks.refuse("CREATE USER", UserChecks.subjects(clauses), false);
    }
    for (UserClauses.Subject subject : clauses.subjects()) {
      UserName user = subject.user();
      if (users.get(user.name(), user.host()) == null) {
        String secret = UserChanges.secret(subject, changes.plugin(subject, null));
        users.put(
            new Account(
                user.name(),
                user.host(),
                changes.plugin(subject, null),
                secret,
                false,
                Boolean.TRUE.equals(clauses.locked())),
            UserChanges.details(UserDetails.plain(now()), clauses));
      } else {
        UserChecks.note(session, 3163, "Authorization ID " + user.quoted() + " already exists.");
      }
    }
    return StatementResult.Ok.NONE;
  }

  StatementResult drop(Session session, Cursor cursor, String statement) {
    boolean ifExists = UserChecks.ifExists(cursor);
    List<UserName> names = UserChecks.names(session, cursor);
    grants.requireAny(
        session, statement.equals("DROP ROLE") ? "DROP ROLE" : "CREATE USER", "CREATE USER");
    if (!ifExists) {
      checks.refuse(statement, names, true);
    }
    for (UserName user : names) {
      if (!users.remove(user.name(), user.host())) {
        UserChecks.note(session, 3162, "Authorization ID " + user.quoted() + " does not exist.");
      }
    }
    return StatementResult.Ok.NONE;
  }

  StatementResult createRole(Session session, Cursor cursor) {
    boolean ifNotExists = UserChecks.ifNotExists(cursor);
    List<UserName> names = UserChecks.names(session, cursor);
    grants.requireAny(session, "CREATE ROLE", "CREATE USER");
    if (!ifNotExists) {
      checks.refuse("CREATE ROLE", names, false);
    }
    for (UserName role : names) {
      if (users.get(role.name(), role.host()) == null) {
        users.put(
            new Account(
                role.name(), role.host(), AuthPlugin.CACHING_SHA2_PASSWORD, "", false, true),
            new UserDetails("NONE", "", "", "", true, now()));
      } else {
        UserChecks.note(session, 3163, "Authorization ID " + role.quoted() + " already exists.");
      }
    }
    return StatementResult.Ok.NONE;
  }

  StatementResult rename(Session session, Cursor cursor) {
    var from = new ArrayList<UserName>();
    var to = new ArrayList<UserName>();
    do {
      from.add(UserName.read(cursor, session));
      cursor.expect("TO");
      to.add(UserName.read(cursor, session));
    } while (cursor.acceptSign(","));
    cursor.expectEnd();
    grants.requireAny(session, "CREATE USER");
    var failed = new ArrayList<String>();
    for (int i = 0; i < from.size(); i++) {
      if (!checks.exists(from.get(i)) || checks.exists(to.get(i))) {
        failed.add(from.get(i).quoted());
      }
    }
    UserChecks.refuse("RENAME USER", failed);
    for (int i = 0; i < from.size(); i++) {
      Account account = users.get(from.get(i).name(), from.get(i).host());
      if (account != null) {
        users.rename(account, to.get(i).name(), to.get(i).host());
      }
    }
    return StatementResult.Ok.NONE;
  }

  private Instant now() {
    return server.clock().instant();
  }

  /** What follows ALTER USER. */
  StatementResult alter(Session session, Cursor cursor) {
    return changes.alter(session, cursor);
  }

  /** What follows SET PASSWORD. */
  StatementResult setPassword(Session session, Cursor cursor) {
    return changes.setPassword(session, cursor);
  }
}

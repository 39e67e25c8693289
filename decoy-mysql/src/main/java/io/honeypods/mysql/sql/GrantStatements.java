package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** GRANT and REVOKE. */
final class GrantStatements {
  private final UserStore users;
  private final Grants grants;
  private final GrantChecks checks;

  GrantStatements(UserStore users, Grants grants, SystemDirectory directory) {
    this.users = users;
    this.grants = grants;
    this.checks = new GrantChecks(grants, directory);
  }

  /** What follows GRANT. */
  StatementResult grant(Session session, Cursor cursor) {
    if (!GrantClauses.hasOn(cursor)) {
      return roles(session, cursor, true);
    }
    if (cursor.accept("PROXY")) {
      return proxy(session, cursor, "TO");
    }
    Map<String, Set<String>> wanted = GrantClauses.privileges(cursor);
    GrantClauses.Target target = GrantClauses.target(session, cursor);
    cursor.expect("TO");
    List<UserName> to = names(session, cursor);
    boolean option = false;
    if (cursor.accept("WITH")) {
      cursor.expect("GRANT");
      cursor.expect("OPTION");
      option = true;
    }
    cursor.expectEnd();
    checks.check(session, wanted, target);
    for (UserName user : to) {
      if (users.get(user.name(), user.host()) == null) {
        throw new SqlException(1410, "42000", "You are not allowed to create a user with GRANT");
      }
    }
    for (UserName user : to) {
      GrantChange.change(users.of(user.name(), user.host()), wanted, target, option, true);
    }
    users.touch();
    return StatementResult.Ok.NONE;
  }

  /** What follows REVOKE. */
  StatementResult revoke(Session session, Cursor cursor) {
    boolean ifExists = cursor.accept("IF", "EXISTS");
    if (cursor.isWord("ALL") && !GrantClauses.hasOn(cursor)) {
      return revokeAll(session, cursor);
    }
    if (!GrantClauses.hasOn(cursor)) {
      return roles(session, cursor, false);
    }
    if (cursor.accept("PROXY")) {
      return proxy(session, cursor, "FROM");
    }
    Map<String, Set<String>> wanted = GrantClauses.privileges(cursor);
    GrantClauses.Target target = GrantClauses.target(session, cursor);
    cursor.expect("FROM");
    List<UserName> from = names(session, cursor);
    cursor.expectEnd();
    checks.check(session, wanted, target);
    for (UserName user : from) {
      PrivilegeSet held = users.of(user.name(), user.host());
      boolean known = users.get(user.name(), user.host()) != null;
      if (!known || (target.schema() != null && scopeOf(held, target) == null)) {
        if (!ifExists) {
          throw noGrant(user);
        }
      } else {
        GrantChange.change(held, wanted, target, wanted.containsKey("GRANT OPTION"), false);
      }
    }
    users.touch();
    return StatementResult.Ok.NONE;
  }

  private StatementResult revokeAll(Session session, Cursor cursor) {
    cursor.expect("ALL");
    cursor.accept("PRIVILEGES");
    cursor.expectSign(",");
    cursor.expect("GRANT");
    cursor.expect("OPTION");
    cursor.expect("FROM");
    List<UserName> from = names(session, cursor);
    cursor.expectEnd();
    grants.requireAny(session, "CREATE USER");
    for (UserName user : from) {
      if (users.get(user.name(), user.host()) == null) {
        throw new SqlException(
            1269, "HY000", "Can't revoke all privileges for one or more of the requested users");
      }
      users.of(user.name(), user.host()).clear();
    }
    users.touch();
    return StatementResult.Ok.NONE;
  }

  private StatementResult roles(Session session, Cursor cursor, boolean granted) {
    List<UserName> roles = names(session, cursor);
    cursor.expect(granted ? "TO" : "FROM");
    List<UserName> to = names(session, cursor);
    if (cursor.accept("WITH")) {
      cursor.expect("ADMIN");
      cursor.expect("OPTION");
    }
    cursor.expectEnd();
    grants.requireAny(session, "SUPER", "ROLE_ADMIN");
    for (UserName name : both(roles, to)) {
      if (users.get(name.name(), name.host()) == null) {
        throw new SqlException(3523, "HY000", "Unknown authorization ID " + name.ticked());
      }
    }
    for (UserName user : to) {
      Set<String> held = users.of(user.name(), user.host()).roles();
      for (UserName role : roles) {
        if (granted) {
          held.add(role.ticked());
        } else {
          held.remove(role.ticked());
        }
      }
    }
    return StatementResult.Ok.NONE;
  }

  private static List<UserName> both(List<UserName> some, List<UserName> others) {
    var all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  private StatementResult proxy(Session session, Cursor cursor, String word) {
    cursor.expect("ON");
    UserName.read(cursor, session);
    cursor.expect(word);
    for (UserName user : names(session, cursor)) {
      if (users.get(user.name(), user.host()) == null) {
        throw word.equals("TO")
            ? new SqlException(1410, "42000", "You are not allowed to create a user with GRANT")
            : noGrant(user);
      }
    }
    return StatementResult.Ok.NONE;
  }

  private static PrivilegeSet.@Nullable Scope scopeOf(
      PrivilegeSet held, GrantClauses.Target target) {
    String schema = target.schema();
    if (schema == null) {
      return held.global();
    }
    return target.table() == null
        ? held.schemas().get(schema)
        : held.tables().get(schema + "." + target.table());
  }

  private static List<UserName> names(Session session, Cursor cursor) {
    var names = new ArrayList<UserName>();
    do {
      names.add(UserName.read(cursor, session));
    } while (cursor.acceptSign(","));
    return names;
  }

  static SqlException noGrant(UserName user) {
    return new SqlException(
        1141,
        "42000",
        "There is no such grant defined for user '"
            + user.name()
            + "' on host '"
            + user.host()
            + "'");
  }
}

package io.honeypods.mysql.sql;

import io.honeypods.mysql.account.Account;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What somebody may grant. */
final class GrantChecks {
  private final Grants grants;
  private final SystemDirectory directory;

  GrantChecks(Grants grants, SystemDirectory directory) {
    this.grants = grants;
    this.directory = directory;
  }

  void check(Session session, Map<String, Set<String>> wanted, GrantClauses.Target target) {
    if (wanted.containsKey("SUPER")) {
      session
          .warnings()
          .add(
              new Warning(
                  Warning.Level.WARNING, 1287, "The SUPER privilege identifier is deprecated"));
    }
    PrivilegeSet own = grants.held(session);
    String schema = target.schema();
    if (!own.global().grantOption()) {
      Account account = session.client().account();
      if (schema != null) {
        throw new SqlException(
            1044,
            "42000",
            "Access denied for user " + account.quoted() + " to database '" + schema + "'");
      }
      throw new SqlException(
          1045,
          "28000",
          "Access denied for user "
              + account.quoted()
              + " (using password: "
              + (account.authenticationString().isEmpty() ? "NO" : "YES")
              + ")");
    }
    if (schema == null) {
      return;
    }
    List<String> allowed = target.table() == null ? Privileges.OF_SCHEMAS : Privileges.OF_TABLES;
    for (String name : wanted.keySet()) {
      boolean fits =
          Set.of("ALL", "USAGE", "GRANT OPTION").contains(name)
              || allowed.contains(name)
              || target.routine();
      if (!fits) {
        throw target.table() == null
            ? new SqlException(1221, "HY000", "Incorrect usage of DB GRANT and GLOBAL PRIVILEGES")
            : new SqlException(
                1144,
                "42000",
                "Illegal GRANT/REVOKE command; please consult the manual to see which privileges"
                    + " can be used");
      }
    }
    checkTable(session, wanted, target);
  }

  private void checkTable(
      Session session, Map<String, Set<String>> wanted, GrantClauses.Target target) {
    String table = target.table();
    if (table == null || target.routine() || wanted.containsKey("CREATE")) {
      return;
    }
    TableInfo info = directory.table(session, new Statement.Name(target.schema(), table));
    for (Set<String> columns : wanted.values()) {
      for (String column : columns) {
        if (info.column(column) == null) {
          throw Errors.unknownColumn(column, table);
        }
      }
    }
  }
}

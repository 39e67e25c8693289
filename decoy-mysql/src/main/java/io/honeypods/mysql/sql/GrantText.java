package io.honeypods.mysql.sql;

import io.honeypods.mysql.account.Account;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Accounts and what they may do, as the statements that would make them. */
final class GrantText {
  private final UserStore users;

  GrantText(UserStore users) {
    this.users = users;
  }

  /** The lines of SHOW GRANTS. */
  List<String> grants(UserName user) {
    PrivilegeSet held = users.of(user.name(), user.host());
    String to = " TO " + user.ticked();
    var lines = new ArrayList<String>();
    String names = ordered(held.global().privileges(), Privileges.GLOBAL);
    lines.add(
        "GRANT " + (names.isEmpty() ? "USAGE" : names) + " ON *.*" + to + option(held.global()));
    if (!held.dynamic().isEmpty()) {
      lines.add(
          "GRANT "
              + String.join(",", new TreeSet<>(held.dynamic()))
              + " ON *.*"
              + to
              + option(held.global()));
    }
    held.schemas()
        .forEach(
            (schema, scope) ->
                lines.add(
                    "GRANT "
                        + list(scope, Privileges.OF_SCHEMAS)
                        + " ON "
                        + tick(schema)
                        + ".*"
                        + to
                        + option(scope)));
    held.tables()
        .forEach(
            (table, scope) -> {
              int dot = table.indexOf('.');
              lines.add(
                  "GRANT "
                      + list(scope, Privileges.OF_TABLES)
                      + " ON "
                      + tick(table.substring(0, dot))
                      + "."
                      + tick(table.substring(dot + 1))
                      + to
                      + option(scope));
            });
    if (!held.roles().isEmpty()) {
      lines.add("GRANT " + String.join(",", held.roles()) + to);
    }
    if (user.equals(new UserName("root", "localhost"))) {
      lines.add("GRANT PROXY ON ``@``" + to + " WITH GRANT OPTION");
    }
    return lines;
  }

  /** The line of SHOW CREATE USER. */
  String create(Account account) {
    UserDetails known = users.details(account.name(), account.host());
    String secret = account.authenticationString();
    return "CREATE USER "
        + new UserName(account.name(), account.host()).ticked()
        + " IDENTIFIED WITH '"
        + account.plugin().id()
        + "'"
        + (secret.isEmpty() ? "" : " AS '" + secret.replace("'", "\\'") + "'")
        + " REQUIRE "
        + known.require()
        + (known.limits().isEmpty() ? "" : " WITH " + known.limits())
        + " PASSWORD EXPIRE"
        + (known.expiry().isEmpty() ? "" : " " + known.expiry())
        + (account.locked() ? " ACCOUNT LOCK" : " ACCOUNT UNLOCK")
        + " PASSWORD HISTORY DEFAULT PASSWORD REUSE INTERVAL DEFAULT PASSWORD REQUIRE CURRENT"
        + " DEFAULT"
        + (known.attribute().isEmpty() ? "" : " ATTRIBUTE '" + known.attribute() + "'");
  }

  private static String option(PrivilegeSet.Scope scope) {
    return scope.grantOption() ? " WITH GRANT OPTION" : "";
  }

  private static String list(PrivilegeSet.Scope scope, List<String> all) {
    if (scope.privileges().containsAll(all)) {
      return "ALL PRIVILEGES";
    }
    var parts = new ArrayList<String>();
    for (String name : all) {
      if (scope.privileges().contains(name)) {
        parts.add(name);
      } else if (scope.columns().containsKey(name)) {
        parts.add(name + " (" + columns(scope.columns(), name) + ")");
      }
    }
    return parts.isEmpty() ? "USAGE" : String.join(", ", parts);
  }

  private static String columns(Map<String, Set<String>> columns, String privilege) {
    Collection<String> names = columns.getOrDefault(privilege, Set.of());
    return String.join(", ", names.stream().map(GrantText::tick).toList());
  }

  private static String ordered(Set<String> held, List<String> order) {
    return String.join(", ", order.stream().filter(held::contains).toList());
  }

  private static String tick(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}

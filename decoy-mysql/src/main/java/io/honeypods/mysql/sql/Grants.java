package io.honeypods.mysql.sql;

import io.honeypods.mysql.account.Account;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Checks what accounts may do. */
final class Grants implements Rights {
  private static final Set<String> OPEN = Set.of("information_schema", "performance_schema");

  private final UserStore users;

  Grants(UserStore users) {
    this.users = users;
  }

  @Override
  public void require(Session session, String privilege, String schema, String table) {
    String name = privilege.toUpperCase(Locale.ROOT);
    boolean open =
        OPEN.contains(schema.toLowerCase(Locale.ROOT)) && (name.equals("SELECT") || name.isEmpty());
    if (open || may(session, name, schema, table)) {
      return;
    }
    Client client = session.client();
    if (table.isEmpty()) {
      throw new SqlException(
          1044,
          "42000",
          "Access denied for user " + client.account().quoted() + " to database '" + schema + "'");
    }
    throw new SqlException(
        1142,
        "42000",
        name
            + " command denied to user '"
            + client.account().name()
            + "'@'"
            + client.ip()
            + "' for table '"
            + table
            + "'");
  }

  /** Whether an account has a privilege on a table, or on a schema where {@code table} is empty. */
  boolean may(Session session, String privilege, String schema, String table) {
    PrivilegeSet held = held(session);
    if (held.global().privileges().contains(privilege)) {
      return true;
    }
    for (Map.Entry<String, PrivilegeSet.Scope> scope : held.schemas().entrySet()) {
      if (matches(scope.getKey(), schema) && scope.getValue().privileges().contains(privilege)) {
        return true;
      }
    }
    PrivilegeSet.Scope scope = held.tables().get(schema + "." + table);
    return scope != null
        && (scope.privileges().contains(privilege) || scope.columns().containsKey(privilege));
  }

  @Override
  public boolean sees(Session session, String schema) {
    PrivilegeSet held = held(session);
    return OPEN.contains(schema.toLowerCase(Locale.ROOT))
        || !held.global().privileges().isEmpty()
        || held.schemas().keySet().stream().anyMatch(pattern -> matches(pattern, schema))
        || held.tables().keySet().stream().anyMatch(table -> table.startsWith(schema + "."));
  }

  /** Whether it has one of these global privileges. */
  boolean hasAny(Session session, String... names) {
    PrivilegeSet held = held(session);
    for (String name : names) {
      if (held.global().privileges().contains(name) || held.dynamic().contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** Refuses with 1227 what needs one of these global privileges. */
  void requireAny(Session session, String... names) {
    if (!hasAny(session, names)) {
      throw new SqlException(
          1227,
          "42000",
          "Access denied; you need (at least one of) the "
              + String.join(" or ", names)
              + " privilege(s) for this operation");
    }
  }

  PrivilegeSet held(Session session) {
    Account account = session.client().account();
    return users.of(account.name(), account.host());
  }

  /** Whether a schema's name fits one of a grant, which may have wildcards. */
  static boolean matches(String pattern, String schema) {
    return pattern.equals(schema) || LikePattern.of(pattern, false).fits(schema);
  }
}

package io.honeypods.mysql.sql;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Gives privileges to an account, or takes them. */
final class GrantChange {
  private GrantChange() {}

  static void change(
      PrivilegeSet held,
      Map<String, Set<String>> wanted,
      GrantClauses.Target target,
      boolean option,
      boolean granted) {
    String schema = target.schema();
    String table = target.table();
    PrivilegeSet.Scope scope =
        schema == null
            ? held.global()
            : table == null
                ? UserStore.scope(held.schemas(), schema)
                : UserStore.scope(held.tables(), schema + "." + table);
    List<String> all =
        schema == null
            ? Privileges.GLOBAL
            : table == null ? Privileges.OF_SCHEMAS : Privileges.OF_TABLES;
    wanted.forEach((name, columns) -> change(held, scope, name, columns, all, granted));
    if (option) {
      scope.grantOption(granted);
    }
    held.schemas().values().removeIf(PrivilegeSet.Scope::isEmpty);
    held.tables().values().removeIf(PrivilegeSet.Scope::isEmpty);
  }

  static void change(
      PrivilegeSet held,
      PrivilegeSet.Scope scope,
      String name,
      Set<String> columns,
      List<String> all,
      boolean granted) {
    if (name.equals("USAGE") || name.equals("GRANT OPTION")) {
      return;
    }
    boolean global = scope == held.global();
    Set<String> names = name.equals("ALL") ? Set.copyOf(all) : Set.of(name);
    if (Privileges.DYNAMIC.contains(name)) {
      toggle(held.dynamic(), names, granted);
    } else if (!columns.isEmpty()) {
      toggle(scope.columns().computeIfAbsent(name, key -> new TreeSet<>()), columns, granted);
      scope.columns().values().removeIf(Set::isEmpty);
    } else {
      toggle(scope.privileges(), names, granted);
      if (global && name.equals("ALL")) {
        toggle(held.dynamic(), Privileges.DYNAMIC, granted);
        scope.grantOption(granted && scope.grantOption());
      }
    }
  }

  private static void toggle(Set<String> held, Set<String> names, boolean granted) {
    if (granted) {
      held.addAll(names);
    } else {
      held.removeAll(names);
    }
  }
}

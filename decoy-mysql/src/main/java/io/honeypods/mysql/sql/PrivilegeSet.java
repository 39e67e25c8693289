package io.honeypods.mysql.sql;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one account may do. Guarded by the server's lock. */
final class PrivilegeSet {
  private final Scope global = new Scope();
  private final Set<String> dynamic = new TreeSet<>();
  private final Map<String, Scope> schemas = new TreeMap<>();
  private final Map<String, Scope> tables = new TreeMap<>();
  private final Set<String> roles = new TreeSet<>();

  /** All there is, as root has it. */
  static PrivilegeSet full(boolean grantOption) {
    var all = new PrivilegeSet();
    all.global.privileges.addAll(Privileges.GLOBAL);
    all.global.grantOption = grantOption;
    all.dynamic.addAll(Privileges.DYNAMIC);
    return all;
  }

  Scope global() {
    return global;
  }

  Set<String> dynamic() {
    return dynamic;
  }

  /** By the name of the schema, which may be a pattern. */
  Map<String, Scope> schemas() {
    return schemas;
  }

  /** By {@code schema.table}. */
  Map<String, Scope> tables() {
    return tables;
  }

  /** Roles that were granted, as {@code `name`@`host`}. */
  Set<String> roles() {
    return roles;
  }

  boolean isEmpty() {
    return global.isEmpty() && dynamic.isEmpty() && schemas.isEmpty() && tables.isEmpty();
  }

  void clear() {
    global.privileges.clear();
    global.grantOption = false;
    dynamic.clear();
    schemas.clear();
    tables.clear();
    roles.clear();
  }

  /** The privileges on one thing. */
  static final class Scope {
    private final Set<String> privileges = new TreeSet<>();
    private final Map<String, Set<String>> columns = new TreeMap<>();
    private boolean grantOption;

    Set<String> privileges() {
      return privileges;
    }

    /** Columns by privilege, where it is not for all of them. */
    Map<String, Set<String>> columns() {
      return columns;
    }

    boolean grantOption() {
      return grantOption;
    }

    void grantOption(boolean granted) {
      grantOption = granted;
    }

    boolean isEmpty() {
      return privileges.isEmpty() && columns.isEmpty() && !grantOption;
    }
  }
}

package io.honeypods.mysql.sql;

import java.util.Map;
import java.util.TreeMap;

/** A database: its tables, views and routines by name. Guarded by the server's lock. */
final class Schema {
  private final String name;
  private Collation collation;
  private final Map<String, Table> tables = new TreeMap<>();
  private final Map<String, View> views = new TreeMap<>();
  private final Map<String, Routine> routines = new TreeMap<>();

  Schema(String name, Collation collation) {
    this.name = name;
    this.collation = collation;
  }

  String name() {
    return name;
  }

  Collation collation() {
    return collation;
  }

  void collate(Collation changed) {
    collation = changed;
  }

  /** Base tables, by name. */
  Map<String, Table> tables() {
    return tables;
  }

  Map<String, View> views() {
    return views;
  }

  /** Routines by {@code KIND name}, the name in lower case. */
  Map<String, Routine> routines() {
    return routines;
  }
}

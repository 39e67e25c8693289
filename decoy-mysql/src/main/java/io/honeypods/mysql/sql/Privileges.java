package io.honeypods.mysql.sql;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The names of all privileges, in the order in which grants list them. */
final class Privileges {
  static final List<String> GLOBAL =
      List.of(
          "SELECT",
          "INSERT",
          "UPDATE",
          "DELETE",
          "CREATE",
          "DROP",
          "RELOAD",
          "SHUTDOWN",
          "PROCESS",
          "FILE",
          "REFERENCES",
          "INDEX",
          "ALTER",
          "SHOW DATABASES",
          "SUPER",
          "CREATE TEMPORARY TABLES",
          "LOCK TABLES",
          "EXECUTE",
          "REPLICATION SLAVE",
          "REPLICATION CLIENT",
          "CREATE VIEW",
          "SHOW VIEW",
          "CREATE ROUTINE",
          "ALTER ROUTINE",
          "CREATE USER",
          "EVENT",
          "TRIGGER",
          "CREATE TABLESPACE",
          "CREATE ROLE",
          "DROP ROLE");

  private static final Set<String> ONLY_GLOBAL =
      Set.of(
          "RELOAD",
          "SHUTDOWN",
          "PROCESS",
          "FILE",
          "SHOW DATABASES",
          "SUPER",
          "REPLICATION SLAVE",
          "REPLICATION CLIENT",
          "CREATE USER",
          "CREATE TABLESPACE",
          "CREATE ROLE",
          "DROP ROLE");
  private static final Set<String> NOT_OF_TABLES =
      Set.of(
          "CREATE TEMPORARY TABLES",
          "LOCK TABLES",
          "EXECUTE",
          "CREATE ROUTINE",
          "ALTER ROUTINE",
          "EVENT");

  static final List<String> OF_SCHEMAS =
      GLOBAL.stream().filter(name -> !ONLY_GLOBAL.contains(name)).toList();
  static final List<String> OF_TABLES =
      OF_SCHEMAS.stream().filter(name -> !NOT_OF_TABLES.contains(name)).toList();

  /** Those with an underscore, which plugins and components may add to. */
  static final Set<String> DYNAMIC =
      Collections.unmodifiableSet(new TreeSet<>(SystemFacts.lines("dynamic-privileges.txt")));

  private Privileges() {}
}

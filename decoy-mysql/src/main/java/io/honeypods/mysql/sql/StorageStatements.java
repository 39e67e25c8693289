package io.honeypods.mysql.sql;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** CREATE, ALTER and DROP of what lies beside schemata: servers, tablespaces, resource groups. */
final class StorageStatements {
  private static final int MAX_NAMES = 1_000;

  private final Map<String, Set<String>> names = new HashMap<>();

  /** Whether what follows CREATE, ALTER or DROP is one of these. */
  static boolean knows(Cursor cursor) {
    return cursor.isWord("TABLESPACE")
        || cursor.isWord("SERVER")
        || cursor.isWord("UNDO")
        || cursor.isWord("RESOURCE");
  }

  StatementResult create(Cursor cursor) {
    return switch (kind(cursor)) {
      case "server" -> server(cursor, cursor.wordOrString());
      case "tablespace" -> tablespace(cursor, cursor.name());
      default -> skipped(cursor);
    };
  }

  StatementResult alter(Cursor cursor) {
    if (!kind(cursor).equals("server")) {
      return skipped(cursor);
    }
    String name = cursor.wordOrString();
    ServerStatements.skip(cursor);
    if (!of("server").contains(name)) {
      throw unknownServer(name);
    }
    return StatementResult.Ok.affected(1);
  }

  StatementResult drop(Cursor cursor) {
    String kind = kind(cursor);
    boolean ifExists = cursor.accept("IF", "EXISTS");
    if (kind.equals("resource")) {
      return skipped(cursor);
    }
    String name = cursor.wordOrString();
    ServerStatements.skip(cursor);
    boolean removed = of(kind).remove(name);
    if (kind.equals("server")) {
      if (!removed && !ifExists) {
        throw unknownServer(name);
      }
      return StatementResult.Ok.affected(1);
    }
    if (!removed) {
      throw new SqlException(3510, "HY000", "Tablespace " + name + " doesn't exist.");
    }
    return StatementResult.Ok.NONE;
  }

  /** SET RESOURCE GROUP, from the name on. */
  static StatementResult resourceGroup(Cursor cursor) {
    String name = cursor.name();
    ServerStatements.skip(cursor);
    if (Set.of("USR_DEFAULT", "SYS_DEFAULT").contains(name.toUpperCase(Locale.ROOT))) {
      return StatementResult.Ok.NONE;
    }
    throw new SqlException(3651, "HY000", "Resource Group '" + name + "' does not exist.");
  }

  private static String kind(Cursor cursor) {
    String kind = Cursor.lower(cursor.next().text());
    if (kind.equals("undo")) {
      cursor.expect("TABLESPACE");
      return "tablespace";
    }
    if (kind.equals("resource")) {
      cursor.expect("GROUP");
    }
    return kind;
  }

  private StatementResult server(Cursor cursor, String name) {
    cursor.expect("FOREIGN");
    cursor.expect("DATA");
    cursor.expect("WRAPPER");
    ServerStatements.skip(cursor);
    if (!put("server", name)) {
      throw new SqlException(
          1476,
          "HY000",
          "The foreign server, " + name + ", you are trying to create already exists.");
    }
    return StatementResult.Ok.affected(1);
  }

  private StatementResult tablespace(Cursor cursor, String name) {
    if (cursor.accept("ADD")) {
      cursor.expect("DATAFILE");
      String file = cursor.string();
      if (!file.endsWith(".ibd") || file.startsWith("/")) {
        throw new SqlException(3121, "HY000", "Incorrect File Name '" + file + "'.");
      }
    }
    ServerStatements.skip(cursor);
    if (!put("tablespace", name)) {
      throw new SqlException(3119, "42000", "Tablespace '" + name + "' exists.");
    }
    return StatementResult.Ok.NONE;
  }

  private static StatementResult skipped(Cursor cursor) {
    ServerStatements.skip(cursor);
    return StatementResult.Ok.NONE;
  }

  private boolean put(String kind, String name) {
    Set<String> known = of(kind);
    return known.size() < MAX_NAMES && known.add(name);
  }

  private Set<String> of(String kind) {
    return names.computeIfAbsent(kind, _ -> new TreeSet<>());
  }

  private static SqlException unknownServer(String name) {
    return new SqlException(
        1477,
        "HY000",
        "The foreign server name you are trying to reference does not exist. Data source error:  "
            + name);
  }
}

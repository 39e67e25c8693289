package io.honeypods.mysql.sql;

import java.util.Locale;
import java.util.Set;

/** FLUSH and RESET. */
final class FlushStatements {
  private static final Set<String> FLUSHED =
      Set.of(
          "HOSTS",
          "LOGS",
          "PRIVILEGES",
          "OPTIMIZER_COSTS",
          "STATUS",
          "USER_RESOURCES",
          "RESOURCES");
  private static final Set<String> LOGS =
      Set.of("BINARY", "ENGINE", "ERROR", "GENERAL", "RELAY", "SLOW");

  private final SqlServer server;
  private final Grants grants;
  private final PrivilegeTables tables;
  private final SystemVariableStore variables;
  private final ReplicationStatements replication;

  FlushStatements(
      SqlServer server,
      Grants grants,
      PrivilegeTables tables,
      SystemVariableStore variables,
      ReplicationStatements replication) {
    this.server = server;
    this.grants = grants;
    this.tables = tables;
    this.variables = variables;
    this.replication = replication;
  }

  /** What follows FLUSH. */
  StatementResult flush(Session session, Cursor cursor) {
    if (!cursor.accept("LOCAL")) {
      cursor.accept("NO_WRITE_TO_BINLOG");
    }
    if (cursor.accept("TABLES") || cursor.accept("TABLE")) {
      grants.requireAny(session, "RELOAD", "FLUSH_TABLES");
      if (!cursor.atEnd() && !cursor.isWord("WITH") && !cursor.isWord("FOR")) {
        ShowObjects.names(cursor);
      }
      if (cursor.accept("WITH")) {
        cursor.expect("READ");
        cursor.expect("LOCK");
      } else if (cursor.accept("FOR")) {
        cursor.expect("EXPORT");
      }
      cursor.expectEnd();
      return StatementResult.Ok.NONE;
    }
    do {
      flushOne(session, cursor);
    } while (cursor.acceptSign(","));
    ShowReplication.channel(cursor);
    cursor.expectEnd();
    return StatementResult.Ok.NONE;
  }

  private void flushOne(Session session, Cursor cursor) {
    String word = cursor.peek().text().toUpperCase(Locale.ROOT);
    if (LOGS.contains(word)) {
      cursor.next();
      cursor.expect("LOGS");
    } else if (FLUSHED.contains(word)) {
      cursor.next();
    } else {
      throw cursor.error();
    }
    grants.requireAny(session, "RELOAD");
    if (word.equals("PRIVILEGES")) {
      tables.load();
    }
    if (word.equals("HOSTS")) {
      ShowReplication.deprecated(
          session, "FLUSH HOSTS", "TRUNCATE TABLE performance_schema.host_cache");
    }
  }

  /** What follows RESET. */
  StatementResult reset(Session session, Cursor cursor) {
    if (cursor.accept("PERSIST")) {
      boolean ifExists = cursor.accept("IF", "EXISTS");
      variables.resetPersisted(cursor.atEnd() ? null : cursor.name(), ifExists);
      cursor.expectEnd();
      return StatementResult.Ok.NONE;
    }
    boolean modern = server.profile().versionNumber() >= 80_400;
    if (cursor.accept("REPLICA") || (!modern && cursor.accept("SLAVE"))) {
      cursor.accept("ALL");
      ShowReplication.channel(cursor);
      replication.forget();
    } else if (modern ? cursor.accept("BINARY") : cursor.accept("MASTER")) {
      if (modern) {
        cursor.expect("LOGS");
        cursor.expect("AND");
        cursor.expect("GTIDS");
      }
      if (cursor.accept("TO")) {
        cursor.integer();
      }
    } else {
      throw cursor.error();
    }
    cursor.expectEnd();
    grants.requireAny(session, "RELOAD");
    return StatementResult.Ok.NONE;
  }
}

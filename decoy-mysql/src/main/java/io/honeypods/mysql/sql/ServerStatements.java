package io.honeypods.mysql.sql;

import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Statements that administer the server as a whole. */
final class ServerStatements {

  private final SqlServer server;
  private final Grants grants;

  ServerStatements(SqlServer server, Grants grants) {
    this.server = server;
    this.grants = grants;
  }

  /** What follows KILL. */
  StatementResult kill(Session session, Cursor cursor) {
    boolean query = cursor.accept("QUERY");
    if (!query) {
      cursor.accept("CONNECTION");
    }
    Token token = cursor.peek();
    long id =
        switch (token.kind()) {
          case INTEGER -> token.text().length() > 18 ? -1 : Long.parseLong(token.text());
          case STRING, USER_VARIABLE -> 0;
          default -> throw cursor.error();
        };
    cursor.next();
    cursor.expectEnd();
    Session victim =
        server.sessions().stream()
            .filter(other -> other.client().connectionId() == id)
            .findFirst()
            .orElse(null);
    if (victim == null) {
      throw new SqlException(1094, "HY000", "Unknown thread id: " + Math.max(id, 0));
    }
    boolean own = victim.client().account().equals(session.client().account());
    if (!own && !grants.hasAny(session, "SUPER", "CONNECTION_ADMIN")) {
      throw new SqlException(1095, "HY000", "You are not owner of thread " + id);
    }
    if (!query) {
      victim.kill();
    }
    if (victim == session) {
      throw new SqlException(1317, "70100", "Query execution was interrupted");
    }
    return StatementResult.Ok.NONE;
  }

  /** What follows PURGE. */
  StatementResult purge(Session session, Cursor cursor) {
    if (!cursor.accept("BINARY")) {
      cursor.expect("MASTER");
    }
    cursor.expect("LOGS");
    grants.requireAny(session, "SUPER", "BINLOG_ADMIN");
    if (cursor.accept("BEFORE")) {
      skip(cursor);
      return StatementResult.Ok.NONE;
    }
    cursor.expect("TO");
    String log = cursor.string();
    cursor.expectEnd();
    if (!log.matches("(\\./)?binlog\\.00000[12]")) {
      throw new SqlException(1373, "HY000", "Target log not found in binlog index");
    }
    return StatementResult.Ok.NONE;
  }

  /** What follows INSTALL or UNINSTALL. */
  StatementResult install(Session session, Cursor cursor, boolean remove) {
    if (cursor.accept("COMPONENT")) {
      String urn = cursor.string();
      skip(cursor);
      throw remove
          ? new SqlException(
              3537,
              "HY000",
              "Component specified by URN '" + urn + "' to unload has not been loaded before.")
          : new SqlException(
              3529, "HY000", "Cannot load component from specified URN: '" + urn + "'.");
    }
    cursor.expect("PLUGIN");
    String name = cursor.wordOrString();
    if (remove) {
      cursor.expectEnd();
      grants.require(session, "DELETE", "mysql", "plugin");
      throw new SqlException(1305, "42000", "PLUGIN " + name + " does not exist");
    }
    cursor.expect("SONAME");
    String library = cursor.string();
    cursor.expectEnd();
    grants.require(session, "INSERT", "mysql", "plugin");
    if (library.contains("/")) {
      throw new SqlException(1124, "HY000", "No paths allowed for shared library");
    }
    String path = "/usr/lib64/mysql/plugin/" + library;
    throw new SqlException(
        1126,
        "HY000",
        "Can't open shared library '"
            + path
            + "' (errno: 11 "
            + path
            + ": cannot open shared object file: No such file or directory)");
  }

  StatementResult shutdown(Session session, Cursor cursor) {
    cursor.expectEnd();
    grants.requireAny(session, "SHUTDOWN");
    server.sessions().forEach(Session::kill);
    return StatementResult.Ok.NONE;
  }

  StatementResult restart(Session session, Cursor cursor) {
    cursor.expectEnd();
    grants.requireAny(session, "SHUTDOWN");
    throw new SqlException(
        3707, "HY000", "Restart server failed (mysqld is not managed by supervisor process).");
  }

  /** What follows BINLOG. */
  StatementResult binlog(Session session, Cursor cursor) {
    String events = cursor.string();
    cursor.expectEnd();
    grants.requireAny(session, "SUPER", "BINLOG_ADMIN", "REPLICATION_APPLIER");
    try {
      if (Base64.getMimeDecoder().decode(events).length < 19) {
        throw new IllegalArgumentException("too short for an event");
      }
    } catch (IllegalArgumentException e) {
      throw events.isEmpty()
          ? new SqlException(
              1149,
              "42000",
              "You have an error in your SQL syntax; check the manual that corresponds to your"
                  + " MySQL server version for the right syntax to use")
          : new SqlException(1575, "HY000", "Decoding of base64 string failed");
    }
    return StatementResult.Ok.NONE;
  }

  /** ALTER INSTANCE, from its action on. */
  StatementResult instance(Session session, Cursor cursor) {
    grants.requireAny(session, "SUPER", "ENCRYPTION_KEY_ADMIN", "CONNECTION_ADMIN");
    if (cursor.isWord("ROTATE")) {
      skip(cursor);
      throw new SqlException(
          3185,
          "HY000",
          "Can't find master key from keyring, please check in the server log if a keyring is"
              + " loaded and initialized successfully.");
    }
    if (!List.of("RELOAD", "ENABLE", "DISABLE")
        .contains(cursor.peek().text().toUpperCase(Locale.ROOT))) {
      throw cursor.error();
    }
    skip(cursor);
    return StatementResult.Ok.NONE;
  }

  /** To the end of a statement whose rest makes no difference. */
  static void skip(Cursor cursor) {
    while (!cursor.atEnd()) {
      if (cursor.peek().kind() == Token.Kind.BAD) {
        throw cursor.error();
      }
      cursor.next();
    }
  }
}

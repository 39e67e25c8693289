package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers the statements of administration, and counts all others as they pass. */
final class SystemDesk implements SystemStatements {
  private final SqlServer server;
  private final ServerStatus status;
  private final PrivilegeTables tables;
  private final ShowStatements show;
  private final UserStatements users;
  private final GrantStatements grants;
  private final ServerStatements admin;
  private final FlushStatements flushing;
  private final MaintenanceStatements maintenance;
  private final ReplicationStatements replication;
  private final StorageStatements storage = new StorageStatements();
  private final XaStatements xa;

  SystemDesk(
      SqlServer server,
      ServerStatus status,
      PrivilegeTables tables,
      ShowStatements show,
      UserStatements users,
      GrantStatements grants,
      ServerStatements admin,
      FlushStatements flushing,
      MaintenanceStatements maintenance,
      ReplicationStatements replication) {
    this.server = server;
    this.status = status;
    this.tables = tables;
    this.show = show;
    this.users = users;
    this.grants = grants;
    this.admin = admin;
    this.flushing = flushing;
    this.maintenance = maintenance;
    this.replication = replication;
    this.xa = new XaStatements(server);
  }

  @Override
  public @Nullable StatementResult run(Session session, String sql) {
    if (sql.length() > 1 << 16) {
      return null;
    }
    tables.write();
    var cursor =
        new Cursor(
            sql,
            Lexer.tokens(sql, server.profile().versionNumber(), false, true),
            server.limits().nesting());
    Token first = cursor.peek();
    if (first.kind() != Token.Kind.WORD) {
      return null;
    }
    status.count(session, first, cursor.peek(1));
    String verb = first.text().toUpperCase(Locale.ROOT);
    cursor.next();
    boolean diagnostic =
        cursor.isWord("WARNINGS") || cursor.isWord("ERRORS") || cursor.isWord("COUNT");
    var before = new ArrayList<Warning>(session.warnings());
    if (!verb.equals("SHOW") || !diagnostic) {
      session.diagnostics().forget();
    }
    StatementResult result = run(session, cursor, verb, sql);
    if (result == null) {
      session.warnings().addAll(before);
    }
    tables.write();
    return result;
  }

  private @Nullable StatementResult run(Session session, Cursor cursor, String verb, String sql) {
    return switch (verb) {
      case "SHOW" -> show.run(session, cursor, sql);
      case "CREATE" -> create(session, cursor);
      case "ALTER" -> alter(session, cursor);
      case "DROP" -> drop(session, cursor);
      case "RENAME" -> cursor.accept("USER") ? users.rename(session, cursor) : null;
      case "GRANT" -> grants.grant(session, cursor);
      case "REVOKE" -> grants.revoke(session, cursor);
      case "SET" -> set(session, cursor);
      case "CHECK", "ANALYZE", "OPTIMIZE", "REPAIR" -> maintenance(session, cursor, verb);
      case "CHECKSUM" -> maintenance.checksum(session, cursor);
      case "CACHE" -> {
        cursor.expect("INDEX");
        yield maintenance.cache(session, cursor, "assign_to_keycache");
      }
      case "LOAD" -> load(session, cursor);
      default -> admin(session, cursor, verb);
    };
  }

  private @Nullable StatementResult admin(Session session, Cursor cursor, String verb) {
    return switch (verb) {
      case "KILL" -> admin.kill(session, cursor);
      case "FLUSH" -> flushing.flush(session, cursor);
      case "RESET" -> flushing.reset(session, cursor);
      case "PURGE" -> admin.purge(session, cursor);
      case "CHANGE" -> replication.change(session, cursor);
      case "START" -> replication.start(session, cursor, false);
      case "STOP" -> {
        StatementResult result = replication.start(session, cursor, true);
        if (result == null) {
          throw cursor.error();
        }
        yield result;
      }
      case "INSTALL" -> admin.install(session, cursor, false);
      case "UNINSTALL" -> admin.install(session, cursor, true);
      case "SHUTDOWN" -> admin.shutdown(session, cursor);
      case "RESTART" -> admin.restart(session, cursor);
      case "BINLOG" -> admin.binlog(session, cursor);
      case "CLONE" -> throw new SqlException(1524, "HY000", "Plugin 'clone' is not loaded");
      case "XA" -> xa.run(session, cursor);
      case "HELP" -> help(cursor);
      case "LOCK", "UNLOCK" -> cursor.accept("INSTANCE") ? accepted(cursor) : null;
      case "IMPORT" ->
          throw new SqlException(
              1290,
              "HY000",
              "The MySQL server is running with the --secure-file-priv='/var/lib/mysql-files/'"
                  + " option so it cannot execute this statement");
      default -> null;
    };
  }

  private @Nullable StatementResult create(Session session, Cursor cursor) {
    if (cursor.accept("USER")) {
      return users.create(session, cursor);
    }
    if (cursor.accept("ROLE")) {
      return users.createRole(session, cursor);
    }
    return StorageStatements.knows(cursor) ? storage.create(cursor) : null;
  }

  private @Nullable StatementResult alter(Session session, Cursor cursor) {
    if (cursor.accept("USER")) {
      return users.alter(session, cursor);
    }
    if (cursor.accept("INSTANCE")) {
      return admin.instance(session, cursor);
    }
    return StorageStatements.knows(cursor) ? storage.alter(cursor) : null;
  }

  private @Nullable StatementResult drop(Session session, Cursor cursor) {
    if (cursor.accept("USER")) {
      return users.drop(session, cursor, "DROP USER");
    }
    if (cursor.accept("ROLE")) {
      return users.drop(session, cursor, "DROP ROLE");
    }
    return StorageStatements.knows(cursor) ? storage.drop(cursor) : null;
  }

  private @Nullable StatementResult set(Session session, Cursor cursor) {
    boolean password =
        cursor.isWord("PASSWORD") && (cursor.peek(1).is("FOR") || cursor.peek(1).isSign("="));
    if (password) {
      cursor.next();
      return users.setPassword(session, cursor);
    }
    if (cursor.isWord("RESOURCE") && cursor.peek(1).is("GROUP")) {
      cursor.next();
      cursor.next();
      return StorageStatements.resourceGroup(cursor);
    }
    boolean role =
        (cursor.isWord("ROLE") || cursor.isWord("DEFAULT") || cursor.isWord("RESOURCE"))
            && !cursor.peek(1).isSign("=")
            && !cursor.peek(1).isSign(":=");
    return role ? accepted(cursor) : null;
  }

  private @Nullable StatementResult maintenance(Session session, Cursor cursor, String verb) {
    boolean table =
        Set.of("TABLE", "TABLES", "LOCAL", "NO_WRITE_TO_BINLOG")
            .contains(cursor.peek().text().toUpperCase(Locale.ROOT));
    if (!table && verb.equals("ANALYZE")) {
      return null;
    }
    return maintenance.run(session, cursor, verb);
  }

  private @Nullable StatementResult load(Session session, Cursor cursor) {
    if (!cursor.accept("INDEX")) {
      return null;
    }
    cursor.expect("INTO");
    cursor.expect("CACHE");
    return maintenance.cache(session, cursor, "preload_keys");
  }

  private static StatementResult accepted(Cursor cursor) {
    ServerStatements.skip(cursor);
    return StatementResult.Ok.NONE;
  }

  /** The help tables are empty, as in images that leave them out. */
  private static StatementResult help(Cursor cursor) {
    cursor.wordOrString();
    cursor.expectEnd();
    return new ShowRows("help topic").result();
  }
}

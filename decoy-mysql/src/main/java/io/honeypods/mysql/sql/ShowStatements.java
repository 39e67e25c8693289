package io.honeypods.mysql.sql;

import io.honeypods.mysql.account.Account;
import java.util.Locale;

/** Tells the SHOW statements apart. */
final class ShowStatements {
  private final SqlServer server;
  private final UserStore users;
  private final Grants grants;
  private final ShowObjects objects;
  private final ShowPrograms programs;
  private final ShowCreate create;
  private final ShowServer state;
  private final ShowReplication replication;

  ShowStatements(
      SqlServer server,
      UserStore users,
      Grants grants,
      SystemDirectory directory,
      ShowServer state) {
    this.server = server;
    this.users = users;
    this.grants = grants;
    this.objects = new ShowObjects(directory, grants);
    this.programs = new ShowPrograms(directory);
    this.create = new ShowCreate(directory, users, grants);
    this.state = state;
    this.replication = new ShowReplication(grants);
  }

  /** What follows SHOW; {@code sql} is the whole statement. */
  StatementResult run(Session session, Cursor cursor, String sql) {
    boolean extended = cursor.accept("EXTENDED");
    boolean full = cursor.accept("FULL");
    if (full || extended) {
      return full(session, cursor, full, sql);
    }
    boolean global = cursor.accept("GLOBAL");
    if (global || cursor.accept("SESSION") || cursor.accept("LOCAL")) {
      boolean variables = cursor.accept("VARIABLES");
      if (!variables) {
        cursor.expect("STATUS");
      }
      return variables
          ? state.variables(session, cursor, global)
          : state.status(session, cursor, global);
    }
    String word = cursor.peek().text().toUpperCase(Locale.ROOT);
    if (cursor.peek().kind() != Token.Kind.WORD) {
      throw cursor.error();
    }
    cursor.next();
    return plain(session, cursor, word, sql);
  }

  private StatementResult full(Session session, Cursor cursor, boolean full, String sql) {
    if (cursor.accept("TABLES")) {
      return objects.tables(session, cursor, full);
    }
    if (cursor.accept("COLUMNS") || cursor.accept("FIELDS")) {
      return objects.columns(session, cursor, full);
    }
    if (!full && (cursor.accept("INDEX") || cursor.accept("INDEXES") || cursor.accept("KEYS"))) {
      return objects.index(session, cursor);
    }
    cursor.expect("PROCESSLIST");
    return state.processes(session, cursor, true, sql);
  }

  private StatementResult plain(Session session, Cursor cursor, String word, String sql) {
    return switch (word) {
      case "DATABASES", "SCHEMAS" -> objects.databases(session, cursor);
      case "TABLES" -> objects.tables(session, cursor, false);
      case "TABLE" -> {
        cursor.expect("STATUS");
        yield objects.tableStatus(session, cursor);
      }
      case "COLUMNS", "FIELDS" -> objects.columns(session, cursor, false);
      case "INDEX", "INDEXES", "KEYS" -> objects.index(session, cursor);
      case "CREATE" -> create.run(session, cursor);
      case "VARIABLES" -> state.variables(session, cursor, false);
      case "STATUS" -> state.status(session, cursor, false);
      case "PROCESSLIST" -> state.processes(session, cursor, false, sql);
      case "TRIGGERS" -> programs.triggers(session, cursor);
      case "EVENTS" -> programs.events(session, cursor);
      case "FUNCTION", "PROCEDURE" -> routines(session, cursor, word);
      case "OPEN" -> {
        cursor.expect("TABLES");
        yield objects.openTables(session, cursor);
      }
      case "GRANTS" -> grants(session, cursor);
      default -> server(session, cursor, word);
    };
  }

  private StatementResult server(Session session, Cursor cursor, String word) {
    return switch (word) {
      case "ENGINES" -> state.engines(cursor);
      case "STORAGE" -> {
        cursor.expect("ENGINES");
        yield state.engines(cursor);
      }
      case "ENGINE" -> state.engine(session, cursor);
      case "PLUGINS" -> state.plugins(cursor);
      case "CHARSET" -> state.charsets(session, cursor);
      case "CHARACTER", "CHAR" -> {
        cursor.expect("SET");
        yield state.charsets(session, cursor);
      }
      case "COLLATION" -> state.collations(session, cursor);
      case "PRIVILEGES" -> state.privileges(cursor);
      case "WARNINGS" -> state.warnings(session, cursor, false);
      case "ERRORS" -> state.warnings(session, cursor, true);
      case "COUNT" -> state.count(session, cursor);
      case "PROFILES" -> profiles(session, cursor);
      case "PROFILE" -> profile(session, cursor);
      default -> replication(session, cursor, word);
    };
  }

  private StatementResult replication(Session session, Cursor cursor, String word) {
    return switch (word) {
      case "MASTER" ->
          cursor.accept("LOGS")
              ? replication.binaryLogs(session, cursor)
              : masterStatus(session, cursor);
      case "BINARY" ->
          cursor.accept("LOGS")
              ? replication.binaryLogs(session, cursor)
              : logStatus(session, cursor);
      case "BINLOG" -> {
        cursor.expect("EVENTS");
        yield replication.binlogEvents(session, cursor, server.profile().version());
      }
      case "RELAYLOG" -> {
        cursor.expect("EVENTS");
        yield replication.relayEvents(cursor);
      }
      case "REPLICA", "SLAVE" -> {
        boolean old = word.equals("SLAVE");
        if (old && cursor.accept("HOSTS")) {
          yield replication.replicas(session, cursor, true);
        }
        cursor.expect("STATUS");
        yield replication.replicaStatus(session, cursor, old);
      }
      case "REPLICAS" -> replication.replicas(session, cursor, false);
      default -> {
        cursor.position(cursor.position() - 1);
        throw cursor.error();
      }
    };
  }

  /** SHOW MASTER STATUS, which 8.4 no longer knows. */
  private StatementResult masterStatus(Session session, Cursor cursor) {
    if (server.profile().versionNumber() >= 80_400) {
      cursor.position(cursor.position() - 1);
      throw cursor.error();
    }
    cursor.expect("STATUS");
    return replication.masterStatus(session, cursor);
  }

  /** SHOW BINARY LOG STATUS, which came with 8.4. */
  private StatementResult logStatus(Session session, Cursor cursor) {
    if (server.profile().versionNumber() < 80_400) {
      throw cursor.error();
    }
    cursor.expect("LOG");
    cursor.expect("STATUS");
    return replication.masterStatus(session, cursor);
  }

  private StatementResult routines(Session session, Cursor cursor, String word) {
    if (cursor.accept("CODE")) {
      throw new SqlException(
          1289,
          "HY000",
          "The 'SHOW PROCEDURE|FUNCTION CODE' feature is disabled; you need MySQL built with"
              + " '--with-debug' to have it working");
    }
    cursor.expect("STATUS");
    return programs.routines(session, cursor, Routine.Kind.valueOf(word));
  }

  private static StatementResult profiles(Session session, Cursor cursor) {
    cursor.expectEnd();
    ShowReplication.deprecated(session, "SHOW PROFILES", "Performance Schema");
    return new ShowRows("profiles").result();
  }

  private static StatementResult profile(Session session, Cursor cursor) {
    while (!cursor.atEnd()) {
      cursor.next();
    }
    ShowReplication.deprecated(session, "SHOW PROFILE", "Performance Schema");
    return new ShowRows("profile").result();
  }

  private StatementResult grants(Session session, Cursor cursor) {
    Account own = session.client().account();
    UserName self = new UserName(own.name(), own.host());
    UserName user = cursor.accept("FOR") ? UserName.read(cursor, session) : self;
    if (cursor.accept("USING")) {
      do {
        UserName.read(cursor, session);
      } while (cursor.acceptSign(","));
    }
    cursor.expectEnd();
    if (!user.equals(self)) {
      grants.require(session, "SELECT", "mysql", "user");
    }
    if (users.get(user.name(), user.host()) == null) {
      throw GrantStatements.noGrant(user);
    }
    var rows =
        new ShowRows(ShowShape.named("grants", "Grants for " + user.name() + "@" + user.host()));
    new GrantText(users).grants(user).forEach(line -> rows.add(line));
    return rows.result();
  }
}

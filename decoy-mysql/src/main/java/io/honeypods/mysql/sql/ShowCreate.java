package io.honeypods.mysql.sql;

import io.honeypods.mysql.account.Account;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** SHOW CREATE of everything. */
final class ShowCreate {
  private final SystemDirectory directory;
  private final UserStore users;
  private final Grants grants;

  ShowCreate(SystemDirectory directory, UserStore users, Grants grants) {
    this.directory = directory;
    this.users = users;
    this.grants = grants;
  }

  /** What follows SHOW CREATE. */
  StatementResult run(Session session, Cursor cursor) {
    String what = cursor.next().text().toUpperCase(Locale.ROOT);
    return switch (what) {
      case "TABLE" -> table(session, end(cursor, cursor.qualified()));
      case "VIEW" -> view(session, end(cursor, cursor.qualified()));
      case "DATABASE", "SCHEMA" -> database(session, cursor);
      case "USER" -> user(session, cursor);
      case "PROCEDURE", "FUNCTION", "TRIGGER", "EVENT" ->
          routine(session, Routine.Kind.valueOf(what), end(cursor, cursor.qualified()));
      default -> {
        cursor.position(cursor.position() - 1);
        throw cursor.error();
      }
    };
  }

  private static Statement.Name end(Cursor cursor, Statement.Name name) {
    cursor.expectEnd();
    return name;
  }

  private StatementResult table(Session session, Statement.Name name) {
    TableInfo table = directory.table(session, name);
    boolean allowed = grants.may(session, "SELECT", table.schema(), table.name());
    if (!allowed) {
      grants.require(session, "SHOW", table.schema(), table.name());
    }
    if (table.isView()) {
      return viewResult(session, table);
    }
    String key = table.schema() + "." + table.name();
    boolean temporary =
        session.temporaryTables().containsKey(key) || table.kind().equals("SYSTEM VIEW");
    return new ShowRows("create table")
        .add(table.name(), CreateTableText.table(table, temporary))
        .result();
  }

  private StatementResult view(Session session, Statement.Name name) {
    TableInfo table = directory.table(session, name);
    if (!table.isView()) {
      throw new SqlException(
          1347, "HY000", "'" + table.schema() + "." + table.name() + "' is not VIEW");
    }
    return viewResult(session, table);
  }

  private static StatementResult viewResult(Session session, TableInfo table) {
    View view = table.view();
    return new ShowRows("create view")
        .add(
            table.name(),
            CreateTableText.view(table, session.schema()),
            view == null ? "utf8mb3" : view.charset(),
            view == null ? "utf8mb3_general_ci" : view.collation())
        .result();
  }

  private StatementResult database(Session session, Cursor cursor) {
    boolean ifNotExists = cursor.accept("IF", "NOT");
    if (ifNotExists) {
      cursor.expect("EXISTS");
    }
    String name = cursor.name();
    cursor.expectEnd();
    Schema schema = directory.schema(session, name);
    Collation collation = schema.collation();
    String collate =
        collation.isDefault() && !collation.equals(Collation.DEFAULT)
            ? ""
            : " COLLATE " + collation.name();
    return new ShowRows("create database")
        .add(
            schema.name(),
            "CREATE DATABASE "
                + (ifNotExists ? "/*!32312 IF NOT EXISTS*/ " : "")
                + CreateTableText.quote(schema.name())
                + " /*!40100 DEFAULT CHARACTER SET "
                + collation.charset()
                + collate
                + " */ /*!80016 DEFAULT ENCRYPTION='N' */")
        .result();
  }

  private StatementResult user(Session session, Cursor cursor) {
    UserName user = UserName.read(cursor, session);
    cursor.expectEnd();
    Account own = session.client().account();
    if (!user.equals(new UserName(own.name(), own.host()))) {
      grants.require(session, "SELECT", "mysql", "");
    }
    Account account = users.get(user.name(), user.host());
    if (account == null) {
      throw new SqlException(
          1396, "HY000", "Operation SHOW CREATE USER failed for " + user.quoted());
    }
    String title = "CREATE USER for " + user.name() + "@" + user.host();
    return new ShowRows(ShowShape.named("create user", title))
        .add(new GrantText(users).create(account))
        .result();
  }

  private StatementResult routine(Session session, Routine.Kind kind, Statement.Name name) {
    Schema schema = directory.schemaOrCurrent(session, name.schema());
    Routine routine =
        ShowPrograms.ofKind(schema, kind).stream()
            .filter(found -> found.name().equalsIgnoreCase(name.name()))
            .findFirst()
            .orElse(null);
    if (routine == null) {
      throw missing(kind, name.name());
    }
    String mode = InfoRoutines.SQL_MODE;
    String charset = "utf8mb4";
    String collation = "utf8mb4_0900_ai_ci";
    String database = schema.collation().name();
    return switch (kind) {
      case PROCEDURE, FUNCTION ->
          new ShowRows("create " + kind.name().toLowerCase(Locale.ROOT))
              .add(routine.name(), mode, callable(routine), charset, collation, database)
              .result();
      case TRIGGER ->
          new ShowRows("create trigger")
              .add(
                  routine.name(),
                  mode,
                  withDefiner(routine),
                  charset,
                  collation,
                  database,
                  RowSheet.time(routine.created(), 2))
              .result();
      case EVENT ->
          new ShowRows("create event")
              .add(
                  routine.name(),
                  mode,
                  "SYSTEM",
                  withDefiner(routine),
                  charset,
                  collation,
                  database)
              .result();
    };
  }

  private static String callable(Routine routine) {
    return "CREATE DEFINER="
        + routine.definer().replace('\'', '`')
        + " "
        + routine.kind().name()
        + " "
        + CreateTableText.quote(routine.name())
        + routine.head()
        + "\n"
        + routine.body();
  }

  private static String withDefiner(Routine routine) {
    String sql = routine.sql();
    int first = sql.indexOf(' ');
    boolean has = sql.toUpperCase(Locale.ROOT).contains("DEFINER");
    return has || first < 0
        ? sql
        : "CREATE DEFINER=" + routine.definer().replace('\'', '`') + sql.substring(first);
  }

  private static SqlException missing(Routine.Kind kind, @Nullable String name) {
    return switch (kind) {
      case PROCEDURE, FUNCTION ->
          new SqlException(1305, "42000", kind.name() + " " + name + " does not exist");
      case TRIGGER -> new SqlException(1360, "HY000", "Trigger does not exist");
      case EVENT -> new SqlException(1539, "HY000", "Unknown event '" + name + "'");
    };
  }
}

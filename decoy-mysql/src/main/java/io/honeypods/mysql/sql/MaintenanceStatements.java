package io.honeypods.mysql.sql;

import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** CHECK, ANALYZE, OPTIMIZE, REPAIR and CHECKSUM TABLE, and what is done with key caches. */
final class MaintenanceStatements {
  private final SqlServer server;
  private final SystemDirectory directory;
  private final Grants grants;

  MaintenanceStatements(SqlServer server, SystemDirectory directory, Grants grants) {
    this.server = server;
    this.directory = directory;
    this.grants = grants;
  }

  /** What follows the verb, which is also the operation's name. */
  StatementResult run(Session session, Cursor cursor, String verb) {
    boolean local = cursor.accept("LOCAL") || cursor.accept("NO_WRITE_TO_BINLOG");
    if (!cursor.accept("TABLE") && (!cursor.accept("TABLES") || local)) {
      throw cursor.error();
    }
    List<Statement.Name> names = ShowObjects.names(cursor);
    while (!cursor.atEnd()) {
      if (cursor.next().kind() == Token.Kind.BAD) {
        throw cursor.error();
      }
    }
    String operation = verb.toLowerCase(Locale.ROOT);
    var rows = new ShowRows("check table");
    for (Statement.Name name : names) {
      one(session, rows, operation, name);
    }
    return rows.result();
  }

  private void one(Session session, ShowRows rows, String operation, Statement.Name name) {
    String schema = schema(session, name);
    String full = schema + "." + name.name();
    Schema found = server.catalogue().schema(schema);
    TableInfo table = found == null ? null : directory.find(session, found, name.name());
    if (table == null) {
      String problem =
          found == null
              ? "Unknown database '" + schema + "'"
              : "Table '" + full + "' doesn't exist";
      rows.add(full, operation, "Error", problem);
      rows.add(
          full,
          operation,
          found == null ? "error" : "status",
          found == null ? "Corrupt" : "Operation failed");
      return;
    }
    grants.require(session, "SELECT", schema, name.name());
    boolean changes = operation.equals("optimize") || operation.equals("repair");
    if (table.isView() && !operation.equals("check")) {
      rows.add(full, operation, "Error", "'" + full + "' is not BASE TABLE");
      rows.add(full, operation, "status", "Operation failed");
    } else if (changes && "InnoDB".equals(table.engine())) {
      rows.add(full, operation, "note", note(operation));
      if (operation.equals("optimize")) {
        rows.add(full, operation, "status", "OK");
      }
    } else {
      rows.add(full, operation, "status", "OK");
    }
  }

  private static String note(String operation) {
    return operation.equals("optimize")
        ? "Table does not support optimize, doing recreate + analyze instead"
        : "The storage engine for the table doesn't support " + operation;
  }

  /** What follows CHECKSUM. */
  StatementResult checksum(Session session, Cursor cursor) {
    if (!cursor.accept("TABLE")) {
      cursor.expect("TABLES");
    }
    List<Statement.Name> names = ShowObjects.names(cursor);
    boolean quick = cursor.accept("QUICK");
    if (!quick) {
      cursor.accept("EXTENDED");
    }
    cursor.expectEnd();
    var rows = new ShowRows("checksum table");
    for (Statement.Name name : names) {
      String schema = schema(session, name);
      Schema found = server.catalogue().schema(schema);
      Table table = found == null ? null : found.tables().get(name.name());
      String full = schema + "." + name.name();
      if (table == null) {
        session
            .warnings()
            .add(new Warning(Warning.Level.ERROR, 1146, "Table '" + full + "' doesn't exist"));
      }
      rows.add(full, table == null || quick ? null : (Long) sum(table));
    }
    return rows.result();
  }

  private static long sum(Table table) {
    var sum = new CRC32();
    for (Value[] row : table.rows()) {
      for (Value value : row) {
        String text = ColumnText.plain(value);
        sum.update((text == null ? "\0" : text).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return table.rowCount() == 0 ? 0 : sum.getValue();
  }

  /** CACHE INDEX t IN x and LOAD INDEX INTO CACHE t, from the tables on. */
  StatementResult cache(Session session, Cursor cursor, String operation) {
    List<Statement.Name> names = ShowObjects.names(cursor);
    if (operation.equals("assign_to_keycache")) {
      cursor.expect("IN");
      String cache = cursor.accept("DEFAULT") ? "default" : cursor.wordOrString();
      if (!cache.equals("default")) {
        throw new SqlException(1284, "HY000", "Unknown key cache '" + cache + "'");
      }
    }
    var rows = new ShowRows("check table");
    for (Statement.Name name : names) {
      directory.table(session, name);
      rows.add(
          schema(session, name) + "." + name.name(),
          operation,
          "note",
          "The storage engine for the table doesn't support " + operation);
    }
    return rows.result();
  }

  private static String schema(Session session, Statement.Name name) {
    @Nullable String schema = name.schema() == null ? session.schema() : name.schema();
    if (schema == null) {
      throw Errors.noSchema();
    }
    return schema;
  }
}

package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SHOW of schemas, tables, columns and indexes. */
final class ShowObjects {
  private final SystemDirectory directory;
  private final Grants grants;

  ShowObjects(SystemDirectory directory, Grants grants) {
    this.directory = directory;
    this.grants = grants;
  }

  StatementResult databases(Session session, Cursor cursor) {
    ShowRows.Filter filter = ShowRows.Filter.read(cursor);
    var rows = new ShowRows(ShowShape.named("databases", filter.title("Database"))).scanned();
    directory.schemas(session).forEach(schema -> rows.add(schema.name()));
    return rows.result(session, filter, 0);
  }

  StatementResult tables(Session session, Cursor cursor, boolean full) {
    String wanted = from(cursor);
    ShowRows.Filter filter = ShowRows.Filter.read(cursor);
    Schema schema = directory.schemaOrCurrent(session, wanted);
    String title = filter.title("Tables_in_" + schema.name());
    var rows = new ShowRows(ShowShape.named(full ? "full tables" : "tables", title));
    for (TableInfo table : directory.tables(schema)) {
      if (full) {
        rows.add(table.name(), table.kind());
      } else {
        rows.add(table.name());
      }
    }
    return rows.result(session, filter, 0);
  }

  StatementResult tableStatus(Session session, Cursor cursor) {
    String wanted = from(cursor);
    ShowRows.Filter filter = ShowRows.Filter.read(cursor);
    Schema schema = directory.schemaOrCurrent(session, wanted);
    var rows = new ShowRows("table status");
    for (TableInfo table : directory.tables(schema)) {
      status(rows, table);
    }
    return rows.result(session, filter, 0);
  }

  private static void status(ShowRows rows, TableInfo table) {
    if (table.isView()) {
      rows.add(
          table.name(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          table.created(),
          null,
          null,
          null,
          null,
          null,
          "VIEW");
      return;
    }
    rows.add(
        table.name(),
        table.engine(),
        10,
        InfoObjects.rowFormat(table),
        table.rows(),
        table.rows() == 0 ? 0L : table.dataLength() / table.rows(),
        table.dataLength(),
        0,
        table.indexLength(),
        0,
        table.nextAutoIncrement(),
        table.created(),
        table.updated(),
        null,
        table.isBase() ? table.collation().name() : null,
        null,
        table.isBase() ? InfoObjects.options(table) : "",
        table.comment());
  }

  /** Names and extras may only be NULL where an error would stop the statement. */
  private static List<ColumnDefinition> columnShape(
      Session session, boolean full, ShowRows.Filter filter) {
    List<ColumnDefinition> shape = ShowShape.of(full ? "full columns" : "columns");
    boolean strict = session.settings().strict();
    return strict && filter.where() == null
        ? shape
        : shape.stream()
            .map(
                column ->
                    column.name().equals("Field") || column.name().equals("Extra")
                        ? ShowShape.flagged(column, 1)
                        : column)
            .toList();
  }

  StatementResult columns(Session session, Cursor cursor, boolean full) {
    Statement.Name name = table(cursor);
    ShowRows.Filter filter = ShowRows.Filter.read(cursor);
    TableInfo table = directory.table(session, name);
    var rows = new ShowRows(columnShape(session, full, filter));
    for (TableColumn column : table.columns()) {
      String nullable = column.nullable() ? "YES" : "NO";
      String key = ColumnText.key(table, column);
      String initial = ColumnText.initial(column);
      String extra = ColumnText.extra(column);
      String type = column.type().sql();
      if (full) {
        rows.add(
            column.name(),
            type,
            ColumnText.collation(column),
            nullable,
            key,
            initial,
            extra,
            InfoObjects.privileges(table),
            column.comment());
      } else {
        rows.add(column.name(), type, nullable, key, initial, extra);
      }
    }
    return rows.result(session, filter, 0);
  }

  StatementResult index(Session session, Cursor cursor) {
    Statement.Name name = table(cursor);
    ShowRows.Filter filter = ShowRows.Filter.read(cursor);
    TableInfo table = directory.table(session, name);
    grants.require(session, "SELECT", table.schema(), table.name());
    var rows = new ShowRows("index");
    for (Key key : table.keys()) {
      int sequence = 0;
      for (Key.Part part : key.parts()) {
        TableColumn column = table.column(part.column());
        boolean hashed = "HASH".equals(key.using());
        rows.add(
            table.name(),
            key.unique() ? 0 : 1,
            key.name(),
            ++sequence,
            part.column(),
            hashed ? null : part.descending() ? "D" : "A",
            hashed ? null : (Long) InfoKeys.cardinality(table, key),
            part.prefix() == 0 ? null : (Integer) part.prefix(),
            null,
            column != null && column.nullable() ? "YES" : "",
            InfoKeys.type(key),
            "",
            key.comment(),
            "YES",
            null);
      }
    }
    return rows.result(session, filter, 2);
  }

  StatementResult openTables(Session session, Cursor cursor) {
    String wanted = from(cursor);
    ShowRows.Filter filter = ShowRows.Filter.read(cursor);
    var rows = new ShowRows("open tables");
    for (Schema schema : directory.schemas(session)) {
      if (wanted == null || wanted.equals(schema.name())) {
        schema.tables().keySet().forEach(table -> rows.add(schema.name(), table, 0, 0));
      }
    }
    return rows.result(session, filter, 1);
  }

  /** FROM or IN and a schema, or null. */
  static @Nullable String from(Cursor cursor) {
    return cursor.accept("FROM") || cursor.accept("IN") ? cursor.name() : null;
  }

  /** FROM a table, and FROM its schema perhaps. */
  private static Statement.Name table(Cursor cursor) {
    if (!cursor.accept("FROM") && !cursor.accept("IN")) {
      throw cursor.error();
    }
    Statement.Name name = cursor.qualified();
    String schema = from(cursor);
    return schema == null ? name : new Statement.Name(schema, name.name());
  }

  /** Several tables, as CHECK TABLE names them. */
  static List<Statement.Name> names(Cursor cursor) {
    var names = new ArrayList<Statement.Name>();
    do {
      names.add(cursor.qualified());
    } while (cursor.acceptSign(","));
    return names;
  }
}

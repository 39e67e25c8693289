package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that columns have where nothing is said, as COM_FIELD_LIST tells them. */
final class FieldDefaults {
  private static final int NOT_NULL = 1;

  /** PRI_KEY, UNIQUE_KEY, MULTIPLE_KEY, AUTO_INCREMENT and PART_KEY. */
  private static final int KEYS = 2 | 4 | 8 | 0x200 | 0x4000;

  private final SqlServer server;

  FieldDefaults(SqlServer server) {
    this.server = server;
  }

  /** The columns of a table that a wildcard fits, and a row of their defaults. */
  SqlResult list(Session session, String table, String wildcard) {
    var run = new Run(session, List.of());
    var ref = new Query.TableRef(null, table, null);
    Relation relation = new QueryCompiler(run).sources().compile(ref, Scope.root());
    var columns = new ArrayList<ColumnDefinition>();
    var defaults = new ArrayList<Value>();
    for (int i = 0; i < relation.fields().size(); i++) {
      Field field = relation.fields().get(i);
      if (wildcard.isEmpty() || Patterns.like(field.name(), wildcard, '\\', Collation.DEFAULT)) {
        Node node = new Node.ColumnOf(field.type(), 0, i, field);
        ColumnDefinition column =
            Fields.definition(field.name(), node, session.settings().results());
        columns.add(isOfTable(field) ? column : ofView(column));
        defaults.add(of(field));
      }
    }
    return new SqlResult.Rows(columns, List.of(defaults), session.status(), 0, 0);
  }

  Value of(Field field) {
    Value own = initial(field);
    if (own != null) {
      return own;
    }
    boolean none = isOfTable(field) && (field.flags() & NOT_NULL) == 0;
    return none ? Value.NULL : zero(field.type());
  }

  boolean isOfTable(Field field) {
    Schema schema = server.catalogue().schema(field.schema());
    return schema == null || !schema.views().containsKey(field.originalTable());
  }

  /** A column of a view has no keys, and its text is described as if it was computed. */
  static ColumnDefinition ofView(ColumnDefinition column) {
    return new ColumnDefinition(
        column.schema(),
        column.table(),
        column.originalTable(),
        column.name(),
        column.originalName(),
        column.collation(),
        column.length(),
        column.type(),
        column.flags() & ~KEYS,
        column.type() == ColumnType.VAR_STRING ? ResultType.VARIES : column.decimals());
  }

  private @Nullable Value initial(Field field) {
    Schema schema = server.catalogue().schema(field.schema());
    Table table = schema == null ? null : schema.tables().get(field.originalTable());
    int at = table == null ? -1 : table.position(field.originalName());
    return table == null || at < 0 ? null : table.columns().get(at).initial();
  }

  private static Value zero(ResultType type) {
    return new Value.Text(
        switch (type.wire()) {
          case TINY, SHORT, LONG, LONGLONG, INT24, FLOAT, DOUBLE -> "0";
          case NEWDECIMAL ->
              type.decimals() == 0 ? "0" : "0." + "0".repeat(Math.min(30, type.decimals()));
          case YEAR -> "0000";
          case DATE -> "0000-00-00";
          case TIME -> "00:00:00";
          case DATETIME, TIMESTAMP -> "0000-00-00 00:00:00";
          case NULL,
              BIT,
              JSON,
              ENUM,
              SET,
              TINY_BLOB,
              MEDIUM_BLOB,
              LONG_BLOB,
              BLOB,
              VAR_STRING,
              STRING,
              GEOMETRY ->
              "";
        });
  }
}

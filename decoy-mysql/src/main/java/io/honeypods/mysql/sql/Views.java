package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;

/** What a view stands for. */
final class Views {
  private Views() {}

  static Query query(View view, Run run) {
    Statement statement = Sql.parse(view.definition(), run.server(), run.session().settings());
    if (statement instanceof Statement.Select(var query)) {
      return query;
    }
    throw new IllegalStateException("view " + view.name() + ": " + view.definition());
  }

  /** The columns of its result as those of a table. */
  static List<TableColumn> columns(View view, Run run) {
    var ref = new Query.TableRef(view.schema(), view.name(), null);
    Relation relation = new QueryCompiler(run).sources().compile(ref, Scope.root());
    var columns = new ArrayList<TableColumn>();
    for (Field field : relation.fields()) {
      columns.add(column(field.name(), field.type()));
    }
    return columns;
  }

  /** The column that CREATE TABLE … SELECT makes of an expression. */
  static TableColumn column(String name, ResultType type) {
    TableColumn plain = TableColumn.of(name, dataType(type), type.nullable());
    return type.nullable()
        ? plain
        : new TableColumn(
            name,
            plain.type(),
            false,
            ColumnDefaults.implicit(plain),
            null,
            false,
            null,
            null,
            false,
            "");
  }

  static DataType dataType(ResultType type) {
    if (type.isString()) {
      return text(type);
    }
    TypeName name =
        switch (type.wire()) {
          case TINY -> TypeName.TINYINT;
          case SHORT -> TypeName.SMALLINT;
          case INT24 -> TypeName.MEDIUMINT;
          case LONG -> TypeName.INT;
          case LONGLONG -> type.length() <= 9 ? TypeName.INT : TypeName.BIGINT;
          case YEAR -> TypeName.YEAR;
          case FLOAT -> TypeName.FLOAT;
          case DOUBLE -> TypeName.DOUBLE;
          case NEWDECIMAL -> TypeName.DECIMAL;
          case DATE -> TypeName.DATE;
          case TIME -> TypeName.TIME;
          case DATETIME -> TypeName.DATETIME;
          case TIMESTAMP -> TypeName.TIMESTAMP;
          case BIT -> TypeName.BIT;
          case JSON -> TypeName.JSON;
          default -> TypeName.BINARY;
        };
    long length = name == TypeName.DECIMAL ? type.precision() : name == TypeName.BINARY ? 0 : -1;
    int decimals = type.decimals() == ResultType.VARIES ? -1 : type.decimals();
    return new DataType(
        name, length, decimals, type.unsigned(), false, Collation.BINARY, List.of());
  }

  private static DataType text(ResultType type) {
    boolean binary = type.collation().isBinary();
    long bytes = type.length() * type.collation().maxBytes();
    if (type.wire() == ColumnType.BLOB || bytes > 65_535) {
      TypeName name =
          type.length() > 16_777_215
              ? binary ? TypeName.LONGBLOB : TypeName.LONGTEXT
              : type.length() > 65_535
                  ? binary ? TypeName.MEDIUMBLOB : TypeName.MEDIUMTEXT
                  : binary ? TypeName.BLOB : TypeName.TEXT;
      return DataType.text(name, -1, type.collation());
    }
    TypeName name =
        type.wire() == ColumnType.STRING
            ? binary ? TypeName.BINARY : TypeName.CHAR
            : binary ? TypeName.VARBINARY : TypeName.VARCHAR;
    return DataType.text(name, type.length(), type.collation());
  }
}

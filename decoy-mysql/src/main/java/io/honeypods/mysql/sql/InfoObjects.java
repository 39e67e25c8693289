package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The tables of information_schema that describe schemas, tables, columns and views. */
final class InfoObjects {
  private static final String PRIVILEGES = "select,insert,update,references";

  private final SystemDirectory directory;

  InfoObjects(SystemDirectory directory) {
    this.directory = directory;
  }

  void schemata(RowSheet sheet, Session viewer) {
    for (Schema schema : directory.schemas(viewer)) {
      sheet
          .row()
          .put("CATALOG_NAME", "def")
          .put("SCHEMA_NAME", schema.name())
          .put("DEFAULT_CHARACTER_SET_NAME", schema.collation().charset())
          .put("DEFAULT_COLLATION_NAME", schema.collation().name())
          .put("DEFAULT_ENCRYPTION", "NO");
    }
  }

  void tables(RowSheet sheet, Session viewer) {
    eachListed(viewer, table -> table(sheet, table));
  }

  private static void table(RowSheet sheet, TableInfo table) {
    row(sheet, table.schema(), table.name())
        .put("TABLE_TYPE", table.kind())
        .put("ENGINE", table.engine())
        .put("CREATE_TIME", table.created())
        .put("TABLE_COMMENT", table.comment());
    if (table.isView()) {
      return;
    }
    sizes(sheet.put("VERSION", 10).put("ROW_FORMAT", rowFormat(table)), table)
        .put("DATA_FREE", table.schema().equals("mysql") ? 4_194_304 : 0)
        .number("AUTO_INCREMENT", table.nextAutoIncrement())
        .put("UPDATE_TIME", table.updated())
        .put("TABLE_COLLATION", table.isBase() ? table.collation().name() : null)
        .put("CREATE_OPTIONS", table.isBase() ? options(table) : "");
  }

  private static RowSheet sizes(RowSheet sheet, TableInfo table) {
    return sheet
        .put("TABLE_ROWS", table.rows())
        .put("AVG_ROW_LENGTH", table.rows() == 0 ? 0 : table.dataLength() / table.rows())
        .put("DATA_LENGTH", table.dataLength())
        .put("MAX_DATA_LENGTH", 0)
        .put("INDEX_LENGTH", table.indexLength());
  }

  /** Begins the row of a table, or of something that belongs to it. */
  private static RowSheet row(RowSheet sheet, String schema, String table) {
    return sheet
        .row()
        .put("TABLE_CATALOG", "def")
        .put("TABLE_SCHEMA", schema)
        .put("TABLE_NAME", table);
  }

  /** Options as lists show them: by name, names in lower case. */
  static String options(TableInfo table) {
    var options = new ArrayList<String>();
    for (String option : table.options().split(" ", -1)) {
      int sign = option.indexOf('=');
      if (sign > 0) {
        options.add(option.substring(0, sign).toLowerCase(Locale.ROOT) + option.substring(sign));
      }
    }
    Collections.sort(options);
    return String.join(" ", options);
  }

  static String rowFormat(TableInfo table) {
    String engine = table.engine() == null ? "" : table.engine();
    return switch (engine) {
      case "MEMORY" -> "Fixed";
      default -> "Dynamic";
    };
  }

  void columns(RowSheet sheet, Session viewer) {
    each(viewer, table -> columnsOf(sheet, table));
  }

  private static void columnsOf(RowSheet sheet, TableInfo table) {
    int ordinal = 0;
    for (TableColumn column : table.columns()) {
      DataType type = column.type();
      row(sheet, table.schema(), table.name())
          .put("COLUMN_NAME", column.name())
          .put("ORDINAL_POSITION", ++ordinal)
          .put("COLUMN_DEFAULT", ColumnText.initial(column))
          .put("IS_NULLABLE", column.nullable() ? "YES" : "NO")
          .put("DATA_TYPE", type.name().sql())
          .number("CHARACTER_MAXIMUM_LENGTH", ColumnText.characters(type))
          .number("CHARACTER_OCTET_LENGTH", ColumnText.bytes(type))
          .number("NUMERIC_PRECISION", ColumnText.precision(type))
          .number("NUMERIC_SCALE", ColumnText.scale(type))
          .number("DATETIME_PRECISION", ColumnText.fraction(type))
          .put(
              "CHARACTER_SET_NAME",
              ColumnText.collation(column) == null ? null : type.collation().charset())
          .put("COLLATION_NAME", ColumnText.collation(column))
          .put("COLUMN_TYPE", type.sql())
          .put("COLUMN_KEY", ColumnText.key(table, column))
          .put("EXTRA", ColumnText.extra(column))
          .put("PRIVILEGES", privileges(table))
          .put("COLUMN_COMMENT", column.comment())
          .put("GENERATION_EXPRESSION", column.generated() == null ? "" : column.generated());
    }
  }

  /** What one may do with a column; the system's views are only read. */
  static String privileges(TableInfo table) {
    return table.kind().equals("SYSTEM VIEW") ? "select" : PRIVILEGES;
  }

  void extensions(RowSheet sheet, Session viewer) {
    eachListed(viewer, table -> row(sheet, table.schema(), table.name()));
  }

  void columnExtensions(RowSheet sheet, Session viewer) {
    each(
        viewer,
        table -> {
          for (TableColumn column : table.columns()) {
            row(sheet, table.schema(), table.name()).put("COLUMN_NAME", column.name());
          }
        });
  }

  void schemataExtensions(RowSheet sheet, Session viewer) {
    for (Schema schema : directory.schemas(viewer)) {
      sheet.row().put("CATALOG_NAME", "def").put("SCHEMA_NAME", schema.name()).put("OPTIONS", "");
    }
  }

  void views(RowSheet sheet, Session viewer) {
    each(
        viewer,
        table -> {
          View view = table.view();
          if (view == null) {
            systemView(sheet, table);
          } else {
            view(sheet, view);
          }
        });
  }

  private static void view(RowSheet sheet, View view) {
    row(sheet, view.schema(), view.name())
        .put("VIEW_DEFINITION", view.text())
        .put("CHECK_OPTION", view.checkOption().isEmpty() ? "NONE" : view.checkOption())
        .put("IS_UPDATABLE", "YES")
        .put("DEFINER", bare(view.definer()))
        .put("SECURITY_TYPE", "DEFINER")
        .put("CHARACTER_SET_CLIENT", view.charset())
        .put("COLLATION_CONNECTION", view.collation());
  }

  /** A view of sys, whose rows are computed. */
  private static void systemView(RowSheet sheet, TableInfo table) {
    if (!table.isView() || !table.schema().equals("sys")) {
      return;
    }
    String text = CreateTableText.view(table, table.schema());
    row(sheet, table.schema(), table.name())
        .put("VIEW_DEFINITION", text.substring(text.indexOf(" AS ") + 4))
        .put("CHECK_OPTION", "NONE")
        .put("IS_UPDATABLE", "NO")
        .put("DEFINER", "mysql.sys@localhost")
        .put("SECURITY_TYPE", "INVOKER")
        .put("CHARACTER_SET_CLIENT", "utf8mb4")
        .put("COLLATION_CONNECTION", "utf8mb4_0900_ai_ci");
  }

  /** {@code root@%} of {@code 'root'@'%'}. */
  static String bare(String quoted) {
    return quoted.replace("'", "").replace("`", "");
  }

  void partitions(RowSheet sheet, Session viewer) {
    eachListed(viewer, table -> partition(sheet, table));
  }

  private static void partition(RowSheet sheet, TableInfo table) {
    sizes(row(sheet, table.schema(), table.name()), table)
        .put("DATA_FREE", 0)
        .put("CREATE_TIME", table.created())
        .put("UPDATE_TIME", table.updated())
        .put("PARTITION_COMMENT", "")
        .put("NODEGROUP", "");
  }

  /** Every table that a session sees, without its columns. */
  private void eachListed(Session viewer, Consumer<TableInfo> action) {
    directory.schemas(viewer).forEach(schema -> directory.tables(schema).forEach(action));
  }

  void eachKeyPart(Session viewer, BiConsumer<TableInfo, Key> action) {
    each(viewer, table -> table.keys().forEach(key -> action.accept(table, key)));
  }

  /** Every table that a session sees, with its columns. */
  void each(Session viewer, Consumer<TableInfo> action) {
    List<Schema> schemas = directory.schemas(viewer);
    schemas.forEach(schema -> directory.described(viewer, schema).forEach(action));
  }
}

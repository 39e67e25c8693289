package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;

/** The tables of information_schema that describe keys and constraints. */
final class InfoKeys {
  private final InfoObjects objects;

  InfoKeys(InfoObjects objects) {
    this.objects = objects;
  }

  void statistics(RowSheet sheet, Session viewer) {
    objects.eachKeyPart(viewer, (table, key) -> statistics(sheet, table, key));
  }

  private static void statistics(RowSheet sheet, TableInfo table, Key key) {
    int sequence = 0;
    for (Key.Part part : key.parts()) {
      TableColumn column = table.column(part.column());
      boolean hashed = "HASH".equals(key.using());
      sheet
          .row()
          .put("TABLE_CATALOG", "def")
          .put("TABLE_SCHEMA", table.schema())
          .put("TABLE_NAME", table.name())
          .put("NON_UNIQUE", key.unique() ? 0 : 1)
          .put("INDEX_SCHEMA", table.schema())
          .put("INDEX_NAME", key.name())
          .put("SEQ_IN_INDEX", ++sequence)
          .put("COLUMN_NAME", part.column())
          .put("COLLATION", hashed ? null : part.descending() ? "D" : "A")
          .number("CARDINALITY", hashed ? null : (Long) cardinality(table, key))
          .number("SUB_PART", part.prefix() == 0 ? null : (Long) (long) part.prefix())
          .put("NULLABLE", column != null && column.nullable() ? "YES" : "")
          .put("INDEX_TYPE", type(key))
          .put("COMMENT", "")
          .put("INDEX_COMMENT", key.comment())
          .put("IS_VISIBLE", "YES");
    }
  }

  static String type(Key key) {
    return switch (key.kind()) {
      case FULLTEXT -> "FULLTEXT";
      case SPATIAL -> "SPATIAL";
      case PRIMARY, UNIQUE, INDEX -> key.using() == null ? "BTREE" : key.using();
    };
  }

  /** How many different values a key has, as far as an estimate goes. */
  static long cardinality(TableInfo table, Key key) {
    return key.unique() || table.rows() < 2 ? table.rows() : Math.max(1, table.rows() / 2);
  }

  void constraints(RowSheet sheet, Session viewer) {
    objects.each(
        viewer,
        table -> {
          for (Constraint constraint : constraintsOf(table)) {
            sheet
                .row()
                .put("CONSTRAINT_CATALOG", "def")
                .put("CONSTRAINT_SCHEMA", table.schema())
                .put("CONSTRAINT_NAME", constraint.name())
                .put("TABLE_SCHEMA", table.schema())
                .put("TABLE_NAME", table.name())
                .put("CONSTRAINT_TYPE", constraint.type())
                .put("ENFORCED", "YES");
          }
        });
  }

  void constraintExtensions(RowSheet sheet, Session viewer) {
    objects.each(
        viewer,
        table -> {
          for (Constraint constraint : constraintsOf(table)) {
            sheet
                .row()
                .put("CONSTRAINT_CATALOG", "def")
                .put("CONSTRAINT_SCHEMA", table.schema())
                .put("CONSTRAINT_NAME", constraint.name())
                .put("TABLE_NAME", table.name());
          }
        });
  }

  private static List<Constraint> constraintsOf(TableInfo table) {
    var found = new ArrayList<Constraint>();
    for (Key key : table.keys()) {
      if (key.unique()) {
        found.add(
            new Constraint(key.name(), key.kind() == Key.Kind.PRIMARY ? "PRIMARY KEY" : "UNIQUE"));
      }
    }
    table.foreignKeys().forEach(key -> found.add(new Constraint(key.name(), "FOREIGN KEY")));
    return found;
  }

  void keyColumns(RowSheet sheet, Session viewer) {
    objects.each(
        viewer,
        table -> {
          for (Key key : table.keys()) {
            for (int i = 0; key.unique() && i < key.parts().size(); i++) {
              keyColumn(sheet, table, key.name(), key.parts().get(i).column(), i);
            }
          }
          for (Key.Foreign key : table.foreignKeys()) {
            for (int i = 0; i < key.columns().size(); i++) {
              keyColumn(sheet, table, key.name(), key.columns().get(i), i)
                  .put("POSITION_IN_UNIQUE_CONSTRAINT", i + 1)
                  .put("REFERENCED_TABLE_SCHEMA", key.schema())
                  .put("REFERENCED_TABLE_NAME", key.table())
                  .put(
                      "REFERENCED_COLUMN_NAME",
                      i < key.references().size() ? key.references().get(i) : "");
            }
          }
        });
  }

  private static RowSheet keyColumn(
      RowSheet sheet, TableInfo table, String key, String column, int at) {
    return sheet
        .row()
        .put("CONSTRAINT_CATALOG", "def")
        .put("CONSTRAINT_SCHEMA", table.schema())
        .put("CONSTRAINT_NAME", key)
        .put("TABLE_CATALOG", "def")
        .put("TABLE_SCHEMA", table.schema())
        .put("TABLE_NAME", table.name())
        .put("COLUMN_NAME", column)
        .put("ORDINAL_POSITION", at + 1);
  }

  void references(RowSheet sheet, Session viewer) {
    objects.each(
        viewer,
        table -> {
          for (Key.Foreign key : table.foreignKeys()) {
            sheet
                .row()
                .put("CONSTRAINT_CATALOG", "def")
                .put("CONSTRAINT_SCHEMA", table.schema())
                .put("CONSTRAINT_NAME", key.name())
                .put("UNIQUE_CONSTRAINT_CATALOG", "def")
                .put("UNIQUE_CONSTRAINT_SCHEMA", key.schema())
                .put("UNIQUE_CONSTRAINT_NAME", "PRIMARY")
                .put("MATCH_OPTION", "NONE")
                .put("UPDATE_RULE", rule(key.onUpdate()))
                .put("DELETE_RULE", rule(key.onDelete()))
                .put("TABLE_NAME", table.name())
                .put("REFERENCED_TABLE_NAME", key.table());
          }
        });
  }

  private static String rule(String written) {
    return written.isEmpty() ? "NO ACTION" : written;
  }

  private record Constraint(String name, String type) {}
}

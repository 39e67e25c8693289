package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables and views as the statements that make them. */
final class CreateTableText {
  private CreateTableText() {}

  static String table(TableInfo table, boolean temporary) {
    var lines = new ArrayList<String>();
    table.columns().forEach(column -> lines.add("  " + column(table, column)));
    table.keys().forEach(key -> lines.add("  " + key(key)));
    table.foreignKeys().forEach(key -> lines.add("  " + foreign(table.schema(), key)));
    return "CREATE "
        + (temporary ? "TEMPORARY " : "")
        + "TABLE "
        + quote(table.name())
        + " (\n"
        + String.join(",\n", lines)
        + "\n)"
        + options(table);
  }

  private static String options(TableInfo table) {
    var text = new StringBuilder();
    if (table.schema().equals("mysql") && "InnoDB".equals(table.engine())) {
      text.append(" /*!50100 TABLESPACE `mysql` */");
    }
    if (table.engine() != null) {
      text.append(" ENGINE=").append(table.engine());
    }
    Long next = table.nextAutoIncrement();
    if (next != null && next > 1) {
      text.append(" AUTO_INCREMENT=").append(next);
    }
    Collation collation = table.collation();
    text.append(" DEFAULT CHARSET=").append(collation.charset());
    if (!collation.isDefault() || collation.equals(Collation.DEFAULT)) {
      text.append(" COLLATE=").append(collation.name());
    }
    if (!table.options().isEmpty()) {
      text.append(' ').append(table.options());
    }
    if (!table.comment().isEmpty()) {
      text.append(" COMMENT='").append(table.comment().replace("'", "''")).append('\'');
    }
    return text.toString();
  }

  static String column(TableInfo table, TableColumn column) {
    var text = new StringBuilder(quote(column.name())).append(' ').append(column.type().sql());
    collation(text, table.collation(), column.type());
    if (column.generated() != null) {
      text.append(" GENERATED ALWAYS AS (").append(unwrap(column.generated())).append(')');
      text.append(column.stored() ? " STORED" : " VIRTUAL");
    }
    if (!column.nullable()) {
      text.append(" NOT NULL");
    } else if (column.type().name() == TypeName.TIMESTAMP) {
      text.append(" NULL");
    }
    text.append(initial(column));
    if (column.onUpdate() != null) {
      text.append(" ON UPDATE ").append(column.onUpdate());
    }
    if (column.autoIncrement()) {
      text.append(" AUTO_INCREMENT");
    }
    if (!column.comment().isEmpty()) {
      text.append(" COMMENT '").append(escape(column.comment())).append('\'');
    }
    return text.toString();
  }

  private static String unwrap(String expression) {
    return expression.startsWith("(") && expression.endsWith(")")
        ? expression.substring(1, expression.length() - 1)
        : expression;
  }

  private static void collation(StringBuilder text, Collation table, DataType type) {
    if (type.name().family() != TypeName.Family.TEXT) {
      return;
    }
    Collation own = type.collation();
    boolean differs = !own.equals(table);
    if (differs) {
      text.append(" CHARACTER SET ").append(own.charset());
    }
    if (differs || !own.isDefault()) {
      text.append(" COLLATE ").append(own.name());
    }
  }

  private static boolean isValue(TypeName name) {
    return name == TypeName.JSON || name == TypeName.GEOMETRY;
  }

  private static String initial(TableColumn column) {
    String sql = column.initialSql();
    if (sql != null) {
      boolean plain = sql.toUpperCase(Locale.ROOT).startsWith("CURRENT_TIMESTAMP");
      return " DEFAULT " + (plain || sql.startsWith("(") ? sql : "(" + sql + ")");
    }
    String text = ColumnText.initial(column);
    if (text != null) {
      return column.type().name() == TypeName.BIT
          ? " DEFAULT " + (text.startsWith("b'") ? text : "b'" + text + "'")
          : " DEFAULT '" + escape(text) + "'";
    }
    boolean silent =
        !column.nullable()
            || (column.type().name().isBlob() && !isValue(column.type().name()))
            || column.generated() != null
            || column.autoIncrement();
    return silent ? "" : " DEFAULT NULL";
  }

  private static String key(Key key) {
    String parts =
        key.parts().stream().map(CreateTableText::part).collect(Collectors.joining(",", "(", ")"));
    String head =
        switch (key.kind()) {
          case PRIMARY -> "PRIMARY KEY ";
          case UNIQUE -> "UNIQUE KEY " + quote(key.name()) + " ";
          case INDEX -> "KEY " + quote(key.name()) + " ";
          case FULLTEXT -> "FULLTEXT KEY " + quote(key.name()) + " ";
          case SPATIAL -> "SPATIAL KEY " + quote(key.name()) + " ";
        };
    return head
        + parts
        + (key.using() == null ? "" : " USING " + key.using())
        + (key.comment().isEmpty() ? "" : " COMMENT '" + escape(key.comment()) + "'");
  }

  private static String part(Key.Part part) {
    return quote(part.column())
        + (part.prefix() > 0 ? "(" + part.prefix() + ")" : "")
        + (part.descending() ? " DESC" : "");
  }

  /** A foreign key of a table in that schema. */
  static String foreign(String schema, Key.Foreign key) {
    String target =
        key.schema().equals(schema)
            ? quote(key.table())
            : quote(key.schema()) + "." + quote(key.table());
    return "CONSTRAINT "
        + quote(key.name())
        + " FOREIGN KEY ("
        + quoted(key.columns())
        + ") REFERENCES "
        + target
        + " ("
        + quoted(key.references())
        + ")"
        + rule(" ON DELETE ", key.onDelete())
        + rule(" ON UPDATE ", key.onUpdate());
  }

  private static String rule(String words, @Nullable String rule) {
    return rule == null || rule.isEmpty() || rule.equals("NO ACTION") ? "" : words + rule;
  }

  private static String quoted(List<String> names) {
    return names.stream().map(CreateTableText::quote).collect(Collectors.joining(", "));
  }

  /** A view as somebody sees it whose current schema is {@code current}. */
  static String view(TableInfo table, @Nullable String current) {
    View view = table.view();
    String columns =
        view == null || view.columnNames().isEmpty()
            ? ""
            : view.columnNames().stream()
                .map(CreateTableText::quote)
                .collect(Collectors.joining(",", " (", ")"));
    String definer = view == null ? "'mysql.sys'@'localhost'" : view.definer();
    String definition =
        view == null
            ? table.columns().stream()
                .map(column -> "NULL AS " + quote(column.name()))
                .collect(Collectors.joining(",", "select ", ""))
            : view.schema().equals(current)
                ? ViewText.within(view.schema(), view.text())
                : view.text();
    return "CREATE ALGORITHM=UNDEFINED DEFINER="
        + definer.replace('\'', '`')
        + " SQL SECURITY "
        + (view == null ? "INVOKER" : "DEFINER")
        + " VIEW "
        + (table.schema().equals(current) ? "" : quote(table.schema()) + ".")
        + quote(table.name())
        + columns
        + " AS "
        + definition
        + (view == null || view.checkOption().isEmpty() || view.checkOption().equals("NONE")
            ? ""
            : " WITH " + view.checkOption() + " CHECK OPTION");
  }

  static String quote(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("'", "''").replace("\n", "\\n");
  }
}

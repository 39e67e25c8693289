package io.honeypods.mysql.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the definition of a column in CREATE and ALTER TABLE. */
final class ColumnParser {
  private final Cursor in;
  private final ExprParser expressions;
  private final TableParser tables;

  ColumnParser(Cursor in, ExprParser expressions, TableParser tables) {
    this.in = in;
    this.expressions = expressions;
    this.tables = tables;
  }

  /** What follows a column's name. */
  Statement.ColumnDefinitionSpec column(String name) {
    boolean serial = in.isWord("SERIAL");
    Statement.TypeSpec type = new TypeParser(in).type();
    var column = new ColumnOptions(serial);
    boolean more = true;
    while (more) {
      more = option(column);
    }
    return new Statement.ColumnDefinitionSpec(
        column.collation == null
            ? type
            : new Statement.TypeSpec(
                type.name(),
                type.length(),
                type.decimals(),
                type.unsigned(),
                type.zerofill(),
                type.charset(),
                column.collation,
                type.elements()),
        name,
        column.nullable,
        column.initial,
        column.initialText,
        column.autoIncrement,
        column.onUpdate,
        column.generated,
        column.stored,
        column.comment,
        column.key);
  }

  private boolean option(ColumnOptions column) {
    if (in.accept("NOT")) {
      in.expect("NULL");
      column.nullable = false;
    } else if (in.accept("NULL")) {
      column.nullable = true;
    } else if (in.accept("DEFAULT")) {
      int from = in.position();
      column.initial = expressions.bits();
      column.initialText = in.textFrom(from);
    } else if (in.accept("AUTO_INCREMENT")) {
      column.autoIncrement = true;
    } else if (in.accept("ON", "UPDATE")) {
      int from = in.position();
      expressions.bits();
      column.onUpdate = in.textFrom(from);
    } else if (in.accept("PRIMARY")) {
      in.expect("KEY");
      column.key = Key.Kind.PRIMARY;
    } else if (in.accept("UNIQUE")) {
      in.accept("KEY");
      column.key = Key.Kind.UNIQUE;
    } else if (in.accept("KEY")) {
      column.key = Key.Kind.PRIMARY;
    } else if (in.accept("COMMENT")) {
      column.comment = in.string();
    } else if (in.accept("COLLATE")) {
      column.collation = in.wordOrString();
    } else if (in.accept("REFERENCES")) {
      in.position(in.position() - 1);
      tables.references(null, List.of());
    } else if (in.isWord("CHECK") || in.isWord("CONSTRAINT")) {
      return tables.check();
    } else if (in.accept("GENERATED")) {
      in.expect("ALWAYS");
    } else if (in.accept("AS")) {
      column.generated = tables.parenthesized();
    } else if (in.accept("STORED")) {
      column.stored = true;
    } else {
      return in.accept("VIRTUAL") || in.accept("VISIBLE") || in.accept("INVISIBLE") || storage();
    }
    return true;
  }

  private boolean storage() {
    if (in.accept("COLUMN_FORMAT") || in.accept("STORAGE") || in.accept("SRID")) {
      in.next();
      return true;
    }
    return false;
  }

  private static final class ColumnOptions {
    private @Nullable Boolean nullable;
    private @Nullable Expr initial;
    private @Nullable String initialText;
    private boolean autoIncrement;
    private @Nullable String onUpdate;
    private @Nullable String generated;
    private boolean stored;
    private String comment = "";
    private @Nullable String collation;
    private Key.@Nullable Kind key;

    ColumnOptions(boolean serial) {
      if (serial) {
        nullable = false;
        autoIncrement = true;
        key = Key.Kind.UNIQUE;
      }
    }
  }
}

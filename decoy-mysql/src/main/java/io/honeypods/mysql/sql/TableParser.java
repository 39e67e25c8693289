package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the definitions of columns, keys and options in CREATE and ALTER TABLE. */
final class TableParser {
  private final Cursor in;
  private final ExprParser expressions;

  TableParser(Cursor in, ExprParser expressions) {
    this.in = in;
    this.expressions = expressions;
  }

  /** {@code (column …, KEY …)}, after the parenthesis. */
  void elements(
      List<Statement.ColumnDefinitionSpec> columns,
      List<Statement.KeySpec> keys,
      List<Key.Foreign> foreign) {
    do {
      if (!isKey()) {
        columns.add(column(in.name()));
      } else if (!check()) {
        key(keys, foreign);
      }
    } while (in.acceptSign(","));
    in.expectSign(")");
  }

  boolean isKey() {
    return in.isWord("PRIMARY")
        || in.isWord("UNIQUE")
        || in.isWord("KEY")
        || in.isWord("INDEX")
        || in.isWord("FULLTEXT")
        || in.isWord("SPATIAL")
        || in.isWord("CONSTRAINT")
        || in.isWord("FOREIGN")
        || in.isWord("CHECK");
  }

  /** A CHECK that belongs to no column, which is read and forgotten. */
  private boolean check() {
    int before = in.position();
    if (in.accept("CONSTRAINT") && !in.isWord("CHECK")) {
      in.name();
    }
    if (in.accept("CHECK")) {
      parenthesized();
      boolean more = true;
      while (more) {
        more = in.accept("NOT") || in.accept("ENFORCED");
      }
      return true;
    }
    in.position(before);
    return false;
  }

  private String parenthesized() {
    in.expectSign("(");
    int from = in.position();
    expressions.expr();
    String text = in.textFrom(from);
    in.expectSign(")");
    return text;
  }

  /** A key of a table, added to the list that it belongs to. */
  void key(List<Statement.KeySpec> keys, List<Key.Foreign> foreign) {
    String constraint = null;
    if (in.accept("CONSTRAINT") && !isKey()) {
      constraint = in.name();
    }
    if (in.accept("FOREIGN")) {
      in.expect("KEY");
      String name = in.isSign("(") ? constraint : in.name();
      List<String> columns = in.names();
      foreign.add(references(constraint == null ? name : constraint, columns));
      return;
    }
    var kind = Key.Kind.INDEX;
    if (in.accept("PRIMARY")) {
      in.expect("KEY");
      kind = Key.Kind.PRIMARY;
    } else if (in.accept("UNIQUE")) {
      kind = Key.Kind.UNIQUE;
      skipKeyWord();
    } else if (in.accept("FULLTEXT")) {
      kind = Key.Kind.FULLTEXT;
      skipKeyWord();
    } else if (in.accept("SPATIAL")) {
      kind = Key.Kind.SPATIAL;
      skipKeyWord();
    } else if (!in.accept("KEY")) {
      in.expect("INDEX");
    }
    String name = in.isSign("(") || in.isWord("USING") ? null : in.name();
    keys.add(keyRest(kind, name == null ? constraint : name));
  }

  private void skipKeyWord() {
    if (!in.accept("KEY")) {
      in.accept("INDEX");
    }
  }

  Statement.KeySpec keyRest(Key.Kind kind, @Nullable String name) {
    String using = using();
    List<Key.Part> parts = parts();
    String comment = "";
    for (boolean more = true; more; ) {
      String again = using();
      if (again != null) {
        using = again;
      } else if (in.accept("COMMENT")) {
        comment = in.string();
      } else if (in.accept("KEY_BLOCK_SIZE")) {
        in.acceptSign("=");
        in.integer();
      } else if (in.accept("WITH")) {
        in.expect("PARSER");
        in.name();
      } else {
        more = in.accept("VISIBLE") || in.accept("INVISIBLE");
      }
    }
    return new Statement.KeySpec(kind, name, parts, using, comment);
  }

  private @Nullable String using() {
    return in.accept("USING") ? in.name().toUpperCase(Locale.ROOT) : null;
  }

  private List<Key.Part> parts() {
    in.expectSign("(");
    var parts = new ArrayList<Key.Part>();
    do {
      String column = in.name();
      int prefix = 0;
      if (in.acceptSign("(")) {
        prefix = (int) in.integer();
        in.expectSign(")");
      }
      boolean descending = in.accept("DESC");
      if (!descending) {
        in.accept("ASC");
      }
      parts.add(new Key.Part(column, prefix, descending));
    } while (in.acceptSign(","));
    in.expectSign(")");
    return parts;
  }

  private Key.Foreign references(@Nullable String name, List<String> columns) {
    in.expect("REFERENCES");
    Statement.Name table = in.qualified();
    List<String> references = in.isSign("(") ? in.names() : List.of();
    String onDelete = "";
    String onUpdate = "";
    while (in.isWord("ON") || in.isWord("MATCH")) {
      if (in.accept("MATCH")) {
        in.next();
        continue;
      }
      in.next();
      boolean delete = in.accept("DELETE");
      if (!delete) {
        in.expect("UPDATE");
      }
      String action = action();
      onDelete = delete ? action : onDelete;
      onUpdate = delete ? onUpdate : action;
    }
    return new Key.Foreign(
        name == null ? "" : name,
        columns,
        table.schema() == null ? "" : table.schema(),
        table.name(),
        references,
        onDelete,
        onUpdate);
  }

  private String action() {
    if (in.accept("SET")) {
      return in.accept("NULL") ? "SET NULL" : defaulted();
    }
    if (in.accept("NO")) {
      in.expect("ACTION");
      return "NO ACTION";
    }
    if (in.accept("CASCADE")) {
      return "CASCADE";
    }
    in.expect("RESTRICT");
    return "RESTRICT";
  }

  private String defaulted() {
    in.expect("DEFAULT");
    return "SET DEFAULT";
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
      in.accept("KEY");
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
      references(null, List.of());
    } else if (in.isWord("CHECK") || in.isWord("CONSTRAINT")) {
      return check();
    } else if (in.accept("GENERATED")) {
      in.expect("ALWAYS");
    } else if (in.accept("AS")) {
      column.generated = parenthesized();
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

  /** {@code ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 …}. */
  Statement.TableOptions options() {
    String engine = null;
    String charset = null;
    String collation = null;
    Long autoIncrement = null;
    String comment = null;
    var more = new ArrayList<String>();
    while (true) {
      in.acceptSign(",");
      boolean defaulted = in.accept("DEFAULT");
      if (in.accept("ENGINE") || in.accept("TYPE")) {
        in.acceptSign("=");
        engine = in.wordOrString();
      } else if (in.accept("CHARSET")
          || in.accept("CHARACTER", "SET")
          || in.accept("CHAR", "SET")) {
        in.acceptSign("=");
        charset = in.isWord("BINARY") ? in.next().text() : in.wordOrString();
      } else if (in.accept("COLLATE")) {
        in.acceptSign("=");
        collation = in.wordOrString();
      } else if (defaulted) {
        throw in.error();
      } else if (in.accept("AUTO_INCREMENT")) {
        in.acceptSign("=");
        autoIncrement = in.integer();
      } else if (in.accept("COMMENT")) {
        in.acceptSign("=");
        comment = in.string();
      } else if (isPlainOption()) {
        String name = in.next().text().toUpperCase(Locale.ROOT);
        if (name.equals("DATA") || name.equals("INDEX")) {
          in.expect("DIRECTORY");
        }
        in.acceptSign("=");
        String value = in.next().text();
        if (name.equals("ROW_FORMAT")) {
          more.add(name + "=" + value.toUpperCase(Locale.ROOT));
        }
      } else {
        break;
      }
    }
    if (in.isWord("PARTITION")) {
      while (!in.atEnd()) {
        in.next();
      }
    }
    return new Statement.TableOptions(engine, charset, collation, autoIncrement, comment, more);
  }

  private boolean isPlainOption() {
    String word = in.peek().kind() == Token.Kind.WORD ? in.peek().text() : "";
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "ROW_FORMAT",
          "KEY_BLOCK_SIZE",
          "MAX_ROWS",
          "MIN_ROWS",
          "AVG_ROW_LENGTH",
          "PACK_KEYS",
          "CHECKSUM",
          "DELAY_KEY_WRITE",
          "STATS_PERSISTENT",
          "STATS_AUTO_RECALC",
          "STATS_SAMPLE_PAGES",
          "INSERT_METHOD",
          "TABLESPACE",
          "ENCRYPTION",
          "COMPRESSION",
          "CONNECTION",
          "PASSWORD",
          "DATA",
          "INDEX" ->
          true;
      default -> false;
    };
  }
}

package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the definitions of columns, keys and options in CREATE and ALTER TABLE. */
final class TableParser {
  private final Cursor in;
  private final ExprParser expressions;
  private final ColumnParser columnParser;

  TableParser(Cursor in, ExprParser expressions) {
    this.in = in;
    this.expressions = expressions;
    this.columnParser = new ColumnParser(in, expressions, this);
  }

  /** {@code (column …, KEY …)}, after the parenthesis. */
  void elements(
      List<Statement.ColumnDefinitionSpec> columns,
      List<Statement.KeySpec> keys,
      List<Key.Foreign> foreign) {
    do {
      if (!isKey()) {
        columns.add(columnParser.column(in.identifier()));
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
  boolean check() {
    int before = in.position();
    if (in.accept("CONSTRAINT") && !in.isWord("CHECK")) {
      in.identifier();
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

  String parenthesized() {
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
      constraint = in.identifier();
    }
    if (in.accept("FOREIGN")) {
      in.expect("KEY");
      String name = in.isSign("(") ? constraint : in.identifier();
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
    String name = in.isSign("(") || in.isWord("USING") ? null : in.identifier();
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
        in.identifier();
      } else {
        more = in.accept("VISIBLE") || in.accept("INVISIBLE");
      }
    }
    return new Statement.KeySpec(kind, name, parts, using, comment);
  }

  private @Nullable String using() {
    return in.accept("USING") ? in.identifier().toUpperCase(Locale.ROOT) : null;
  }

  private List<Key.Part> parts() {
    in.expectSign("(");
    var parts = new ArrayList<Key.Part>();
    do {
      String column = in.identifier();
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

  Key.Foreign references(@Nullable String name, List<String> columns) {
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

  /** What stands behind the name of a column. */
  Statement.ColumnDefinitionSpec column(String name) {
    return columnParser.column(name);
  }

  Statement.TableOptions options() {
    return new TableOptionsParser(in).options();
  }

  private String defaulted() {
    in.expect("DEFAULT");
    return "SET DEFAULT";
  }
}

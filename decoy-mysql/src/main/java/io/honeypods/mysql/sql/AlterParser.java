package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.Statement.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what ALTER TABLE changes. */
final class AlterParser {
  private final Cursor in;
  private final QueryParser queries;
  private final TableParser tables;

  AlterParser(Cursor in, QueryParser queries, TableParser tables) {
    this.in = in;
    this.queries = queries;
    this.tables = tables;
  }

  List<Change> changes() {
    var changes = new ArrayList<Change>();
    if (in.atEnd()) {
      return changes;
    }
    do {
      change(changes);
    } while (in.acceptSign(","));
    return changes;
  }

  private void change(List<Change> changes) {
    if (in.accept("ADD")) {
      add(changes);
    } else if (in.accept("DROP")) {
      changes.add(drop());
    } else if (in.accept("MODIFY")) {
      in.accept("COLUMN");
      String name = in.identifier();
      changes.add(new Change.ChangeColumn(name, tables.column(name), after()));
    } else if (in.accept("CHANGE")) {
      in.accept("COLUMN");
      String name = in.identifier();
      changes.add(new Change.ChangeColumn(name, tables.column(in.identifier()), after()));
    } else if (in.accept("RENAME")) {
      rename(changes);
    } else if (in.accept("ALTER")) {
      changes.add(alterColumn());
    } else if (in.accept("CONVERT")) {
      in.expect("TO");
      changes.add(new Change.Options(tables.options(), true));
    } else if (in.accept("ORDER", "BY")) {
      new CallParser(in, queries.expressions()).orders();
    } else if (in.accept("ENABLE") || in.accept("DISABLE")) {
      in.expect("KEYS");
      changes.add(new Change.Nothing());
    } else if (in.accept("DISCARD") || in.accept("IMPORT")) {
      in.expect("TABLESPACE");
      changes.add(new Change.Nothing());
    } else if (in.accept("ALGORITHM") || in.accept("LOCK")) {
      in.acceptSign("=");
      in.next();
      changes.add(new Change.Nothing());
    } else if (in.accept("FORCE")) {
      changes.add(new Change.Nothing());
    } else {
      int before = in.position();
      Statement.TableOptions options = tables.options();
      if (in.position() == before) {
        throw in.error();
      }
      changes.add(new Change.Options(options, false));
    }
  }

  private void add(List<Change> changes) {
    if (tables.isKey()) {
      var keys = new ArrayList<Statement.KeySpec>();
      var foreign = new ArrayList<Key.Foreign>();
      tables.key(keys, foreign);
      keys.forEach(key -> changes.add(new Change.AddKey(key)));
      foreign.forEach(key -> changes.add(new Change.AddForeign(key)));
      return;
    }
    in.accept("COLUMN");
    if (in.acceptSign("(")) {
      do {
        changes.add(new Change.AddColumn(tables.column(in.identifier()), null));
      } while (in.acceptSign(","));
      in.expectSign(")");
      return;
    }
    Statement.ColumnDefinitionSpec column = tables.column(in.identifier());
    changes.add(new Change.AddColumn(column, after()));
  }

  private @Nullable String after() {
    if (in.accept("FIRST")) {
      return "";
    }
    return in.accept("AFTER") ? in.identifier() : null;
  }

  private Change drop() {
    if (in.accept("PRIMARY")) {
      in.expect("KEY");
      return new Change.DropKey("PRIMARY");
    }
    if (in.accept("FOREIGN")) {
      in.expect("KEY");
      return new Change.DropForeign(in.identifier());
    }
    if (in.accept("INDEX") || in.accept("KEY")) {
      return new Change.DropKey(in.identifier());
    }
    if (in.accept("CHECK") || in.accept("CONSTRAINT")) {
      in.identifier();
      return new Change.Nothing();
    }
    in.accept("COLUMN");
    return new Change.DropColumn(in.identifier());
  }

  private void rename(List<Change> changes) {
    if (in.accept("COLUMN")) {
      String old = in.identifier();
      in.expect("TO");
      changes.add(new Change.RenameColumn(old, in.identifier()));
    } else if (in.accept("INDEX") || in.accept("KEY")) {
      in.identifier();
      in.expect("TO");
      in.identifier();
      changes.add(new Change.Nothing());
    } else {
      if (!in.accept("TO")) {
        in.accept("AS");
      }
      changes.add(new Change.Rename(in.qualified()));
    }
  }

  private Change alterColumn() {
    in.accept("COLUMN");
    String name = in.identifier();
    if (in.accept("DROP")) {
      in.expect("DEFAULT");
      return new Change.SetDefault(name, null);
    }
    in.expect("SET");
    in.expect("DEFAULT");
    return new Change.SetDefault(name, queries.expressions().bits());
  }
}

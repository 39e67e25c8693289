package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What foreign keys allow, and what they do to the rows of other tables. */
final class ForeignKeys {
  /** How deep a cascade may go. */
  private static final int MAX_DEPTH = 15;

  private final Run run;
  private final boolean checked;
  private int depth;

  ForeignKeys(Run run) {
    this.run = run;
    this.checked =
        !(run.variable(SystemVariables.Scope.ANY, "foreign_key_checks") instanceof Value value)
            || Coercion.truth(value)
            || Coercion.text(value).equalsIgnoreCase("ON");
  }

  /** A foreign key of a table. */
  private record Reference(Table table, Key.Foreign key) {}

  /** A row that is to be added, or that a row becomes, must refer to rows that are there. */
  void check(Table table, Value[] row) {
    if (!checked) {
      return;
    }
    for (Key.Foreign key : table.foreignKeys()) {
      List<Value> wanted = values(table, key.columns(), row);
      Table parent = parent(key);
      boolean none = wanted.stream().anyMatch(Value.Null.class::isInstance);
      if (!none && (parent == null || !has(parent, key.references(), wanted))) {
        throw new SqlException(
            1452,
            "23000",
            "Cannot add or update a child row: a foreign key constraint fails " + text(table, key));
      }
    }
  }

  /** What refers to a row that goes: it goes too, forgets it, or holds it. */
  void removing(Table table, Value[] row) {
    for (Reference reference : references(table)) {
      Key.Foreign key = reference.key();
      List<Value> old = values(table, key.references(), row);
      for (RowKey at : rows(reference, old, table, row)) {
        act(reference, at, key.onDelete(), null);
      }
    }
  }

  /** The same for a row that changes. */
  void replacing(Table table, Value[] before, Value[] after) {
    for (Reference reference : references(table)) {
      Key.Foreign key = reference.key();
      List<Value> old = values(table, key.references(), before);
      List<Value> changed = values(table, key.references(), after);
      if (!old.equals(changed)) {
        for (RowKey at : rows(reference, old, table, before)) {
          act(reference, at, key.onUpdate(), changed);
        }
      }
    }
  }

  /** A table that others refer to can not be dropped without them. */
  void dropping(Table table, Collection<Table> dropped) {
    for (Reference reference : references(table)) {
      if (reference.table() != table && !dropped.contains(reference.table())) {
        throw new SqlException(
            3730,
            "HY000",
            "Cannot drop table '"
                + table.name()
                + "' referenced by a foreign key constraint '"
                + reference.key().name()
                + "' on table '"
                + reference.table().name()
                + "'.");
      }
    }
  }

  /** A table that others refer to can not be emptied at once. */
  void truncating(Table table) {
    for (Reference reference : references(table)) {
      if (reference.table() != table) {
        throw new SqlException(
            1701,
            "42000",
            "Cannot truncate a table referenced in a foreign key constraint "
                + text(reference.table(), reference.key()));
      }
    }
  }

  private void act(Reference reference, RowKey at, String rule, @Nullable List<Value> changed) {
    Table table = reference.table();
    Value[] row = table.row(at);
    if (row == null) {
      return;
    }
    boolean cascades = rule.equals("CASCADE");
    if ((!cascades && !rule.equals("SET NULL")) || depth >= MAX_DEPTH) {
      throw new SqlException(
          1451,
          "23000",
          "Cannot delete or update a parent row: a foreign key constraint fails "
              + text(table, reference.key()));
    }
    depth++;
    if (cascades && changed == null) {
      removing(table, row);
      new RowChanges(run).remove(table, at);
    } else {
      Value[] next = row.clone();
      List<String> columns = reference.key().columns();
      for (int i = 0; i < columns.size(); i++) {
        next[table.position(columns.get(i))] =
            changed == null || !cascades ? Value.NULL : changed.get(i);
      }
      replacing(table, row, next);
      new RowChanges(run).replace(table, at, next);
    }
    depth--;
  }

  private List<Reference> references(Table table) {
    var found = new ArrayList<Reference>();
    if (!checked) {
      return found;
    }
    for (Schema schema : run.server().catalogue().schemas().values()) {
      for (Table other : schema.tables().values()) {
        for (Key.Foreign key : other.foreignKeys()) {
          if (key.schema().equals(table.schema()) && key.table().equals(table.name())) {
            found.add(new Reference(other, key));
          }
        }
      }
    }
    return found;
  }

  private @Nullable Table parent(Key.Foreign key) {
    Schema schema = run.server().catalogue().schema(key.schema());
    return schema == null ? null : schema.tables().get(key.table());
  }

  private boolean has(Table parent, List<String> columns, List<Value> wanted) {
    for (Value[] row : parent.rows()) {
      run.tick();
      if (same(parent, columns, row, wanted)) {
        return true;
      }
    }
    return false;
  }

  private List<RowKey> rows(Reference reference, List<Value> wanted, Table from, Value[] self) {
    var found = new ArrayList<RowKey>();
    for (Map.Entry<RowKey, Value[]> entry : reference.table().entries()) {
      run.tick();
      boolean own = reference.table() == from && java.util.Arrays.equals(entry.getValue(), self);
      if (!own && same(reference.table(), reference.key().columns(), entry.getValue(), wanted)) {
        found.add(entry.getKey());
      }
    }
    return found;
  }

  private static boolean same(Table table, List<String> columns, Value[] row, List<Value> wanted) {
    for (int i = 0; i < columns.size(); i++) {
      int at = table.position(columns.get(i));
      if (at < 0
          || row[at] instanceof Value.Null
          || wanted.get(i) instanceof Value.Null
          || !key(table, at, row[at]).equals(key(table, at, wanted.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static Object key(Table table, int at, Value value) {
    return Comparison.sortKey(value, table.columns().get(at).type().collation());
  }

  private static List<Value> values(Table table, List<String> columns, Value[] row) {
    return columns.stream()
        .map(
            name -> {
              int at = table.position(name);
              return at < 0 ? Value.NULL : row[at];
            })
        .toList();
  }

  private static String text(Table table, Key.Foreign key) {
    return "(`"
        + table.schema()
        + "`.`"
        + table.name()
        + "`, "
        + CreateTableText.foreign(table.schema(), key)
        + ")";
  }
}

package io.honeypods.mysql.sql;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** UPDATE of the rows that were found in one table. */
final class RowUpdate {
  /** What IGNORE makes warnings of: duplicates, and rows that foreign keys hold. */
  private static final Set<Integer> IGNORED = Set.of(1062, 1451, 1452);

  private final Run run;

  RowUpdate(Run run) {
    this.run = run;
  }

  long[] apply(
      ChangeTarget target,
      List<Value[]> rows,
      Map<Integer, Node> changes,
      Stored stored,
      boolean ignore) {
    Table table = target.table();
    int width = table.columns().size();
    boolean touched =
        changes.keySet().stream()
            .anyMatch(index -> index >= target.offset() && index < target.offset() + width);
    if (!touched) {
      return new long[2];
    }
    var located = new RowLocator(run).locate(target, rows);
    var dml = new ColumnDefaults(run);
    long changed = 0;
    long number = 0;
    for (Map.Entry<RowKey, Value[]> entry : located.entrySet()) {
      number++;
      Value[] joined = entry.getValue();
      Value[] next = java.util.Arrays.copyOfRange(joined, target.offset(), target.offset() + width);
      var frame = new Frame(new Frame(null));
      Value[] view = joined.clone();
      frame.row = view;
      for (Map.Entry<Integer, Node> change : changes.entrySet()) {
        int at = change.getKey() - target.offset();
        if (at < 0 || at >= width) {
          continue;
        }
        TableColumn column = table.columns().get(at);
        Value value =
            change.getValue() instanceof ChangeExecutor.DefaultOf
                ? dml.initial(column, stored, number)
                : change.getValue().eval(frame);
        next[at] = notNull(value, column, stored, number);
        view[change.getKey()] = next[at];
      }
      onUpdate(target, next, changes, stored, entry.getKey());
      dml.generate(table, next, stored, number);
      changed += replace(table, entry.getKey(), next, ignore) ? 1 : 0;
    }
    return new long[] {located.size(), changed};
  }

  private boolean replace(Table table, RowKey at, Value[] next, boolean ignore) {
    try {
      Value[] before = table.row(at);
      if (before != null && !java.util.Arrays.equals(before, next)) {
        var keys = new ForeignKeys(run);
        keys.check(table, next);
        keys.replacing(table, before, next);
      }
      return new RowChanges(run).replace(table, at, next);
    } catch (SqlException e) {
      if (!ignore || !IGNORED.contains(e.error().code())) {
        throw e;
      }
      run.warn(e.error().code(), e.error().message());
      return false;
    }
  }

  private Value notNull(Value value, TableColumn column, Stored stored, long row) {
    if (value instanceof Value.Null && !column.nullable()) {
      String message = "Column '" + column.name() + "' cannot be null";
      if (stored.strict()) {
        throw new SqlException(1048, "23000", message);
      }
      run.warn(1048, message);
      return ColumnDefaults.implicit(column);
    }
    return stored.convert(value, column, row);
  }

  private void onUpdate(
      ChangeTarget target, Value[] next, Map<Integer, Node> changes, Stored stored, RowKey at) {
    Value[] before = target.table().row(at);
    if (before == null || java.util.Arrays.equals(before, next)) {
      return;
    }
    for (int i = 0; i < next.length; i++) {
      TableColumn column = target.table().columns().get(i);
      if (column.onUpdate() != null && !changes.containsKey(target.offset() + i)) {
        next[i] = stored.convert(new Value.DateTime(run.local(), 6), column, 1);
      }
    }
  }
}

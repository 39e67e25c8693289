package io.honeypods.mysql.sql;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one INSERT or REPLACE as they go into the table. */
final class InsertRows {
  private final Run run;
  private final ColumnDefaults columns;
  private final AutoNumbers numbers;
  private final Statement.Insert insert;
  private final Inserting inserting;
  private final Map<Integer, Node> updates;
  private final Stored stored;
  private final InsertProgress progress = new InsertProgress();

  /**
   * @param updates what ON DUPLICATE KEY UPDATE sets, by the index of the column
   */
  InsertRows(
      Run run,
      ColumnDefaults columns,
      Statement.Insert insert,
      Inserting inserting,
      Map<Integer, Node> updates,
      Stored stored) {
    this.run = run;
    this.columns = columns;
    this.numbers = new AutoNumbers(run);
    this.insert = insert;
    this.inserting = inserting;
    this.updates = updates;
    this.stored = stored;
  }

  InsertProgress progress() {
    return progress;
  }

  /** Adds a row, or does what the statement says where there is one like it. */
  void add(Value[] row) {
    Table table = inserting.table();
    progress.records++;
    long explicit = numbers.number(table, row, progress);
    UniqueKeys.Conflict conflict = table.unique().conflict(row, null);
    while (conflict != null && insert.replace()) {
      new RowChanges(run).remove(table, conflict.at());
      progress.affected++;
      progress.duplicates++;
      conflict = table.unique().conflict(row, null);
    }
    if (conflict == null) {
      put(row, explicit);
      return;
    }
    progress.duplicates++;
    if (!updates.isEmpty()) {
      inserting.row(row);
      long affected = update(conflict);
      progress.affected += affected;
      progress.explicitId = affected > 0 && explicit > 0 ? explicit : progress.explicitId;
      return;
    }
    SqlException error = RowChanges.duplicate(table, conflict.key(), row);
    if (!insert.ignore()) {
      throw error;
    }
    run.warn(1062, error.error().message());
  }

  private void put(Value[] row, long explicit) {
    Table table = inserting.table();
    try {
      new ForeignKeys(run).check(table, row);
    } catch (SqlException e) {
      if (!insert.ignore()) {
        throw e;
      }
      run.warn(e.error().code(), e.error().message());
      progress.duplicates++;
      return;
    }
    new RowChanges(run).add(table, row);
    progress.affected++;
    if (explicit > 0) {
      progress.explicitId = explicit;
      table.nextAutoIncrement(Math.max(table.nextAutoIncrement(), explicit + 1));
    }
  }

  private long update(UniqueKeys.Conflict conflict) {
    Table table = inserting.table();
    Value @Nullable [] found = table.row(conflict.at());
    if (found == null) {
      return 0;
    }
    Value[] changed = found.clone();
    var frame = new Frame(null);
    frame.row = changed;
    updates.forEach(
        (at, node) ->
            changed[at] =
                columns.checked(node.eval(frame), table.columns().get(at), stored, 1, false));
    columns.generate(table, changed, stored, 1);
    return new RowChanges(run).replace(table, conflict.at(), changed) ? 2 : 0;
  }
}

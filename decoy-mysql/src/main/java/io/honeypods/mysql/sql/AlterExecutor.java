package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.Statement.Change;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** ALTER TABLE: builds the table anew and moves the rows. */
final class AlterExecutor {
  private final Run run;
  private final Session session;

  AlterExecutor(Run run) {
    this.run = run;
    this.session = run.session();
  }

  StatementResult alter(Statement.AlterTable alter) {
    Table table = Tables.base(session, alter.table(), "ALTER");
    var builder = new TableBuilder(run, table.schema(), table.name(), table.options().collation());
    builder.columns().addAll(table.columns());
    builder.keys().addAll(table.keys());
    builder.foreign().addAll(table.foreignKeys());
    var changes = new TableChanges(run, table.columns().size());
    Table.Options options = table.options();
    long next = table.nextAutoIncrement();
    Statement.Name renamed = null;
    boolean copies = false;
    for (Change change : alter.changes()) {
      switch (change) {
        case Change.Options(var given, _) -> {
          options = changed(options, given);
          Long increment = given.autoIncrement();
          next = increment == null ? next : Math.max(next, increment);
        }
        case Change.Rename(var name) -> renamed = name;
        default -> {
          changes.apply(change, builder);
          copies |= change instanceof Change.ChangeColumn;
        }
      }
    }
    Table rebuilt = builder.build(table.temporary(), options);
    move(table, rebuilt, changes);
    rebuilt.nextAutoIncrement(Math.max(next, rebuilt.nextAutoIncrement()));
    put(table, rebuilt, renamed);
    boolean renames = alter.changes().stream().allMatch(Change.Rename.class::isInstance);
    if (renames && !alter.changes().isEmpty()) {
      return StatementResult.Ok.NONE;
    }
    long rows = copies ? table.rowCount() : 0;
    return new StatementResult.Ok(
        rows, 0, "Records: " + rows + "  Duplicates: 0  Warnings: 0", List.of());
  }

  private Table.Options changed(Table.Options old, Statement.TableOptions given) {
    Table.Options fresh = new CreateExecutor(run).options(given, old.collation());
    return new Table.Options(
        given.engine() == null ? old.engine() : fresh.engine(),
        fresh.collation(),
        given.comment() == null ? old.comment() : fresh.comment(),
        given.more().isEmpty() ? old.more() : fresh.more());
  }

  private void put(Table table, Table rebuilt, Statement.@Nullable Name renamed) {
    Schema schema = Tables.schema(session, table.schema());
    String key = schema.name() + "." + table.name();
    if (table.temporary()) {
      session.temporaryTables().put(key, rebuilt);
      return;
    }
    schema.tables().put(table.name(), rebuilt);
    if (renamed != null) {
      var from = new Statement.Name(schema.name(), table.name());
      new RenameExecutor(run).rename(new Statement.RenameTables(List.of(from), List.of(renamed)));
    }
  }

  private void move(Table from, Table to, TableChanges changes) {
    var stored = new Stored(run, false);
    var dml = new ColumnDefaults(run);
    Catalogue catalogue = run.server().catalogue();
    long number = 0;
    for (Map.Entry<RowKey, Value[]> entry : from.entries()) {
      run.tick();
      number++;
      Value[] row = new Value[to.columns().size()];
      Arrays.fill(row, Value.NULL);
      for (int i = 0; i < row.length; i++) {
        TableColumn column = to.columns().get(i);
        int origin = changes.origin(i);
        if (origin >= 0) {
          row[i] = stored.convert(entry.getValue()[origin], column, number);
        } else if (column.autoIncrement()) {
          row[i] = Value.Int.of(number);
          to.nextAutoIncrement(number + 1);
        } else if (!column.nullable() && column.initial() == null && column.initialSql() == null) {
          row[i] = ColumnDefaults.implicit(column);
        } else {
          row[i] = dml.initial(column, stored, number);
        }
      }
      dml.generate(to, row, stored, number);
      if (to.unique().conflict(row, null) instanceof UniqueKeys.Conflict conflict) {
        throw RowChanges.duplicate(to, conflict.key(), row);
      }
      to.add(row, run.now());
    }
    if (!catalogue.reserve(to.bytes() - from.bytes())) {
      throw Errors.tableFull(from.name());
    }
  }
}

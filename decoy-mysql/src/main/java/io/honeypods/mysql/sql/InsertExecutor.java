package io.honeypods.mysql.sql;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** INSERT and REPLACE. */
final class InsertExecutor {
  private final Run run;
  private final QueryCompiler queries;
  private final ColumnDefaults columns;
  private final AutoNumbers numbers;

  InsertExecutor(Run run) {
    this.run = run;
    this.columns = new ColumnDefaults(run);
    this.numbers = new AutoNumbers(run);
    this.queries = new QueryCompiler(run);
  }

  StatementResult insert(Statement.Insert insert) {
    if (insert.query() != null) {
      run.changing();
    }
    Table table = Tables.base(run.session(), insert.table(), "INSERT");
    run.strict(true);
    int[] targets = targets(insert, table);
    var progress = new InsertProgress();
    var inserting = new Inserting(table);
    run.kept().put("inserted", inserting);
    Map<Integer, Node> updates = onDuplicate(insert, table);
    var stored = new Stored(run, insert.ignore(), table.name());
    int warningsBefore = run.session().warnings().size();
    if (insert.query() != null) {
      Plan plan = queries.compile(insert.query(), Scope.root());
      int expected = insert.columns().isEmpty() ? table.columns().size() : targets.length;
      if (plan.columns().size() != expected) {
        throw columnCount(1);
      }
      for (Value[] row : List.copyOf(plan.rows().run(null))) {
        add(
            insert,
            table,
            complete(table, targets, row, stored, progress.records + 1),
            stored,
            inserting,
            updates,
            progress);
      }
      AutoNumbers.reserve(table, progress);
    } else {
      values(insert, table, targets, stored, inserting, updates, progress);
    }
    return result(insert, progress, run.session().warnings().size() - warningsBefore);
  }

  private StatementResult result(Statement.Insert insert, InsertProgress progress, int warnings) {
    long id = progress.firstId;
    if (id > 0) {
      run.session().lastInsertId(id);
    } else {
      id = progress.explicitId;
    }
    boolean tells = insert.query() != null || insert.rows().size() > 1;
    String info =
        tells
            ? "Records: "
                + progress.records
                + "  Duplicates: "
                + progress.duplicates
                + "  Warnings: "
                + warnings
            : "";
    return new StatementResult.Ok(progress.affected, id, info, List.of());
  }

  private static SqlException columnCount(long row) {
    return new SqlException(1136, "21S01", "Column count doesn't match value count at row " + row);
  }

  private static int[] targets(Statement.Insert insert, Table table) {
    if (insert.columns().isEmpty()) {
      int[] all = new int[table.columns().size()];
      for (int i = 0; i < all.length; i++) {
        all[i] = i;
      }
      return all;
    }
    int[] targets = new int[insert.columns().size()];
    var seen = new BitSet();
    for (int i = 0; i < targets.length; i++) {
      String name = insert.columns().get(i);
      targets[i] = table.position(name);
      if (targets[i] < 0) {
        throw Errors.unknownColumn(name, "field list");
      }
      if (seen.get(targets[i])) {
        throw new SqlException(1110, "42000", "Column '" + name + "' specified twice");
      }
      seen.set(targets[i]);
    }
    return targets;
  }

  private void values(
      Statement.Insert insert,
      Table table,
      int[] targets,
      Stored stored,
      Inserting inserting,
      Map<Integer, Node> updates,
      InsertProgress progress) {
    Scope scope = columns.scope(table);
    long number = 0;
    for (List<Expr> row : insert.rows()) {
      number++;
      boolean none = row.isEmpty() && insert.columns().isEmpty();
      if (row.size() != targets.length && !none) {
        throw columnCount(number);
      }
    }
    number = 0;
    for (List<Expr> row : insert.rows()) {
      number++;
      run.tick();
      Value[] values = new Value[table.columns().size()];
      var frame = new Frame(null);
      frame.row = values;
      java.util.Arrays.fill(values, Value.NULL);
      var given = new BitSet();
      for (int i = 0; i < row.size(); i++) {
        TableColumn column = table.columns().get(targets[i]);
        if (row.get(i) instanceof Expr.Default) {
          values[targets[i]] = columns.initial(column, stored, number);
        } else {
          ColumnDefaults.notGenerated(column, table);
          Value value = queries.expressions().compile(row.get(i), scope).eval(frame);
          values[targets[i]] =
              columns.checked(value, column, stored, number, insert.rows().size() > 1);
        }
        given.set(targets[i]);
      }
      columns.defaults(table, values, given, stored, number);
      add(insert, table, values, stored, inserting, updates, progress);
    }
  }

  private Value[] complete(Table table, int[] targets, Value[] row, Stored stored, long number) {
    Value[] values = new Value[table.columns().size()];
    java.util.Arrays.fill(values, Value.NULL);
    var given = new BitSet();
    for (int i = 0; i < targets.length; i++) {
      values[targets[i]] =
          columns.checked(row[i], table.columns().get(targets[i]), stored, number, true);
      given.set(targets[i]);
    }
    columns.defaults(table, values, given, stored, number);
    return values;
  }

  private void add(
      Statement.Insert insert,
      Table table,
      Value[] row,
      Stored stored,
      Inserting inserting,
      Map<Integer, Node> updates,
      InsertProgress progress) {
    progress.records++;
    long explicit = numbers.number(table, row, progress);
    Table.Conflict conflict = table.conflict(row, null);
    while (conflict != null && insert.replace()) {
      new RowChanges(run).remove(table, conflict.at());
      progress.affected++;
      progress.duplicates++;
      conflict = table.conflict(row, null);
    }
    if (conflict == null) {
      put(insert, table, row, explicit, progress);
      return;
    }
    progress.duplicates++;
    if (!updates.isEmpty()) {
      inserting.row(row);
      long affected = update(table, conflict, updates, stored);
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

  private void put(
      Statement.Insert insert, Table table, Value[] row, long explicit, InsertProgress progress) {
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

  private Map<Integer, Node> onDuplicate(Statement.Insert insert, Table table) {
    var updates = new java.util.LinkedHashMap<Integer, Node>();
    Scope scope = columns.scope(table);
    for (Statement.Assign assign : insert.onDuplicate()) {
      int at = table.position(assign.column().name());
      if (at < 0) {
        throw Errors.unknownColumn(assign.column().name(), "field list");
      }
      updates.put(at, queries.expressions().compile(assign.value(), scope));
    }
    return updates;
  }

  private long update(
      Table table, Table.Conflict conflict, Map<Integer, Node> updates, Stored stored) {
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

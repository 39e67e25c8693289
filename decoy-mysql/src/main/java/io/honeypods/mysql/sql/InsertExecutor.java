package io.honeypods.mysql.sql;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** INSERT and REPLACE. */
final class InsertExecutor {
  private final Run run;
  private final QueryCompiler queries;
  private final ColumnDefaults columns;

  InsertExecutor(Run run) {
    this.run = run;
    this.columns = new ColumnDefaults(run);
    this.queries = new QueryCompiler(run);
  }

  StatementResult insert(Statement.Insert insert) {
    if (insert.query() != null) {
      run.changing();
    }
    Table table = Tables.base(run.session(), insert.table(), "INSERT");
    run.strict(true);
    int[] targets = targets(insert, table);
    var inserting = new Inserting(table);
    run.kept().put("inserted", inserting);
    Map<Integer, Node> updates = onDuplicate(insert, table);
    var stored = new Stored(run, insert.ignore(), table.name());
    int warningsBefore = run.session().warnings().size();
    var rows = new InsertRows(run, columns, insert, inserting, updates, stored);
    Query query = insert.query();
    if (query != null) {
      selected(query, insert, table, targets, stored, rows);
      AutoNumbers.reserve(table, rows.progress());
    } else {
      values(insert, table, targets, stored, rows);
    }
    return result(insert, rows.progress(), run.session().warnings().size() - warningsBefore);
  }

  private void selected(
      Query query,
      Statement.Insert insert,
      Table table,
      int[] targets,
      Stored stored,
      InsertRows rows) {
    Plan plan = queries.compile(query, Scope.root());
    int expected = insert.columns().isEmpty() ? table.columns().size() : targets.length;
    if (plan.columns().size() != expected) {
      throw columnCount(1);
    }
    for (Value[] row : List.copyOf(plan.rows().run(null))) {
      rows.add(complete(table, targets, row, stored, rows.progress().records + 1));
    }
  }

  private StatementResult result(Statement.Insert insert, InsertProgress progress, int warnings) {
    long id = progress.firstId;
    if (id > 0) {
      run.session().tally().lastInsertId(id);
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
      Statement.Insert insert, Table table, int[] targets, Stored stored, InsertRows rows) {
    long number = 0;
    for (List<Expr> row : insert.rows()) {
      number++;
      boolean none = row.isEmpty() && insert.columns().isEmpty();
      if (row.size() != targets.length && !none) {
        throw columnCount(number);
      }
    }
    Scope scope = columns.scope(table);
    boolean several = insert.rows().size() > 1;
    number = 0;
    for (List<Expr> row : insert.rows()) {
      number++;
      run.tick();
      rows.add(evaluated(row, table, targets, scope, stored, number, several));
    }
  }

  private Value[] evaluated(
      List<Expr> row,
      Table table,
      int[] targets,
      Scope scope,
      Stored stored,
      long number,
      boolean several) {
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
        values[targets[i]] = columns.checked(value, column, stored, number, several);
      }
      given.set(targets[i]);
    }
    columns.defaults(table, values, given, stored, number);
    return values;
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
}

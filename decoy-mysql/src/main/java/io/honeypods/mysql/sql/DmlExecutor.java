package io.honeypods.mysql.sql;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** INSERT and REPLACE. */
final class DmlExecutor {
  private final Run run;
  private final QueryCompiler queries;

  DmlExecutor(Run run) {
    this.run = run;
    this.queries = new QueryCompiler(run);
  }

  /** What an INSERT has come to so far. */
  private static final class Progress {
    private long records;
    private long affected;
    private long duplicates;
    private long firstId;
    private long explicitId;
  }

  StatementResult insert(Statement.Insert insert) {
    Table table = Tables.base(run.session(), insert.table(), "INSERT");
    run.strict(true);
    int[] targets = targets(insert, table);
    var progress = new Progress();
    var inserting = new ExprCompiler.Inserting(table);
    run.kept().put("inserted", inserting);
    Map<Integer, Node> updates = onDuplicate(insert, table);
    var stored = new Stored(run, insert.ignore());
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
    } else {
      values(insert, table, targets, stored, inserting, updates, progress);
    }
    return result(insert, progress, run.session().warnings().size() - warningsBefore);
  }

  private StatementResult result(Statement.Insert insert, Progress progress, int warnings) {
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
      ExprCompiler.Inserting inserting,
      Map<Integer, Node> updates,
      Progress progress) {
    Scope scope = scope(table);
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
          values[targets[i]] = initial(column, stored, number);
        } else {
          Value value = queries.expressions().compile(row.get(i), scope).eval(frame);
          values[targets[i]] = checked(value, column, stored, number, insert.rows().size() > 1);
        }
        given.set(targets[i]);
      }
      defaults(table, values, given, stored, number);
      add(insert, table, values, stored, inserting, updates, progress);
    }
  }

  private Scope scope(Table table) {
    return new Scope(null, fields(table), new BitSet());
  }

  private static List<Field> fields(Table table) {
    var fields = new ArrayList<Field>();
    for (TableColumn column : table.columns()) {
      fields.add(
          new Field(
              table.schema(),
              table.name(),
              table.name(),
              column.name(),
              column.name(),
              Fields.type(column).asNullable(),
              0));
    }
    return fields;
  }

  private Value checked(Value value, TableColumn column, Stored stored, long row, boolean several) {
    if (value instanceof Value.Null && !column.nullable() && !column.autoIncrement()) {
      if (stored.strict() || !several) {
        if (column.type().name() == TypeName.TIMESTAMP && !stored.strict()) {
          return stored.convert(new Value.DateTime(run.local(), 0), column, row);
        }
        if (stored.strict()) {
          throw new SqlException(1048, "23000", "Column '" + column.name() + "' cannot be null");
        }
      }
      run.warn(1048, "Column '" + column.name() + "' cannot be null");
      return implicit(column);
    }
    return stored.convert(value, column, row);
  }

  private Value[] complete(Table table, int[] targets, Value[] row, Stored stored, long number) {
    Value[] values = new Value[table.columns().size()];
    java.util.Arrays.fill(values, Value.NULL);
    var given = new BitSet();
    for (int i = 0; i < targets.length; i++) {
      values[targets[i]] = checked(row[i], table.columns().get(targets[i]), stored, number, true);
      given.set(targets[i]);
    }
    defaults(table, values, given, stored, number);
    return values;
  }

  private void defaults(Table table, Value[] values, BitSet given, Stored stored, long row) {
    for (int i = 0; i < values.length; i++) {
      TableColumn column = table.columns().get(i);
      if (!given.get(i)) {
        values[i] = initial(column, stored, row);
      }
    }
    generate(table, values, stored, row);
  }

  /** Computes the columns that are generated. */
  void generate(Table table, Value[] values, Stored stored, long row) {
    for (int i = 0; i < values.length; i++) {
      TableColumn column = table.columns().get(i);
      String sql = column.generated();
      if (sql != null) {
        var frame = new Frame(null);
        frame.row = values;
        Expr expr = Sql.expression(sql, run.server(), run.session().settings());
        values[i] =
            stored.convert(
                queries.expressions().compile(expr, scope(table)).eval(frame), column, row);
      }
    }
  }

  /** The default of a column; error 1364 where it has none. */
  Value initial(TableColumn column, Stored stored, long row) {
    if (column.autoIncrement() || column.generated() != null) {
      return Value.NULL;
    }
    String sql = column.initialSql();
    if (sql != null) {
      Expr expr = Sql.expression(sql, run.server(), run.session().settings());
      return stored.convert(
          queries.expressions().compile(expr, Scope.root()).eval(new Frame(null)), column, row);
    }
    Value value = column.initial();
    if (value != null) {
      return value;
    }
    if (column.nullable()) {
      return Value.NULL;
    }
    String message = "Field '" + column.name() + "' doesn't have a default value";
    if (stored.strict()) {
      throw new SqlException(1364, "HY000", message);
    }
    run.warn(1364, message);
    return implicit(column);
  }

  /** What stands in for a value where none may be missing. */
  static Value implicit(TableColumn column) {
    return switch (column.type().name().family()) {
      case INTEGER -> new Value.Int(BigInteger.ZERO, column.type().unsigned());
      case DECIMAL ->
          new Value.Decimal(
              java.math.BigDecimal.ZERO.setScale(Math.max(0, column.type().decimals())));
      case REAL -> new Value.Real(0);
      case TEXT ->
          new Value.Text(
              column.type().name() == TypeName.ENUM ? column.type().elements().getFirst() : "");
      case BIT, BINARY -> Coercion.blob(new byte[0]);
      case TEMPORAL -> Value.NULL;
      case JSON -> new Value.Json("null");
    };
  }

  private void add(
      Statement.Insert insert,
      Table table,
      Value[] row,
      Stored stored,
      ExprCompiler.Inserting inserting,
      Map<Integer, Node> updates,
      Progress progress) {
    progress.records++;
    number(table, row, progress);
    Table.Conflict conflict = table.conflict(row, null);
    while (conflict != null && insert.replace()) {
      new RowChanges(run).remove(table, conflict.at());
      progress.affected++;
      progress.duplicates++;
      conflict = table.conflict(row, null);
    }
    if (conflict == null) {
      new RowChanges(run).add(table, row);
      progress.affected++;
      return;
    }
    progress.duplicates++;
    if (!updates.isEmpty()) {
      inserting.row(row);
      progress.affected += update(table, conflict, updates, stored);
      return;
    }
    SqlException error = RowChanges.duplicate(table, conflict.key(), row);
    if (!insert.ignore()) {
      throw error;
    }
    run.warn(1062, error.error().message());
  }

  private void number(Table table, Value[] row, Progress progress) {
    for (int i = 0; i < row.length; i++) {
      TableColumn column = table.columns().get(i);
      if (!column.autoIncrement()) {
        continue;
      }
      BigInteger given = row[i] instanceof Value.Null ? BigInteger.ZERO : Coercion.integer(row[i]);
      boolean keepsZero = run.session().settings().mode("NO_AUTO_VALUE_ON_ZERO");
      if (given.signum() == 0 && !(keepsZero && !(row[i] instanceof Value.Null))) {
        long next = table.nextAutoIncrement();
        row[i] = new Stored(run, false).convert(Value.Int.of(next), column, 1);
        table.nextAutoIncrement(next + 1);
        progress.firstId = progress.firstId == 0 ? next : progress.firstId;
      } else if (given.signum() > 0 && given.bitLength() < 63) {
        progress.explicitId = given.longValue();
        table.nextAutoIncrement(Math.max(table.nextAutoIncrement(), given.longValue() + 1));
      }
    }
  }

  private Map<Integer, Node> onDuplicate(Statement.Insert insert, Table table) {
    var updates = new java.util.LinkedHashMap<Integer, Node>();
    Scope scope = scope(table);
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
            changed[at] = checked(node.eval(frame), table.columns().get(at), stored, 1, false));
    generate(table, changed, stored, 1);
    return new RowChanges(run).replace(table, conflict.at(), changed) ? 2 : 0;
  }
}

package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** UPDATE and DELETE, of one table or of several that are joined. */
final class ChangeExecutor {
  private final Run run;
  private final QueryCompiler queries;

  ChangeExecutor(Run run) {
    this.run = run;
    this.queries = new QueryCompiler(run);
  }

  /** A table in FROM, and where its columns lie in a joined row. */
  private record Target(Table table, String alias, int offset) {}

  private void targets(Query.Source source, List<Target> targets, int[] width, String privilege) {
    switch (source) {
      case Query.TableRef ref -> {
        String alias = ref.alias() == null ? ref.name() : ref.alias();
        if (Tables.find(run.session(), ref.schema(), ref.name()) instanceof Tables.Found.Base) {
          Table table =
              Tables.base(run.session(), new Statement.Name(ref.schema(), ref.name()), privilege);
          targets.add(new Target(table, alias, width[0]));
          width[0] += table.columns().size();
        } else {
          Tables.base(run.session(), new Statement.Name(ref.schema(), ref.name()), privilege);
        }
      }
      case Query.Join join -> {
        targets(join.left(), targets, width, privilege);
        targets(join.right(), targets, width, privilege);
      }
      case Query.Derived derived ->
          width[0] += queries.sources().compile(derived, Scope.root()).fields().size();
    }
  }

  /** Rows that WHERE, ORDER BY and LIMIT leave, and the scope in which they are. */
  private List<Value[]> rows(
      Relation relation,
      Scope scope,
      @Nullable Expr where,
      List<Query.Order> order,
      Query.@Nullable Limit limit) {
    scope.clause = "where clause";
    Node condition = where == null ? null : queries.expressions().compile(where, scope);
    var keys = new ArrayList<Node>();
    scope.clause = "order clause";
    for (Query.Order by : order) {
      keys.add(queries.expressions().compile(by.by(), scope));
    }
    var found = new ArrayList<Value[][]>();
    for (Value[] row : relation.source().rows(new Frame(null))) {
      run.tick();
      var frame = new Frame(new Frame(null));
      frame.row = row;
      if (condition == null || Coercion.truth(condition.eval(frame))) {
        Value[] key = keys.stream().map(node -> node.eval(frame)).toArray(Value[]::new);
        found.add(new Value[][] {key, row});
      }
    }
    if (!keys.isEmpty()) {
      found.sort((a, b) -> queries.compare(a[0], b[0], keys, order));
    }
    var rows = new ArrayList<Value[]>();
    found.forEach(pair -> rows.add(pair[1]));
    return queries.bounds(limit, Scope.root()).cut(rows);
  }

  StatementResult update(Statement.Update update) {
    var targets = new ArrayList<Target>();
    targets(update.from(), targets, new int[1], "UPDATE");
    Relation relation = queries.sources().compile(update.from(), Scope.root());
    var scope = new Scope(Scope.root(), relation.fields(), relation.hidden());
    Map<Integer, Node> changes = changes(update, scope);
    run.strict(true);
    var stored = new Stored(run, update.ignore());
    List<Value[]> rows = rows(relation, scope, update.where(), update.order(), update.limit());
    if (!Indexes.serves(update.where(), relation, run.session())) {
      run.scanned();
    }
    long matched = 0;
    long changed = 0;
    for (Target target : targets) {
      long[] counts = apply(target, rows, changes, stored, update.ignore());
      matched += counts[0];
      changed += counts[1];
    }
    int warnings = run.session().warnings().size();
    String info = "Rows matched: " + matched + "  Changed: " + changed + "  Warnings: " + warnings;
    long affected = run.session().client().foundRows() ? matched : changed;
    return new StatementResult.Ok(affected, 0, info, List.of());
  }

  private Map<Integer, Node> changes(Statement.Update update, Scope scope) {
    var changes = new LinkedHashMap<Integer, Node>();
    for (Statement.Assign assign : update.changes()) {
      scope.clause = "field list";
      if (!(scope.column(assign.column()) instanceof Node.ColumnOf(_, _, int index, var field))) {
        throw Errors.unknownColumn(assign.column().name(), "field list");
      }
      changes.put(
          index,
          assign.value() instanceof Expr.Default
              ? new DefaultOf(field)
              : queries.expressions().compile(assign.value(), scope));
    }
    return changes;
  }

  /** Marks that a column goes back to its default. */
  private record DefaultOf(Field field) implements Node {
    @Override
    public ResultType type() {
      return field.type();
    }

    @Override
    public Value eval(Frame frame) {
      return Value.NULL;
    }
  }

  private long[] apply(
      Target target,
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
    var located = locate(target, rows);
    var dml = new DmlExecutor(run);
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
            change.getValue() instanceof DefaultOf
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
      return new RowChanges(run).replace(table, at, next);
    } catch (SqlException e) {
      if (!ignore || e.error().code() != 1062) {
        throw e;
      }
      run.warn(1062, e.error().message());
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
      return DmlExecutor.implicit(column);
    }
    return stored.convert(value, column, row);
  }

  private void onUpdate(
      Target target, Value[] next, Map<Integer, Node> changes, Stored stored, RowKey at) {
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

  /** The rows of one table among joined ones, each once. */
  private Map<RowKey, Value[]> locate(Target target, List<Value[]> rows) {
    int width = target.table().columns().size();
    Map<RowIdentity, RowKey> places = new java.util.HashMap<>();
    for (Map.Entry<RowKey, Value[]> entry : target.table().entries()) {
      places.put(new RowIdentity(entry.getValue()), entry.getKey());
    }
    var located = new LinkedHashMap<RowKey, Value[]>();
    var byContent = new HashSet<RowKey>();
    for (Value[] row : rows) {
      run.tick();
      RowKey at = places.get(new RowIdentity(row));
      if (at == null) {
        at = search(target, row, width, byContent);
      }
      if (at != null) {
        located.putIfAbsent(at, row);
      }
    }
    return located;
  }

  /** Joined rows are copies, so that they are found by what they hold. */
  @SuppressWarnings("ReferenceEquality") // joined rows share the values of the rows they are of
  private static @Nullable RowKey search(Target target, Value[] row, int width, Set<RowKey> taken) {
    for (Map.Entry<RowKey, Value[]> entry : target.table().entries()) {
      boolean same = true;
      for (int i = 0; i < width && same; i++) {
        same = entry.getValue()[i] == row[target.offset() + i];
      }
      if (same && width > 0) {
        taken.add(entry.getKey());
        return entry.getKey();
      }
    }
    return null;
  }

  /** A row as itself, whatever it holds. */
  private static final class RowIdentity {
    private final Value[] row;

    RowIdentity(Value[] row) {
      this.row = row;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // that is what it is for
    public boolean equals(@Nullable Object other) {
      return other instanceof RowIdentity that && that.row == row;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(row);
    }
  }

  StatementResult delete(Statement.Delete delete) {
    var targets = new ArrayList<Target>();
    targets(delete.from(), targets, new int[1], "DELETE");
    Relation relation = queries.sources().compile(delete.from(), Scope.root());
    var scope = new Scope(Scope.root(), relation.fields(), relation.hidden());
    List<Value[]> rows = rows(relation, scope, delete.where(), delete.order(), delete.limit());
    if (delete.where() != null && !Indexes.serves(delete.where(), relation, run.session())) {
      run.scanned();
    }
    long removed = 0;
    for (Target target : wanted(delete, targets)) {
      for (RowKey at : locate(target, rows).keySet()) {
        new RowChanges(run).remove(target.table(), at);
        removed++;
      }
    }
    return StatementResult.Ok.affected(removed);
  }

  private static List<Target> wanted(Statement.Delete delete, List<Target> targets) {
    if (delete.targets().isEmpty()) {
      return targets;
    }
    var wanted = new ArrayList<Target>();
    for (Statement.Name name : delete.targets()) {
      wanted.add(
          targets.stream()
              .filter(target -> target.alias().equals(name.name()))
              .findFirst()
              .orElseThrow(() -> Errors.unknownTableIn(name.name(), "MULTI DELETE")));
    }
    return wanted;
  }
}

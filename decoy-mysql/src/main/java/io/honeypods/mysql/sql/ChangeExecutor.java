package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** UPDATE and DELETE, of one table or of several that are joined. */
final class ChangeExecutor {

  private final Run run;
  private final QueryCompiler queries;

  ChangeExecutor(Run run) {
    this.run = run;
    this.queries = new QueryCompiler(run);
  }

  private void targets(
      Query.Source source, List<ChangeTarget> targets, int[] width, String privilege) {
    switch (source) {
      case Query.TableRef ref -> {
        String alias = ref.alias() == null ? ref.name() : ref.alias();
        if (Tables.find(run.session(), ref.schema(), ref.name()) instanceof Tables.Found.Base) {
          Table table =
              Tables.base(run.session(), new Statement.Name(ref.schema(), ref.name()), privilege);
          targets.add(new ChangeTarget(table, alias, width[0]));
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
    var targets = new ArrayList<ChangeTarget>();
    run.changing();
    targets(update.from(), targets, new int[1], "UPDATE");
    Relation relation = queries.sources().compile(update.from(), Scope.root());
    var scope = new Scope(Scope.root(), relation.fields(), relation.hidden());
    Map<Integer, Node> changes = changes(update, scope);
    run.strict(true);
    safe(update.where(), update.limit(), relation);
    List<Value[]> rows = rows(relation, scope, update.where(), update.order(), update.limit());
    if (!Indexes.serves(update.where(), relation, run.session())) {
      run.scanned();
    }
    long matched = 0;
    long changed = 0;
    for (ChangeTarget target : targets) {
      var stored = new Stored(run, update.ignore(), target.table().name());
      long[] counts = new RowUpdate(run).apply(target, rows, changes, stored, update.ignore());
      matched += counts[0];
      changed += counts[1];
    }
    int warnings = run.session().warnings().size();
    String info = "Rows matched: " + matched + "  Changed: " + changed + "  Warnings: " + warnings;
    long affected = run.session().client().foundRows() ? matched : changed;
    return new StatementResult.Ok(affected, 0, info, List.of());
  }

  /** With sql_safe_updates rows are only found by an index, or only so many. */
  private void safe(@Nullable Expr where, Query.@Nullable Limit limit, Relation relation) {
    boolean safe =
        run.variable(SystemVariables.Scope.ANY, "sql_safe_updates") instanceof Value value
            && (Coercion.truth(value) || Coercion.text(value).equalsIgnoreCase("ON"));
    if (safe && limit == null && !Indexes.serves(where, relation, run.session())) {
      throw new SqlException(
          1175,
          "HY000",
          "You are using safe update mode and you tried to update a table without a WHERE that"
              + " uses a KEY column");
    }
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
  record DefaultOf(Field field) implements Node {
    @Override
    public ResultType type() {
      return field.type();
    }

    @Override
    public Value eval(Frame frame) {
      return Value.NULL;
    }
  }

  StatementResult delete(Statement.Delete delete) {
    var targets = new ArrayList<ChangeTarget>();
    run.changing();
    targets(delete.from(), targets, new int[1], "DELETE");
    Relation relation = queries.sources().compile(delete.from(), Scope.root());
    var scope = new Scope(Scope.root(), relation.fields(), relation.hidden());
    safe(delete.where(), delete.limit(), relation);
    List<Value[]> rows = rows(relation, scope, delete.where(), delete.order(), delete.limit());
    if (!Indexes.serves(delete.where(), relation, run.session())) {
      run.scanned();
    }
    long removed = 0;
    for (ChangeTarget target : wanted(delete, targets)) {
      for (RowKey at : new RowLocator(run).locate(target, rows).keySet()) {
        Value[] row = target.table().row(at);
        if (row != null) {
          new ForeignKeys(run).removing(target.table(), row);
          new RowChanges(run).remove(target.table(), at);
        }
        removed++;
      }
    }
    return StatementResult.Ok.affected(removed);
  }

  private static List<ChangeTarget> wanted(Statement.Delete delete, List<ChangeTarget> targets) {
    if (delete.targets().isEmpty()) {
      return targets;
    }
    var wanted = new ArrayList<ChangeTarget>();
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

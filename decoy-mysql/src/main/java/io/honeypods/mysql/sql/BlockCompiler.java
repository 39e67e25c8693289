package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns one SELECT … FROM … WHERE … GROUP BY … HAVING … ORDER BY … LIMIT into a plan. */
final class BlockCompiler {
  private static final int MAX_COLUMNS = 4096;

  private final QueryCompiler queries;
  private final Run run;
  private final Scope outer;

  BlockCompiler(QueryCompiler queries, Scope outer) {
    this.queries = queries;
    this.run = queries.run();
    this.outer = outer;
  }

  /** The parts of a block, compiled. */
  private record Parts(
      Relation relation,
      @Nullable Node where,
      List<Plan.Column> columns,
      List<Node> group,
      @Nullable Node having,
      List<Node> order,
      boolean grouped,
      Scope scope) {}

  Plan compile(Query.Block block, Query query) {
    Query.Source from = block.from();
    Relation relation =
        from == null
            ? new Relation(List.of(), new BitSet(), frame -> List.<Value[]>of(new Value[0]))
            : queries.sources().compile(from, outer);
    var scope = new Scope(outer, relation.fields(), relation.hidden());
    Node where = null;
    Expr condition = block.where();
    List<Plan.Column> columns = items(block, scope, from != null);
    if (condition != null) {
      scope.clause = "where clause";
      scope.aggregates = false;
      where = queries.expressions().compile(condition, scope);
    }
    var bare = List.copyOf(scope.bare);
    List<Node> group = group(block, scope, columns);
    scope.clause = "having clause";
    scope.aggregates = true;
    scope.aliasesFirst = true;
    Expr having = block.having();
    Node filter = having == null ? null : queries.expressions().compile(having, scope);
    List<Node> order = order(query, scope, columns);
    boolean grouped = !block.group().isEmpty() || !scope.aggregators.isEmpty();
    if (grouped && from != null) {
      new GroupRule(run).check(block, scope, columns, group, bare);
    }
    if (from instanceof Query.TableRef || from instanceof Query.Join) {
      if (!Indexes.serves(condition, relation, run.session())) {
        run.scanned();
      }
    }
    var parts = new Parts(relation, where, columns, group, filter, order, grouped, scope);
    QueryCompiler.Bounds bounds = queries.bounds(query.limit(), outer);
    if (scope.correlated) {
      outer.correlated = true;
    }
    return new Plan(
        columns,
        outer.correlated && outer.outer != null,
        up -> run(parts, block, query, bounds, up));
  }

  private List<Plan.Column> items(Query.Block block, Scope scope, boolean hasFrom) {
    var columns = new ArrayList<Plan.Column>();
    scope.aggregates = true;
    for (Query.Item item : block.items()) {
      if (item.expr() instanceof Expr.Star(var schema, var table)) {
        if (!hasFrom && table == null) {
          throw new SqlException(1096, "HY000", "No tables used");
        }
        star(schema, table, scope, columns);
      } else {
        Node node = queries.expressions().compile(item.expr(), scope);
        columns.add(new Plan.Column(Names.of(item), node));
      }
      if (columns.size() > MAX_COLUMNS) {
        throw new SqlException(1117, "HY000", "Too many columns");
      }
    }
    for (Plan.Column column : columns) {
      scope.aliases.add(new Scope.Alias(column.name(), column.node().type()));
    }
    return columns;
  }

  private void star(
      @Nullable String schema, @Nullable String table, Scope scope, List<Plan.Column> columns) {
    boolean found = false;
    for (int i = 0; i < scope.fields.size(); i++) {
      Field field = scope.fields.get(i);
      boolean named =
          table == null
              ? !scope.hidden.get(i)
              : Scope.sameTable(field, table)
                  && (schema == null || schema.equalsIgnoreCase(field.schema()));
      if (named) {
        found = true;
        scope.bare.add(field);
        columns.add(new Plan.Column(field.name(), new Node.ColumnOf(field.type(), 0, i, field)));
      }
    }
    if (!found && table != null) {
      throw new SqlException(1051, "42S02", "Unknown table '" + table + "'");
    }
  }

  private List<Node> group(Query.Block block, Scope scope, List<Plan.Column> columns) {
    scope.clause = "group statement";
    scope.aggregates = false;
    scope.aliasesLast = true;
    var group = new ArrayList<Node>();
    for (Query.Order by : block.group()) {
      if (by.by() instanceof Expr.Literal(Value.Int(var number, _), _, _)) {
        int at = number.intValue();
        if (at < 1 || at > columns.size()) {
          throw Errors.unknownColumn(number.toString(), "group statement");
        }
        group.add(columns.get(at - 1).node());
      } else {
        Node node = queries.expressions().compile(by.by(), scope);
        group.add(node instanceof Node.OutputOf(_, int index) ? columns.get(index).node() : node);
      }
    }
    scope.aliasesLast = false;
    return group;
  }

  private List<Node> order(Query query, Scope scope, List<Plan.Column> columns) {
    scope.clause = "order clause";
    var order = new ArrayList<Node>();
    for (Query.Order by : query.order()) {
      if (by.by() instanceof Expr.Literal(Value.Int(var number, _), _, _)) {
        int at = number.bitLength() > 30 ? 0 : number.intValue();
        if (at < 1 || at > columns.size()) {
          throw Errors.unknownColumn(number.toString(), "order clause");
        }
        order.add(new Node.OutputOf(columns.get(at - 1).node().type(), at - 1));
      } else {
        order.add(queries.expressions().compile(by.by(), scope));
      }
    }
    return order;
  }

  /** A row of the result with the values that it is sorted by. */
  @SuppressWarnings("ArrayRecordComponent") // rows are arrays, and nobody compares these
  private record Sorted(Value[] keys, Value[] row) {}

  private List<Value[]> run(
      Parts parts,
      Query.Block block,
      Query query,
      QueryCompiler.Bounds bounds,
      @Nullable Frame up) {
    var outerFrame = new Frame(up);
    Collection<Value[]> rows = parts.relation().source().rows(outerFrame);
    var frame = new Frame(outerFrame);
    boolean stops =
        !parts.grouped() && parts.order().isEmpty() && !block.distinct() && !block.counted();
    long most =
        stops && bounds.count() < Long.MAX_VALUE - bounds.offset()
            ? bounds.offset() + bounds.count()
            : Long.MAX_VALUE;
    var result = new ArrayList<Sorted>();
    if (parts.grouped()) {
      groups(parts, block, rows, frame, result);
    } else if (most > 0) {
      Node where = parts.where();
      for (Value[] row : rows) {
        run.tick();
        frame.row = row;
        if (where == null || Coercion.truth(where.eval(frame))) {
          emit(parts, frame, result);
          if (result.size() >= most) {
            break;
          }
        }
      }
    }
    return finish(parts, block, query, bounds, result);
  }

  private List<Value[]> finish(
      Parts parts,
      Query.Block block,
      Query query,
      QueryCompiler.Bounds bounds,
      List<Sorted> result) {
    if (!parts.order().isEmpty()) {
      result.sort((a, b) -> queries.compare(a.keys(), b.keys(), parts.order(), query.order()));
    }
    List<Value[]> rows = new ArrayList<>(result.size());
    for (Sorted sorted : result) {
      rows.add(sorted.row());
    }
    if (block.distinct()) {
      rows = queries.distinct(rows, parts.columns());
    }
    if (block.counted()) {
      run.session().foundRows(rows.size());
      run.kept().put("counted", true);
    }
    return bounds.cut(rows);
  }

  private void emit(Parts parts, Frame frame, List<Sorted> result) {
    List<Plan.Column> columns = parts.columns();
    Value[] output = new Value[columns.size()];
    for (int i = 0; i < output.length; i++) {
      output[i] = columns.get(i).node().eval(frame);
    }
    frame.output = output;
    Node having = parts.having();
    if (having != null && !Coercion.truth(having.eval(frame))) {
      return;
    }
    Value[] keys = new Value[parts.order().size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = parts.order().get(i).eval(frame);
    }
    run.hold(output);
    result.add(new Sorted(keys, output));
  }

  /** One group of rows: the first of them and what was added up. */
  @SuppressWarnings("ArrayRecordComponent") // rows are arrays, and nobody compares these
  private record Group(Value[] first, List<Aggregator.State> states, Value[] keys) {}

  private void groups(
      Parts parts, Query.Block block, Collection<Value[]> rows, Frame frame, List<Sorted> result) {
    Map<Object, Group> groups = new LinkedHashMap<>();
    int levels = block.rollup() ? parts.group().size() : 0;
    Node where = parts.where();
    for (Value[] row : rows) {
      run.tick();
      frame.row = row;
      if (where != null && !Coercion.truth(where.eval(frame))) {
        continue;
      }
      Value[] values = new Value[parts.group().size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = parts.group().get(i).eval(frame);
      }
      for (int cut = 0; cut <= levels; cut++) {
        add(parts, groups, values, cut, row, frame);
      }
    }
    if (groups.isEmpty() && block.group().isEmpty()) {
      Value[] nulls = new Value[parts.relation().fields().size()];
      java.util.Arrays.fill(nulls, Value.NULL);
      groups.put(List.of(), new Group(nulls, states(parts), new Value[0]));
    }
    List<Group> ordered = new ArrayList<>(groups.values());
    if (levels > 0) {
      ordered.sort((a, b) -> rollupOrder(a, b, parts));
    }
    for (Group group : ordered) {
      frame.row = levels > 0 ? rolled(group, parts) : group.first();
      frame.aggregates =
          group.states().stream().map(Aggregator.State::result).toArray(Value[]::new);
      emit(parts, frame, result);
    }
  }

  private void add(
      Parts parts, Map<Object, Group> groups, Value[] values, int cut, Value[] row, Frame frame) {
    var key = new ArrayList<Object>();
    int kept = values.length - cut;
    for (int i = 0; i < kept; i++) {
      ResultType type = parts.group().get(i).type();
      key.add(
          Comparison.groupKey(values[i], type.isString() ? type.collation() : Collation.DEFAULT));
    }
    Group group = groups.get(key);
    if (group == null) {
      run.hold(128);
      group = new Group(row, states(parts), java.util.Arrays.copyOf(values, kept));
      groups.put(key, group);
    }
    for (Aggregator.State state : group.states()) {
      state.add(frame);
    }
  }

  private static List<Aggregator.State> states(Parts parts) {
    return parts.scope().aggregators.stream().map(Aggregator::start).toList();
  }

  private static int rollupOrder(Group a, Group b, Parts parts) {
    int shared = Math.min(a.keys().length, b.keys().length);
    for (int i = 0; i < shared; i++) {
      int order = Ordering.compare(a.keys()[i], b.keys()[i], parts.group().get(i).type());
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(b.keys().length, a.keys().length);
  }

  /** The first row with NULL for the columns that the total runs over. */
  private static Value[] rolled(Group group, Parts parts) {
    Value[] row = group.first().clone();
    for (int i = group.keys().length; i < parts.group().size(); i++) {
      if (parts.group().get(i) instanceof Node.ColumnOf(_, int level, int index, _) && level == 0) {
        row[index] = Value.NULL;
      }
    }
    return row;
  }
}

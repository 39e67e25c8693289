package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns queries into plans. */
final class QueryCompiler {
  private static final int MAX_VIEWS = 16;
  private final Run run;
  private final ExprCompiler expressions;
  private final SourceCompiler sources;
  private int views;

  QueryCompiler(Run run) {
    this.run = run;
    this.expressions = new ExprCompiler(run, this);
    this.sources = new SourceCompiler(run, this);
  }

  Run run() {
    return run;
  }

  ExprCompiler expressions() {
    return expressions;
  }

  SourceCompiler sources() {
    return sources;
  }

  /** A view inside a view and so on, which must end somewhere. */
  void enterView() {
    if (++views > MAX_VIEWS) {
      throw Errors.stackOverrun();
    }
  }

  void leaveView() {
    views--;
  }

  /** A query inside a scope, whose columns it may use. */
  Plan compile(Query query, @Nullable Scope outer) {
    var scope = new Scope(outer, List.of(), new BitSet());
    for (Query.With with : query.with()) {
      scope.shared.put(
          with.name(), new CommonTables(run, this).define(with, query.recursive(), scope));
    }
    return switch (query.body()) {
      case Query.Block block -> new BlockCompiler(this, scope).compile(block, query);
      case Query.Nested(var nested) ->
          new Ordered(this).limited(inside(compile(nested, scope)), query, scope);
      case Query.Rows(var rows) -> new Ordered(this).limited(rows(rows, scope), query, scope);
      case Query.Union union -> new Ordered(this).limited(union(union, query, scope), query, scope);
    };
  }

  Plan body(Query.Body body, Scope scope) {
    return compile(new Query(List.of(), false, body, List.of(), null, null), scope);
  }

  /** A plan one scope further in. */
  private static Plan inside(Plan plan) {
    return new Plan(plan.columns(), plan.correlated(), up -> plan.rows().run(new Frame(up)));
  }

  private Plan rows(List<List<Expr>> rows, Scope scope) {
    var nodes = new ArrayList<List<Node>>();
    for (List<Expr> row : rows) {
      if (row.size() != rows.getFirst().size()) {
        throw columnCount();
      }
      nodes.add(expressions.compile(row, scope));
    }
    var columns = new ArrayList<Plan.Column>();
    for (int i = 0; i < rows.getFirst().size(); i++) {
      int at = i;
      ResultType type = Types.common(nodes.stream().map(row -> row.get(at)).toList());
      columns.add(new Plan.Column("column_" + i, Node.constant(type, Value.NULL)));
    }
    return new Plan(
        columns,
        scope.correlated,
        outer -> {
          var frame = new Frame(outer);
          var result = new ArrayList<Value[]>();
          for (List<Node> row : nodes) {
            result.add(row.stream().map(node -> node.eval(frame)).toArray(Value[]::new));
          }
          return result;
        });
  }

  static SqlException columnCount() {
    return new SqlException(
        1222, "21000", "The used SELECT statements have a different number of columns");
  }

  private Plan union(Query.Union union, Query ordered, Scope scope) {
    var plans = new ArrayList<Plan>();
    int lastDistinct = 0;
    for (int i = 0; i < union.parts().size(); i++) {
      plans.add(body(union.parts().get(i).body(), scope));
      lastDistinct = i > 0 && !union.parts().get(i).all() ? i : lastDistinct;
      if (plans.get(i).columns().size() != plans.getFirst().columns().size()) {
        throw columnCount();
      }
    }
    boolean streamed = lastDistinct == 0 && ordered.order().isEmpty();
    if (!streamed) {
      run.scanned();
    }
    List<Plan.Column> columns = common(plans, streamed);
    int distinctTo = lastDistinct;
    return new Plan(
        columns,
        plans.stream().anyMatch(Plan::correlated),
        outer -> {
          var all = new ArrayList<Value[]>();
          var seen = new HashSet<Object>();
          for (int i = 0; i < plans.size(); i++) {
            for (Value[] row : plans.get(i).rows().run(new Frame(outer))) {
              run.tick();
              Value[] fitted = fitted(row, columns);
              if (i > distinctTo || distinctTo == 0 || seen.add(key(fitted, columns))) {
                run.hold(fitted);
                all.add(fitted);
              }
            }
          }
          return all;
        });
  }

  private static List<Plan.Column> common(List<Plan> plans, boolean streamed) {
    var columns = new ArrayList<Plan.Column>();
    for (int i = 0; i < plans.getFirst().columns().size(); i++) {
      int at = i;
      ResultType type =
          Types.united(plans.stream().map(plan -> plan.columns().get(at).node()).toList());
      columns.add(KeptFields.united(plans.getFirst().columns().get(i).name(), type, streamed));
    }
    return columns;
  }

  static Value[] fitted(Value[] row, List<Plan.Column> columns) {
    Value[] fitted = new Value[row.length];
    for (int i = 0; i < row.length; i++) {
      fitted[i] = Types.as(row[i], columns.get(i).node().type());
    }
    return fitted;
  }

  int compare(Value[] left, Value[] right, List<Node> keys, List<Query.Order> order) {
    for (int i = 0; i < left.length; i++) {
      int result = Ordering.compare(left[i], right[i], keys.get(i).type());
      if (result != 0) {
        return order.get(i).descending() ? -result : result;
      }
    }
    return 0;
  }

  Bounds bounds(Query.@Nullable Limit limit, Scope scope) {
    if (limit == null) {
      return new Bounds(0, Long.MAX_VALUE);
    }
    long count = number(limit.count(), scope);
    Expr offset = limit.offset();
    return new Bounds(offset == null ? 0 : number(offset, scope), count);
  }

  private long number(Expr expr, Scope scope) {
    var value = Coercion.integer(expressions.compile(expr, scope).eval(new Frame(null)));
    return value.bitLength() > 62 ? Long.MAX_VALUE : Math.max(0, value.longValue());
  }

  /** The part of the rows that LIMIT leaves. */
  record Bounds(long offset, long count) {
    List<Value[]> cut(List<Value[]> rows) {
      if (offset == 0 && count >= rows.size()) {
        return rows;
      }
      int from = (int) Math.min(offset, rows.size());
      int to = (int) Math.min(rows.size(), count > rows.size() ? rows.size() : from + count);
      return rows.subList(from, Math.max(from, to));
    }

    boolean isWhole() {
      return offset == 0 && count == Long.MAX_VALUE;
    }
  }

  /** Rows without those that are there already. */
  List<Value[]> distinct(Collection<Value[]> rows, List<Plan.Column> columns) {
    Set<Object> seen = new HashSet<>();
    var result = new ArrayList<Value[]>();
    for (Value[] row : rows) {
      if (seen.add(key(row, columns))) {
        result.add(row);
      }
    }
    return result;
  }

  /** What makes two rows the same for DISTINCT. */
  static List<Object> key(Value[] row, List<Plan.Column> columns) {
    var key = new ArrayList<Object>(row.length);
    for (int i = 0; i < row.length; i++) {
      ResultType type = columns.get(i).node().type();
      key.add(Comparison.groupKey(row[i], type.isString() ? type.collation() : Collation.DEFAULT));
    }
    return key;
  }
}

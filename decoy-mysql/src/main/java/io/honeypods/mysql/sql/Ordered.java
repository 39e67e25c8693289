package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that ORDER BY and LIMIT put in order after all else is done. */
final class Ordered {
  private final QueryCompiler queries;

  Ordered(QueryCompiler queries) {
    this.queries = queries;
  }

  /** A plan of which ORDER BY and LIMIT see the result only. */
  Plan limited(Plan plan, Query query, Scope outer) {
    if (query.order().isEmpty() && query.limit() == null) {
      return plan;
    }
    var fields = new ArrayList<Field>();
    for (Plan.Column column : plan.columns()) {
      fields.add(new Field("", "", "", column.name(), "", column.node().type(), 0));
    }
    var scope = new Scope(outer, fields, new BitSet());
    scope.clause = "order clause";
    var keys = new ArrayList<Node>();
    for (Query.Order order : query.order()) {
      keys.add(key(order, scope, plan.columns().size(), fields));
    }
    QueryCompiler.Bounds bounds = queries.bounds(query.limit(), outer);
    return new Plan(
        plan.columns(),
        plan.correlated(),
        up -> {
          List<Value[]> rows = plan.rows().run(up);
          if (!keys.isEmpty()) {
            rows = sorted(rows, keys, query.order(), up);
          }
          return bounds.cut(rows);
        });
  }

  private Node key(Query.Order order, Scope scope, int columns, List<Field> fields) {
    if (order.by() instanceof Expr.Literal(Value.Int(var number, _), _, _)) {
      int at = number.intValue();
      if (at < 1 || at > columns) {
        throw Errors.unknownColumn(number.toString(), "order clause");
      }
      return new Node.ColumnOf(fields.get(at - 1).type(), 0, at - 1, fields.get(at - 1));
    }
    return queries.expressions().compile(order.by(), scope);
  }

  private List<Value[]> sorted(
      List<Value[]> rows, List<Node> keys, List<Query.Order> order, @Nullable Frame up) {
    var sortable = new ArrayList<Value[][]>();
    for (Value[] row : rows) {
      var frame = new Frame(new Frame(up));
      frame.row = row;
      Value[] key = keys.stream().map(node -> node.eval(frame)).toArray(Value[]::new);
      sortable.add(new Value[][] {key, row});
    }
    sortable.sort((a, b) -> queries.compare(a[0], b[0], keys, order));
    var result = new ArrayList<Value[]>(sortable.size());
    sortable.forEach(pair -> result.add(pair[1]));
    return result;
  }
}

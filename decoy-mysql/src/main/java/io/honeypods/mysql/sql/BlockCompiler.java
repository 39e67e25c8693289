package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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

  Plan compile(Query.Block block, Query query) {
    Query.Source from = block.from();
    Relation relation =
        from == null
            ? new Relation(List.of(), new BitSet(), frame -> List.<Value[]>of(new Value[0]))
            : queries.sources().compile(from, outer);
    var scope = new Scope(outer, relation.fields(), relation.hidden());
    Node where = null;
    Expr condition = block.where();
    scope.namedWindows = block.windows();
    scope.windowsAllowed = true;
    List<Plan.Column> columns = items(block, scope, from != null);
    scope.windowsAllowed = false;
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
    scope.windowsAllowed = true;
    List<Node> order = order(query, scope, columns);
    boolean grouped = !block.group().isEmpty() || !scope.aggregators.isEmpty();
    if (grouped && from != null) {
      new GroupRule(run).check(block, scope, columns, group, bare);
    }
    var parts = new BlockRun.Parts(relation, where, columns, group, filter, order, grouped, scope);
    QueryCompiler.Bounds bounds = queries.bounds(query.limit(), outer);
    if (new Access(block, query, relation, scope).scans(where, bounds.count())) {
      run.scanned();
    }
    if (scope.correlated) {
      outer.correlated = true;
    }
    return new Plan(
        KeptColumns.shown(block, query, columns, group, scope),
        outer.correlated && outer.outer != null,
        up -> new BlockRun(queries, parts, block, query, bounds).run(up));
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
        Node node = shown(item, queries.expressions().compile(item.expr(), scope));
        columns.add(new Plan.Column(Names.of(item, node), node));
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

  /** A parameter for itself is as its value is; names are cut where they are too long. */
  private Node shown(Query.Item item, Node node) {
    if (item.alias() != null && Names.isCut(item.alias())) {
      run.warn(1466, "Leading spaces are removed from name '" + item.alias() + "'");
    }
    return item.expr() instanceof Expr.Parameter
            && node instanceof Node.Constant(var type, var value)
            && !(value instanceof Value.Null)
        ? Node.constant(type.notNull(), value)
        : node;
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
        scope.used.set(i);
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
}

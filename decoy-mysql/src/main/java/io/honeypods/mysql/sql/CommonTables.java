package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** WITH: tables that a query defines for itself. */
final class CommonTables {
  private final Run run;
  private final QueryCompiler queries;

  CommonTables(Run run, QueryCompiler queries) {
    this.run = run;
    this.queries = queries;
  }

  Relation.Shared define(Query.With with, boolean recursive, Scope scope) {
    if (recursive
        && with.query().body() instanceof Query.Union union
        && union.parts().size() > 1
        && refers(union.parts().getLast().body(), with.name())) {
      return recursive(with, union, scope);
    }
    return alias -> {
      Plan plan = queries.compile(with.query(), scope);
      List<Field> fields = fields(with, plan, alias, run);
      return new Relation(fields, new BitSet(), outer -> plan.rows().run(outer));
    };
  }

  private static boolean refers(Query.Body body, String name) {
    return switch (body) {
      case Query.Block block -> block.from() != null && refers(block.from(), name);
      case Query.Nested(var query) -> refers(query.body(), name);
      case Query.Union(var parts) -> parts.stream().anyMatch(part -> refers(part.body(), name));
      case Query.Rows _ -> false;
    };
  }

  private static boolean refers(Query.Source source, String name) {
    return switch (source) {
      case Query.TableRef ref -> ref.schema() == null && ref.name().equals(name);
      case Query.Derived(var query, _, _) -> refers(query.body(), name);
      case Query.Join join -> refers(join.left(), name) || refers(join.right(), name);
    };
  }

  /** Whether a query is so simple that it becomes part of the one around it. */
  static boolean isMerged(Query query, Plan plan) {
    return query.limit() == null
        && query.body() instanceof Query.Block block
        && block.from() != null
        && !block.distinct()
        && block.group().isEmpty()
        && block.having() == null
        && plan.columns().stream().noneMatch(column -> isAdded(column.node()));
  }

  /** One row at most: no table is read for what is around it. */
  private static boolean isSingle(Query query) {
    boolean one =
        query.limit() != null
            && ExprCompiler.literal(query.limit().count()) instanceof Value.Int(var count, _)
            && count.bitLength() < 2;
    return one
        || (query.body() instanceof Query.Block block
            && block.group().isEmpty()
            && (block.from() == null || isAggregated(block)));
  }

  private static boolean isAggregated(Query.Block block) {
    return block.items().stream().anyMatch(item -> item.expr() instanceof Expr.Aggregate);
  }

  private static boolean isAdded(Node node) {
    return node instanceof Node.AggregateOf || node instanceof Node.Kept;
  }

  /** A column as the query around sees it: that of the table, or that of a temporary one. */
  static Field field(String alias, String original, String name, Node node, boolean merged) {
    if (!merged) {
      return KeptFields.field(alias, "", name, node);
    }
    boolean view = !original.isEmpty();
    if (node instanceof Node.ColumnOf(var type, _, _, var field)) {
      ResultType seen = type.isTemporal() ? type.collated(Collation.DEFAULT) : type;
      return new Field(
          field.schema(),
          alias,
          view ? original : field.originalTable(),
          name,
          name,
          seen,
          field.flags());
    }
    ResultType type = node.type();
    int flags = FieldFlags.kept(type) | (type.isNumber() ? 0x80 : 0);
    return new Field("", alias, view ? original : "", name, name, type, flags);
  }

  static List<Field> fields(Query.With with, Plan plan, String alias, Run run) {
    if (!with.columns().isEmpty() && with.columns().size() != plan.columns().size()) {
      throw new SqlException(
          1353,
          "HY000",
          "In definition of view, derived table or common table expression, SELECT list and column"
              + " names list have different column counts");
    }
    boolean merged = isMerged(with.query(), plan);
    if (!merged && !isSingle(with.query())) {
      run.scanned();
    }
    var fields = new ArrayList<Field>();
    for (int i = 0; i < plan.columns().size(); i++) {
      Plan.Column column = plan.columns().get(i);
      String name = with.columns().isEmpty() ? column.name() : with.columns().get(i);
      fields.add(field(alias, "", name, column.node(), merged));
    }
    return fields;
  }

  private Relation.Shared recursive(Query.With with, Query.Union union, Scope scope) {
    return alias -> {
      List<Query.Part> parts = union.parts();
      int seeds = 0;
      while (seeds < parts.size() && !refers(parts.get(seeds).body(), with.name())) {
        seeds++;
      }
      if (seeds == 0) {
        throw new SqlException(
            3574,
            "HY000",
            "Recursive Common Table Expression '"
                + with.name()
                + "' should have one or more non-recursive query blocks followed by one or more"
                + " recursive ones");
      }
      var seedBody =
          seeds == 1 ? parts.getFirst().body() : new Query.Union(parts.subList(0, seeds));
      Plan seed = queries.body(seedBody, scope);
      List<Field> fields = seeded(with, seed, alias);
      var latest = new ArrayList<Value[]>();
      var inner = new Scope(scope, List.of(), new BitSet());
      inner.shared.put(
          with.name(),
          name ->
              new Relation(
                  fields.stream()
                      .map(f -> new Field("", name, "", f.name(), f.name(), f.type(), f.flags()))
                      .toList(),
                  new BitSet(),
                  outer -> List.copyOf(latest)));
      Plan step = queries.body(new Query.Union(parts.subList(seeds, parts.size())), inner);
      if (step.columns().size() != seed.columns().size()) {
        throw QueryCompiler.columnCount();
      }
      boolean distinct = !parts.getLast().all();
      return new Relation(
          fields, new BitSet(), outer -> iterate(seed, step, latest, distinct, outer));
    };
  }

  /** The columns of the first part, all of which may be NULL. */
  private List<Field> seeded(Query.With with, Plan seed, String alias) {
    run.scanned();
    var columns = new ArrayList<Plan.Column>();
    for (Plan.Column column : seed.columns()) {
      columns.add(KeptFields.united(column.name(), column.node().type(), false));
    }
    return fields(with, new Plan(columns, seed.correlated(), seed.rows()), alias, run).stream()
        .map(Field::nullable)
        .toList();
  }

  private List<Value[]> iterate(
      Plan seed, Plan step, List<Value[]> latest, boolean distinct, @Nullable Frame outer) {
    Set<Object> seen = new HashSet<>();
    var all = new ArrayList<Value[]>();
    latest.clear();
    for (Value[] row : seed.rows().run(outer)) {
      keep(row, distinct, seen, seed, all, latest);
    }
    long most = run.session().settings().recursion();
    for (long round = 1; !latest.isEmpty(); round++) {
      if (round > most + 1) {
        throw new SqlException(
            3636,
            "HY000",
            "Recursive query aborted after "
                + (most + 1)
                + " iterations. Try increasing @@cte_max_recursion_depth to a larger value.");
      }
      List<Value[]> more = step.rows().run(outer);
      latest.clear();
      for (Value[] row : more) {
        run.tick();
        keep(QueryCompiler.fitted(row, seed.columns()), distinct, seen, seed, all, latest);
      }
    }
    return all;
  }

  private void keep(
      Value[] row,
      boolean distinct,
      Set<Object> seen,
      Plan seed,
      List<Value[]> all,
      List<Value[]> latest) {
    if (!distinct || seen.add(QueryCompiler.key(row, seed.columns()))) {
      run.hold(row);
      all.add(row);
      latest.add(row);
    }
  }
}

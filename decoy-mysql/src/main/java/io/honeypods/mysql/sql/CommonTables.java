package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
      List<Field> fields = fields(with, plan, alias);
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

  static List<Field> fields(Query.With with, Plan plan, String alias) {
    if (!with.columns().isEmpty() && with.columns().size() != plan.columns().size()) {
      throw new SqlException(
          1353,
          "HY000",
          "In definition of view, derived table or common table expression, SELECT list and column"
              + " names list have different column counts");
    }
    var fields = new ArrayList<Field>();
    for (int i = 0; i < plan.columns().size(); i++) {
      Plan.Column column = plan.columns().get(i);
      String name = with.columns().isEmpty() ? column.name() : with.columns().get(i);
      fields.add(new Field("", alias, alias, name, name, column.node().type(), 0));
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
      List<Field> fields = fields(with, seed, alias).stream().map(Field::nullable).toList();
      var latest = new ArrayList<Value[]>();
      var inner = new Scope(scope, List.of(), new BitSet());
      inner.shared.put(
          with.name(),
          name ->
              new Relation(
                  fields.stream()
                      .map(f -> new Field("", name, name, f.name(), f.name(), f.type(), 0))
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

  private List<Value[]> iterate(
      Plan seed,
      Plan step,
      List<Value[]> latest,
      boolean distinct,
      @org.jspecify.annotations.Nullable Frame outer) {
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

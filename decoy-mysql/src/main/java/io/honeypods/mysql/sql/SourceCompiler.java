package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Turns what FROM names into relations. */
final class SourceCompiler {
  private final Run run;

  private final QueryCompiler queries;

  SourceCompiler(Run run, QueryCompiler queries) {
    this.run = run;
    this.queries = queries;
  }

  Relation compile(Query.Source source, Scope scope) {
    return switch (source) {
      case Query.TableRef ref -> table(ref, scope);
      case Query.Derived derived -> derived(derived, scope);
      case Query.Join join -> new JoinCompiler(run, queries).join(join, scope);
    };
  }

  private Relation derived(Query.Derived derived, Scope scope) {
    Plan plan = queries.compile(derived.query(), scope);
    var with = new Query.With(derived.alias(), derived.columns(), derived.query());
    List<Field> fields = CommonTables.fields(with, plan, derived.alias(), run);
    return new Relation(fields, new BitSet(), outer -> plan.rows().run(outer));
  }

  private Relation table(Query.TableRef ref, Scope scope) {
    String alias = ref.alias() == null ? ref.name() : ref.alias();
    if (ref.schema() == null && scope.shared(ref.name()) instanceof Relation.Shared shared) {
      return shared.relation(alias);
    }
    Tables.Found found = Tables.find(run.session(), ref.schema(), ref.name());
    return switch (found) {
      case Tables.Found.Base(var table) -> {
        if (!table.temporary()) {
          rights("SELECT", table.schema(), table.name());
        }
        hinted(ref, table, alias);
        yield new Relation(
            fields(table, alias),
            new BitSet(),
            outer -> table.rows(run.session().transaction()),
            List.of(
                new Relation.Part(
                    table.schema(), table.name(), alias, 0, table.columns().size(), table.keys())));
      }
      case Tables.Found.Virtual(var table) -> virtual(table, alias);
      case Tables.Found.Viewed(var view) -> view(view, alias);
    };
  }

  private static void hinted(Query.TableRef ref, Table table, String alias) {
    for (String index : ref.indexes()) {
      if (table.keys().stream().noneMatch(key -> key.name().equalsIgnoreCase(index))) {
        throw new SqlException(
            1176, "42000", "Key '" + index + "' doesn't exist in table '" + alias + "'");
      }
    }
  }

  private void rights(String privilege, String schema, String table) {
    run.server().system().rights().require(run.session(), privilege, schema, table);
  }

  private List<Field> fields(Table table, String alias) {
    var fields = new ArrayList<Field>();
    for (TableColumn column : table.columns()) {
      fields.add(
          new Field(
              table.schema(),
              alias,
              table.name(),
              column.name(),
              column.name(),
              Fields.type(column),
              FieldFlags.of(column, table.keys())));
    }
    return fields;
  }

  private Relation virtual(VirtualTable table, String alias) {
    List<Key> keys = table instanceof SystemTable system ? system.keys() : List.of();
    var fields = new ArrayList<Field>();
    for (TableColumn column : table.columns()) {
      fields.add(
          new Field(
              table.schema(),
              alias,
              table.name(),
              column.name(),
              column.name(),
              Fields.type(column),
              FieldFlags.of(column, keys),
              ShownColumns.of(table, column, FieldFlags.of(column, keys))));
    }
    Relation.Source rows =
        outer -> {
          var all = new ArrayList<Value[]>();
          for (List<Value> row : cached(table)) {
            all.add(row.toArray(new Value[0]));
          }
          return all;
        };
    var part =
        new Relation.Part(table.schema(), table.name(), alias, 0, table.columns().size(), keys);
    return new Relation(fields, new BitSet(), rows, List.of(part));
  }

  @SuppressWarnings("unchecked") // only rows are kept under a virtual table
  private List<List<Value>> cached(VirtualTable table) {
    return (List<List<Value>>) run.kept().computeIfAbsent(table, key -> table.rows(run.session()));
  }

  private Relation view(View view, String alias) {
    rights("SELECT", view.schema(), view.name());
    queries.enterView();
    String before = run.session().schema();
    try {
      run.session().schema(view.schema());
      Query query = Views.query(view, run);
      Plan plan = queries.compile(query, null);
      boolean merged = CommonTables.isMerged(query, plan);
      var fields = new ArrayList<Field>();
      for (int i = 0; i < plan.columns().size(); i++) {
        Plan.Column column = plan.columns().get(i);
        String name = view.columnNames().isEmpty() ? column.name() : view.columnNames().get(i);
        fields.add(CommonTables.field(alias, view.name(), name, column.node(), merged));
      }
      return new Relation(fields, new BitSet(), outer -> plan.rows().run(null));
    } finally {
      run.session().schema(before);
      queries.leaveView();
    }
  }
}

package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** EXPLAIN: what the optimizer might have said. */
final class Explainer {
  private static final Map<String, ResultType> HEAD = head();

  private final Run run;

  Explainer(Run run) {
    this.run = run;
  }

  StatementResult explain(Statement.Explain explain) {
    var rows = new ArrayList<List<Value>>();
    switch (explain.statement()) {
      case Statement.Select(var query) -> {
        new QueryCompiler(run).compile(query, Scope.root());
        rows(query.body(), rows);
      }
      case Statement.Update update -> source(update.from(), "UPDATE", update.where() != null, rows);
      case Statement.Delete delete -> source(delete.from(), "DELETE", delete.where() != null, rows);
      default -> rows.add(row("INSERT", null, "", null));
    }
    var columns = new ArrayList<ColumnDefinition>();
    HEAD.forEach(
        (name, type) ->
            columns.add(
                Fields.definition(
                    name, Node.constant(type, Value.NULL), run.session().settings().results())));
    if (explain.statement() instanceof Statement.Select(var query)) {
      run.note(1003, "/* select#1 */ " + new ViewText(run).query(query));
    }
    return new StatementResult.Table(columns, rows, false);
  }

  private static Map<String, ResultType> head() {
    var head = new LinkedHashMap<String, ResultType>();
    head.put("id", ResultType.integer(3).asUnsigned());
    head.put("select_type", ResultType.text(19));
    head.put("table", ResultType.text(64).asNullable());
    head.put("partitions", ResultType.text(1_579_008).asNullable());
    head.put("type", ResultType.text(10).asNullable());
    head.put("possible_keys", ResultType.text(4096).asNullable());
    head.put("key", ResultType.text(64).asNullable());
    head.put("key_len", ResultType.text(4096).asNullable());
    head.put("ref", ResultType.text(1024).asNullable());
    head.put("rows", ResultType.integer(10).asUnsigned().asNullable());
    head.put("filtered", ResultType.of(ColumnType.DOUBLE, 4, 2).asNullable());
    head.put("Extra", ResultType.text(255));
    return head;
  }

  private void rows(Query.Body body, List<List<Value>> rows) {
    switch (body) {
      case Query.Block block -> {
        if (block.from() == null) {
          rows.add(row("SIMPLE", null, "No tables used", null));
        } else {
          source(block.from(), "SIMPLE", block.where() != null, rows);
        }
      }
      case Query.Nested(var query) -> rows(query.body(), rows);
      case Query.Union(var parts) -> parts.forEach(part -> rows(part.body(), rows));
      case Query.Rows _ -> rows.add(row("SIMPLE", null, "No tables used", null));
    }
  }

  private void source(Query.Source source, String kind, boolean filtered, List<List<Value>> rows) {
    switch (source) {
      case Query.TableRef ref -> {
        long count =
            Tables.find(run.session(), ref.schema(), ref.name())
                    instanceof Tables.Found.Base(var table)
                ? Math.max(1, table.rowCount())
                : 1;
        String alias = ref.alias() == null ? ref.name() : ref.alias();
        rows.add(row(kind, alias, filtered ? "Using where" : null, count));
      }
      case Query.Join join -> {
        source(join.left(), kind, filtered, rows);
        source(join.right(), kind, filtered, rows);
      }
      case Query.Derived derived -> rows(derived.query().body(), rows);
    }
  }

  private static List<Value> row(
      String kind, @Nullable String table, @Nullable String extra, @Nullable Long count) {
    var cells = new ArrayList<Value>();
    cells.add(Value.Int.of(1));
    cells.add(new Value.Text(kind.toUpperCase(Locale.ROOT)));
    cells.add(table == null ? Value.NULL : new Value.Text(table));
    cells.add(Value.NULL);
    cells.add(table == null ? Value.NULL : new Value.Text("ALL"));
    cells.addAll(List.of(Value.NULL, Value.NULL, Value.NULL, Value.NULL));
    cells.add(count == null ? Value.NULL : Value.Int.of(count));
    cells.add(count == null ? Value.NULL : new Value.Real(100));
    cells.add(extra == null ? Value.NULL : new Value.Text(extra));
    return cells;
  }
}

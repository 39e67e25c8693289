package io.honeypods.mysql.sql;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Direction;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.event.Text;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs SELECT, and puts the result where it is wanted. */
final class SelectExecutor {
  private final Run run;
  private final Session session;

  SelectExecutor(Run run) {
    this.run = run;
    this.session = run.session();
  }

  StatementResult select(Query query) {
    Plan plan = new QueryCompiler(run).compile(query, Scope.root());
    run.columnsKnown();
    List<Value[]> rows = rows(query, plan);
    long limit = session.settings().selectLimit();
    if (query.limit() == null && rows.size() > limit) {
      rows = rows.subList(0, (int) limit);
    }
    if (!run.kept().containsKey("counted")) {
      session.tally().foundRows(rows.size());
    }
    if (into(query) instanceof Query.Into into) {
      return into(into, rows, plan);
    }
    List<ColumnDefinition> columns = definitions(plan);
    var result = new ArrayList<List<Value>>(rows.size());
    for (Value[] row : rows) {
      result.add(List.of(row));
    }
    return new StatementResult.Table(columns, result, run.wasScanned());
  }

  /** What goes wrong with a row comes behind the columns of a result. */
  private List<Value[]> rows(Query query, Plan plan) {
    try {
      return plan.rows().run(new Frame(null));
    } catch (SqlException e) {
      throw into(query) == null ? e.behind(definitions(plan)) : e;
    }
  }

  private static Query.@Nullable Into into(Query query) {
    return query.into();
  }

  List<ColumnDefinition> definitions(Plan plan) {
    @Nullable Collation results = session.settings().results();
    var columns = new ArrayList<ColumnDefinition>(plan.columns().size());
    for (Plan.Column column : plan.columns()) {
      columns.add(Fields.definition(column.name(), column.node(), results));
    }
    return columns;
  }

  private StatementResult into(Query.Into into, List<Value[]> rows, Plan plan) {
    switch (into) {
      case Query.Into.File file -> {
        var name = Text.of(file.path());
        run.saw(
            new Event.FileTransferred(
                Direction.UPLOAD, name, Payload.of(content(file, rows, plan))));
        throw Errors.secureFile();
      }
      case Query.Into.Variables(var names) -> {
        if (names.size() != plan.columns().size()) {
          throw new SqlException(
              1222, "21000", "The used SELECT statements have a different number of columns");
        }
        if (rows.size() > 1) {
          throw new SqlException(1172, "42000", "Result consisted of more than one row");
        }
        if (rows.isEmpty()) {
          run.warn(1329, "No data - zero rows fetched, selected, or processed");
          return StatementResult.Ok.NONE;
        }
        for (int i = 0; i < names.size(); i++) {
          session.userVariable(names.get(i), rows.getFirst()[i]);
        }
        return StatementResult.Ok.affected(1);
      }
    }
  }

  private static Bytes content(Query.Into.File file, List<Value[]> rows, Plan plan) {
    var out = new ByteArrayOutputStream();
    for (Value[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        if (i > 0) {
          out.writeBytes(Coercion.bytes(new Value.Text(file.fieldEnd()), Collation.DEFAULT));
        }
        ResultType type = plan.columns().get(i).node().type();
        out.writeBytes(
            Coercion.bytes(
                row[i],
                type.isString() && !type.collation().isBinary()
                    ? type.collation()
                    : Collation.DEFAULT));
      }
      out.writeBytes(Coercion.bytes(new Value.Text(file.lineEnd()), Collation.DEFAULT));
    }
    return Bytes.of(out.toByteArray());
  }
}

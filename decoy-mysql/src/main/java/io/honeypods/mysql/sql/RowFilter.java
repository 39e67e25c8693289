package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** WHERE of SHOW: which rows a condition leaves. */
final class RowFilter {
  private final Session session;

  RowFilter(Session session) {
    this.session = session;
  }

  List<List<Value>> filter(List<TableColumn> columns, List<List<Value>> rows, String condition) {
    var run = new Run(session, List.of());
    var fields = new ArrayList<Field>();
    for (TableColumn column : columns) {
      fields.add(
          new Field("", "", "", column.name(), column.name(), Fields.type(column).asNullable(), 0));
    }
    var scope = new Scope(null, fields, new BitSet());
    scope.clause = "where clause";
    Expr expr = Sql.expression(condition, session.server(), session.settings());
    Node node = new QueryCompiler(run).expressions().compile(expr, scope);
    var kept = new ArrayList<List<Value>>();
    var frame = new Frame(null);
    for (List<Value> row : rows) {
      run.tick();
      frame.row = row.toArray(new Value[0]);
      if (Coercion.truth(node.eval(frame))) {
        kept.add(row);
      }
    }
    return kept;
  }
}

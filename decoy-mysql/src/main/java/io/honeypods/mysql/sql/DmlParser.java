package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;

/** Reads INSERT, REPLACE, UPDATE and DELETE. */
final class DmlParser {
  private final Cursor in;
  private final QueryParser queries;
  private final ExprParser expressions;

  DmlParser(Cursor in, QueryParser queries) {
    this.in = in;
    this.queries = queries;
    this.expressions = queries.expressions();
  }

  Statement insert(boolean replace) {
    in.next();
    boolean ignore = false;
    for (boolean more = true; more; ) {
      if (in.accept("IGNORE")) {
        ignore = true;
      } else {
        more = in.accept("LOW_PRIORITY") || in.accept("DELAYED") || in.accept("HIGH_PRIORITY");
      }
    }
    in.accept("INTO");
    Statement.Name table = in.qualified();
    if (in.accept("PARTITION")) {
      in.names();
    }
    var columns = new ArrayList<String>();
    List<List<Expr>> rows = new ArrayList<>();
    Query query = null;
    if (in.accept("SET")) {
      var row = new ArrayList<Expr>();
      for (Statement.Assign assign : assigns()) {
        columns.add(assign.column().name());
        row.add(assign.value());
      }
      rows.add(row);
    } else {
      if (in.isSign("(") && !queries.isQuery()) {
        columns(columns);
      }
      if ((in.isWord("VALUES") && !in.peek(1).is("ROW")) || in.isWord("VALUE")) {
        in.next();
        rows = rows();
      } else if (queries.isQuery()) {
        query = queries.query();
      } else {
        throw in.error();
      }
    }
    if (in.accept("AS")) {
      in.name();
    }
    List<Statement.Assign> onDuplicate = List.of();
    if (!replace && in.accept("ON")) {
      in.expect("DUPLICATE");
      in.expect("KEY");
      in.expect("UPDATE");
      onDuplicate = assigns();
    }
    return new Statement.Insert(replace, ignore, table, columns, rows, query, onDuplicate);
  }

  private void columns(List<String> columns) {
    in.expectSign("(");
    while (!in.acceptSign(")")) {
      if (!columns.isEmpty()) {
        in.expectSign(",");
      }
      String name = in.name();
      while (in.acceptSign(".")) {
        name = in.nameAfterDot();
      }
      columns.add(name);
    }
  }

  private List<List<Expr>> rows() {
    var rows = new ArrayList<List<Expr>>();
    do {
      rows.add(expressions.arguments());
    } while (in.acceptSign(","));
    return rows;
  }

  /** {@code a = 1, b = 2}. */
  List<Statement.Assign> assigns() {
    var assigns = new ArrayList<Statement.Assign>();
    do {
      Expr.Column column = target();
      if (!in.acceptSign(":=")) {
        in.expectSign("=");
      }
      assigns.add(new Statement.Assign(column, expressions.expr()));
    } while (in.acceptSign(","));
    return assigns;
  }

  private Expr.Column target() {
    String first = in.name();
    if (!in.acceptSign(".")) {
      return new Expr.Column(null, null, first);
    }
    String second = in.nameAfterDot();
    return in.acceptSign(".")
        ? new Expr.Column(first, second, in.nameAfterDot())
        : new Expr.Column(null, first, second);
  }

  Statement update() {
    in.next();
    in.accept("LOW_PRIORITY");
    boolean ignore = in.accept("IGNORE");
    Query.Source from = queries.sources();
    in.expect("SET");
    List<Statement.Assign> changes = assigns();
    Expr where = in.accept("WHERE") ? expressions.expr() : null;
    return new Statement.Update(ignore, from, changes, where, order(), queries.limit());
  }

  private List<Query.Order> order() {
    return in.accept("ORDER", "BY") ? new CallParser(in, expressions).orders() : List.of();
  }

  Statement delete() {
    in.next();
    boolean more = true;
    while (more) {
      more = in.accept("LOW_PRIORITY") || in.accept("QUICK") || in.accept("IGNORE");
    }
    var targets = new ArrayList<Statement.Name>();
    Query.Source from;
    if (in.accept("FROM")) {
      int before = in.position();
      targets(targets);
      if (in.accept("USING")) {
        from = queries.sources();
      } else {
        in.position(before);
        targets.clear();
        Statement.Name name = in.qualified();
        String alias = null;
        if (in.accept("AS") || (!in.atEnd() && !isClause())) {
          alias = in.name();
        }
        from = new Query.TableRef(name.schema(), name.name(), alias);
      }
    } else {
      targets(targets);
      in.expect("FROM");
      from = queries.sources();
    }
    Expr where = in.accept("WHERE") ? expressions.expr() : null;
    return new Statement.Delete(targets, from, where, order(), queries.limit());
  }

  private boolean isClause() {
    return in.isWord("WHERE") || in.isWord("ORDER") || in.isWord("LIMIT");
  }

  private void targets(List<Statement.Name> targets) {
    do {
      Statement.Name name = in.qualified();
      if (in.acceptSign(".")) {
        in.expectSign("*");
      }
      targets.add(name);
    } while (in.acceptSign(","));
  }
}

package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;

/** Reads aggregates, window functions and windows. */
final class AggregateParser {
  private final Cursor in;
  private final ExprParser expressions;

  AggregateParser(Cursor in, ExprParser expressions) {
    this.in = in;
    this.expressions = expressions;
  }

  private <T> T close(T result) {
    in.expectSign(")");
    return result;
  }

  /** COUNT(DISTINCT a, b), GROUP_CONCAT(a ORDER BY b SEPARATOR c), ROW_NUMBER() OVER (…). */
  Expr aggregate(String name) {
    in.expectSign("(");
    boolean distinct = in.accept("DISTINCT");
    in.accept("ALL");
    var order = new ArrayList<Query.Order>();
    String separator = ",";
    List<Expr> arguments = List.of();
    if (name.equals("count") && in.acceptSign("*")) {
      arguments = List.of(new Expr.Star(null, null));
    } else if (!in.isSign(")")) {
      arguments = expressions.list();
    } else if (!Windows.isRank(name)) {
      throw in.error();
    }
    if (name.equals("group_concat")) {
      if (in.accept("ORDER", "BY")) {
        order.addAll(orders());
      }
      if (in.accept("SEPARATOR")) {
        separator = in.string();
      }
    } else if (arguments.size() > 1
        && !distinct
        && !Windows.isRank(name)
        && !name.equals("json_objectagg")) {
      throw in.error();
    }
    in.expectSign(")");
    Expr.Window over = in.accept("OVER") ? window() : null;
    if (over == null && Windows.isRank(name)) {
      throw in.error();
    }
    return new Expr.Aggregate(name, distinct, arguments, order, separator, over);
  }

  /** What OVER or the WINDOW clause says. */
  Expr.Window window() {
    if (!in.isSign("(")) {
      return new Expr.Window(in.name(), List.of(), List.of(), null);
    }
    in.expectSign("(");
    if (in.peek().kind() == Token.Kind.WORD && in.peek(1).isSign(")")) {
      return close(new Expr.Window(in.name(), List.of(), List.of(), null));
    }
    List<Expr> partition = in.accept("PARTITION", "BY") ? expressions.list() : List.of();
    List<Query.Order> order = in.accept("ORDER", "BY") ? orders() : List.of();
    Expr.Frame frame = null;
    if (in.isWord("ROWS") || in.isWord("RANGE")) {
      frame = frame(in.next().is("ROWS"));
    }
    return close(new Expr.Window(null, partition, order, frame));
  }

  private Expr.Frame frame(boolean rows) {
    if (!in.accept("BETWEEN")) {
      return new Expr.Frame(rows, bound(rows), new Expr.Bound(Expr.Bound.Kind.CURRENT_ROW, 0));
    }
    Expr.Bound from = bound(rows);
    in.expect("AND");
    return new Expr.Frame(rows, from, bound(rows));
  }

  private Expr.Bound bound(boolean rows) {
    if (in.accept("CURRENT", "ROW")) {
      return new Expr.Bound(Expr.Bound.Kind.CURRENT_ROW, 0);
    }
    if (in.accept("UNBOUNDED")) {
      if (in.accept("PRECEDING")) {
        return new Expr.Bound(Expr.Bound.Kind.UNBOUNDED_PRECEDING, 0);
      }
      in.expect("FOLLOWING");
      return new Expr.Bound(Expr.Bound.Kind.UNBOUNDED_FOLLOWING, 0);
    }
    if (!rows) {
      throw Errors.notAllowed("RANGE with an offset");
    }
    int amount = (int) Math.min(Integer.MAX_VALUE / 2, in.integer());
    if (in.accept("PRECEDING")) {
      return new Expr.Bound(Expr.Bound.Kind.PRECEDING, amount);
    }
    in.expect("FOLLOWING");
    return new Expr.Bound(Expr.Bound.Kind.FOLLOWING, amount);
  }

  List<Query.Order> orders() {
    var order = new ArrayList<Query.Order>();
    do {
      Expr by = expressions.expr();
      boolean descending = in.accept("DESC");
      if (!descending) {
        in.accept("ASC");
      }
      order.add(new Query.Order(by, descending));
    } while (in.acceptSign(","));
    return order;
  }
}

package io.honeypods.mysql.sql;

import java.util.ArrayList;

/** Reads the expressions that begin with a word: CASE, DEFAULT, MATCH, INTERVAL. */
final class ClauseParser {
  private final Cursor in;
  private final ExprParser expressions;

  ClauseParser(Cursor in, ExprParser expressions) {
    this.in = in;
    this.expressions = expressions;
  }

  Expr leadingInterval() {
    in.next();
    Expr amount = expressions.expr();
    String unit = expressions.unit();
    in.expectSign("+");
    return new Expr.DateShift(expressions.bits(), amount, unit, false);
  }

  Expr inDefault() {
    if (!in.acceptSign("(")) {
      return new Expr.Default(null);
    }
    Expr column = expressions.primary().column();
    in.expectSign(")");
    if (column instanceof Expr.Column named) {
      return new Expr.Default(named);
    }
    throw in.error();
  }

  Expr caseWhen() {
    in.next();
    Expr operand = in.isWord("WHEN") ? null : expressions.expr();
    var whens = new ArrayList<Expr.When>();
    do {
      in.expect("WHEN");
      Expr condition = expressions.expr();
      in.expect("THEN");
      whens.add(new Expr.When(condition, expressions.expr()));
    } while (in.isWord("WHEN"));
    Expr otherwise = in.accept("ELSE") ? expressions.expr() : null;
    in.expect("END");
    return new Expr.Case(operand, whens, otherwise);
  }

  Expr match() {
    in.next();
    boolean open = in.acceptSign("(");
    var columns = new ArrayList<Expr>();
    do {
      columns.add(expressions.primary().column());
    } while (in.acceptSign(","));
    if (open) {
      in.expectSign(")");
    }
    in.expect("AGAINST");
    in.expectSign("(");
    Expr against = expressions.bits();
    while (!in.isSign(")") && !in.atEnd()) {
      in.next();
    }
    in.expectSign(")");
    return new Expr.Match(columns, against);
  }
}

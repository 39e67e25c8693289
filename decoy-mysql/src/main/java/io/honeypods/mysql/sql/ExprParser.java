package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.Expr.Operator;
import io.honeypods.mysql.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads expressions by precedence, from OR down to the bit operators. */
final class ExprParser {
  private static final Map<String, Operator> COMPARISONS =
      Map.of(
          "=", Operator.EQUAL,
          "<=>", Operator.NULL_SAFE,
          "<>", Operator.NOT_EQUAL,
          "!=", Operator.NOT_EQUAL,
          "<", Operator.LESS,
          "<=", Operator.LESS_EQUAL,
          ">", Operator.GREATER,
          ">=", Operator.GREATER_EQUAL);

  private final Cursor in;
  private final PrimaryParser primary;
  private final boolean pipesConcat;
  private final ArithmeticParser arithmetic;

  ExprParser(Cursor in, QueryParser queries, boolean pipesConcat) {
    this.in = in;
    this.pipesConcat = pipesConcat;
    this.primary = new PrimaryParser(in, this, queries);
    this.arithmetic = new ArithmeticParser(in, this, primary, pipesConcat);
  }

  Expr expr() {
    in.nesting().enter();
    try {
      return or();
    } finally {
      in.nesting().leave();
    }
  }

  List<Expr> list() {
    var list = new ArrayList<Expr>();
    do {
      list.add(expr());
    } while (in.acceptSign(","));
    return list;
  }

  /** {@code (a, b)}, also without anything inside. */
  List<Expr> arguments() {
    in.expectSign("(");
    List<Expr> list = in.isSign(")") ? List.of() : list();
    in.expectSign(")");
    return list;
  }

  PrimaryParser primary() {
    return primary;
  }

  private Expr or() {
    Expr first = xor();
    if (!in.isWord("OR") && (pipesConcat || !in.isSign("||"))) {
      return first;
    }
    var operands = new ArrayList<Expr>(List.of(first));
    while (in.accept("OR") || (!pipesConcat && in.acceptSign("||"))) {
      operands.add(xor());
    }
    return new Expr.Logical(Operator.OR, operands);
  }

  private Expr xor() {
    Expr left = and();
    for (int length = 1; in.accept("XOR"); length++) {
      in.nesting().link(length);
      left = new Expr.Binary(Operator.XOR, left, and());
    }
    return left;
  }

  private Expr and() {
    Expr first = not();
    if (!in.isWord("AND") && !in.isSign("&&")) {
      return first;
    }
    var operands = new ArrayList<Expr>(List.of(first));
    while (in.accept("AND") || in.acceptSign("&&")) {
      operands.add(not());
    }
    return new Expr.Logical(Operator.AND, operands);
  }

  private Expr not() {
    if (!in.accept("NOT")) {
      return comparison();
    }
    in.nesting().enter();
    try {
      return new Expr.Unary(Operator.NOT, not());
    } finally {
      in.nesting().leave();
    }
  }

  private Expr comparison() {
    Expr left = predicate();
    for (int length = 1; ; length++) {
      in.nesting().link(length);
      Operator operator = in.peek().kind() == Kind.SIGN ? COMPARISONS.get(in.peek().text()) : null;
      if (operator != null) {
        in.next();
        boolean all = in.isWord("ALL");
        if (all || in.isWord("ANY") || in.isWord("SOME")) {
          if (in.peek(1).isSign("(")) {
            in.next();
            left = new Expr.Quantified(operator, left, all, primary.subquery());
            continue;
          }
        }
        left = new Expr.Binary(operator, left, predicate());
      } else if (in.accept("IS")) {
        left = is(left);
      } else {
        return left;
      }
    }
  }

  private Expr is(Expr operand) {
    boolean not = in.accept("NOT");
    if (in.accept("NULL") || in.accept("UNKNOWN")) {
      return new Expr.Is(operand, null, not);
    }
    if (in.accept("TRUE")) {
      return new Expr.Is(operand, true, not);
    }
    in.expect("FALSE");
    return new Expr.Is(operand, false, not);
  }

  private Expr predicate() {
    Expr operand = bits();
    if (in.accept("SOUNDS", "LIKE")) {
      return new Expr.Binary(Operator.EQUAL, soundex(operand), soundex(bits()));
    }
    if (in.accept("MEMBER")) {
      in.accept("OF");
      return new Expr.Call(null, "member_of", List.of(operand, arguments().getFirst()));
    }
    boolean not = in.isWord("NOT") && isPredicate(in.peek(1)) && in.accept("NOT");
    if (in.accept("IN")) {
      return inside(operand, not);
    }
    if (in.accept("BETWEEN")) {
      Expr low = bits();
      in.expect("AND");
      return new Expr.Between(operand, low, predicate(), not);
    }
    if (in.accept("LIKE")) {
      Expr pattern = primary.simple();
      Expr escape = in.accept("ESCAPE") ? primary.simple() : null;
      return new Expr.Like(operand, pattern, escape, not);
    }
    if (in.accept("REGEXP") || in.accept("RLIKE")) {
      Expr match = new Expr.Binary(Operator.REGEXP, operand, bits());
      return not ? new Expr.Unary(Operator.NOT, match) : match;
    }
    return operand;
  }

  Expr bits() {
    return arithmetic.bits();
  }

  private static Expr soundex(Expr operand) {
    return new Expr.Call(null, "soundex", List.of(operand));
  }

  private static boolean isPredicate(Token token) {
    return token.is("IN")
        || token.is("BETWEEN")
        || token.is("LIKE")
        || token.is("REGEXP")
        || token.is("RLIKE");
  }

  private Expr inside(Expr operand, boolean not) {
    if (primary.isSubquery()) {
      return new Expr.InQuery(operand, primary.subquery(), not);
    }
    in.expectSign("(");
    List<Expr> list = list();
    in.expectSign(")");
    return new Expr.InList(operand, list, not);
  }

  /** DAY, HOUR_SECOND and so on. */
  String unit() {
    Token token = in.peek();
    String unit = token.text().toUpperCase(Locale.ROOT);
    if (token.kind() != Kind.WORD || !Intervals.isUnit(unit)) {
      throw in.error();
    }
    in.next();
    return unit.startsWith("SQL_TSI_") ? unit.substring(8) : unit;
  }
}

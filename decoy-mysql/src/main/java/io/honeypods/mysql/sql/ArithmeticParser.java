package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.Expr.Operator;
import io.honeypods.mysql.sql.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the bit and arithmetic operators, signs and COLLATE. */
final class ArithmeticParser {
  private final Cursor in;
  private final ExprParser expressions;
  private final PrimaryParser primary;
  private final boolean pipesConcat;

  ArithmeticParser(Cursor in, ExprParser expressions, PrimaryParser primary, boolean pipesConcat) {
    this.in = in;
    this.expressions = expressions;
    this.primary = primary;
    this.pipesConcat = pipesConcat;
  }

  Expr bits() {
    return binary(0);
  }

  /** Bit and arithmetic operators from the level given upwards. */
  private Expr binary(int level) {
    Expr left = level == 5 ? unary() : binary(level + 1);
    for (int length = 1; ; length++) {
      Operator operator = operatorAt(level);
      if (operator == null) {
        return left;
      }
      in.nesting().link(length);
      boolean shift = level == 3 && in.peek(1).is("INTERVAL") && !in.peek(2).isSign("(");
      boolean maybe = level == 3 && in.peek(1).is("INTERVAL") && in.peek(2).isSign("(");
      in.next();
      if (shift || (maybe && !primary.isIntervalFunction())) {
        in.next();
        Expr amount = expressions.expr();
        left = new Expr.DateShift(left, amount, expressions.unit(), operator == Operator.SUBTRACT);
      } else {
        left = new Expr.Binary(operator, left, level == 5 ? unary() : binary(level + 1));
      }
    }
  }

  private @Nullable Operator operatorAt(int level) {
    Token token = in.peek();
    if (token.kind() == Kind.WORD) {
      return level != 4
          ? null
          : token.is("DIV") ? Operator.DIV : token.is("MOD") ? Operator.MOD : null;
    }
    if (token.kind() != Kind.SIGN) {
      return null;
    }
    return switch (level) {
      case 0 -> token.text().equals("|") ? Operator.BIT_OR : null;
      case 1 -> token.text().equals("&") ? Operator.BIT_AND : null;
      case 2 ->
          switch (token.text()) {
            case "<<" -> Operator.SHIFT_LEFT;
            case ">>" -> Operator.SHIFT_RIGHT;
            default -> null;
          };
      case 3 ->
          switch (token.text()) {
            case "+" -> Operator.ADD;
            case "-" -> Operator.SUBTRACT;
            default -> null;
          };
      case 4 ->
          switch (token.text()) {
            case "*" -> Operator.MULTIPLY;
            case "/" -> Operator.DIVIDE;
            case "%" -> Operator.MOD;
            default -> null;
          };
      default -> token.text().equals("^") ? Operator.BIT_XOR : null;
    };
  }

  private Expr unary() {
    if (pipesConcat && in.peek().kind() != Kind.SIGN) {
      return concatenated();
    }
    Operator operator =
        in.peek().kind() != Kind.SIGN
            ? null
            : switch (in.peek().text()) {
              case "-" -> Operator.NEGATE;
              case "~" -> Operator.INVERT;
              case "!" -> Operator.NOT;
              case "+" -> Operator.ADD;
              default -> null;
            };
    if (operator == null) {
      return in.isWord("BINARY") && !in.peek(1).isSign(".") ? binaryOperator() : collated();
    }
    in.next();
    in.nesting().enter();
    try {
      Expr operand = unary();
      return operator == Operator.ADD ? operand : negated(operator, operand);
    } finally {
      in.nesting().leave();
    }
  }

  private Expr binaryOperator() {
    in.next();
    in.nesting().enter();
    try {
      return new Expr.Unary(Operator.BINARY, unary());
    } finally {
      in.nesting().leave();
    }
  }

  private static Expr negated(Operator operator, Expr operand) {
    if (operator == Operator.NEGATE
        && operand instanceof Expr.Literal(var value, var kind, var charset)) {
      if (value instanceof Value.Int(var number, var unsigned)) {
        boolean fits = number.negate().bitLength() < 64;
        if (fits) {
          return new Expr.Literal(new Value.Int(number.negate(), false), kind, charset);
        }
        return new Expr.Literal(
            new Value.Decimal(new BigDecimal(number.negate())), Kind.DECIMAL, null);
      }
      if (value instanceof Value.Decimal(var number)) {
        return new Expr.Literal(new Value.Decimal(number.negate()), kind, charset);
      }
    }
    return new Expr.Unary(operator, operand);
  }

  private Expr concatenated() {
    Expr left = in.isWord("BINARY") ? binaryOperator() : collated();
    if (!in.isSign("||")) {
      return left;
    }
    var parts = new ArrayList<Expr>(List.of(left));
    while (in.acceptSign("||")) {
      parts.add(collated());
    }
    return new Expr.Call(null, "concat", parts);
  }

  private Expr collated() {
    Expr operand = primary.primary();
    while (in.accept("COLLATE")) {
      operand = new Expr.Collate(operand, in.wordOrString());
    }
    return operand;
  }
}

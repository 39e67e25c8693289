package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.Expr.Operator;
import java.util.ArrayList;
import java.util.List;

/** The operators that compare: of single values and of rows. */
final class Comparisons {
  private final Run run;
  private final ExprCompiler expressions;

  Comparisons(Run run, ExprCompiler expressions) {
    this.run = run;
    this.expressions = expressions;
  }

  private static final int KEYED = 2 | 4 | 8;

  Node compare(Expr.Binary binary, Scope scope) {
    Operator operator = binary.operator();
    if (binary.left() instanceof Expr.Row(var left)) {
      return rows(operator, left, binary.right(), scope);
    }
    if (binary.right() instanceof Expr.Row) {
      throw Errors.operandColumns(1);
    }
    Node left = expressions.compile(binary.left(), scope);
    Node right = expressions.compile(binary.right(), scope);
    return compare(operator, left, right);
  }

  Node compare(Operator operator, Node first, Node second) {
    Node left = numeric(first, second, operator);
    Node right = numeric(second, first, operator);
    Collation collation = Comparison.common(left.type(), right.type());
    boolean nullSafe = operator == Operator.NULL_SAFE;
    boolean nullable = !nullSafe && (left.type().nullable() || right.type().nullable());
    return Node.of(
        Predicates.type(nullable),
        left.fixed() && right.fixed(),
        frame -> compared(operator, left.eval(frame), right.eval(frame), collation));
  }

  /** A text that stays the same and is compared with numbers is converted once. */
  private Node numeric(Node node, Node other, Operator operator) {
    if (!other.type().isNumber() || !(node instanceof Node.Constant(var type, Value.Text text))) {
      return node;
    }
    if (operator == Operator.EQUAL && isLookedUp(other, text)) {
      return Node.constant(type, new Value.Real(Coercion.real(text)));
    }
    Value[] number = {Value.NULL};
    return Node.of(
        type,
        true,
        frame -> {
          if (number[0] instanceof Value.Null) {
            number[0] = new Value.Real(Arithmetic.number(text, run));
          }
          return number[0];
        });
  }

  /** What an index is asked for is converted in silence, unless a primary key might be it. */
  private static boolean isLookedUp(Node other, Value text) {
    return other instanceof Node.ColumnOf(_, _, _, var field)
        && (field.flags() & KEYED) != 0
        && ((field.flags() & 2) == 0 || Coercion.real(text) == 0);
  }

  Value compared(Operator operator, Value a, Value b, Collation collation) {
    boolean none = a instanceof Value.Null;
    boolean other = b instanceof Value.Null;
    if (none || other) {
      return operator == Operator.NULL_SAFE ? Predicates.truth(none && other) : Value.NULL;
    }
    warnOfText(a, b);
    return Predicates.truth(holds(operator, Comparison.compare(a, b, collation)));
  }

  /** A text that is compared with a number, and is none, earns a warning. */
  private void warnOfText(Value a, Value b) {
    boolean left = a instanceof Value.Text;
    boolean right = b instanceof Value.Text;
    if (left && isNumber(b)) {
      Arithmetic.number(a, run);
    } else if (right && isNumber(a)) {
      Arithmetic.number(b, run);
    }
  }

  private static boolean isNumber(Value value) {
    return value instanceof Value.Int
        || value instanceof Value.Decimal
        || value instanceof Value.Real;
  }

  static boolean holds(Operator operator, int order) {
    return switch (operator) {
      case EQUAL, NULL_SAFE -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      default -> order >= 0;
    };
  }

  private Node rows(Operator operator, List<Expr> left, Expr right, Scope scope) {
    if (!(right instanceof Expr.Row(var parts)) || parts.size() != left.size()) {
      throw Errors.operandColumns(left.size());
    }
    if (operator == Operator.EQUAL || operator == Operator.NULL_SAFE) {
      var equal = new ArrayList<Expr>();
      for (int i = 0; i < left.size(); i++) {
        equal.add(new Expr.Binary(operator, left.get(i), parts.get(i)));
      }
      return expressions.compile(new Expr.Logical(Operator.AND, equal), scope);
    }
    if (operator == Operator.NOT_EQUAL) {
      Node equal = rows(Operator.EQUAL, left, right, scope);
      return Node.of(
          equal.type(),
          frame -> {
            Value value = equal.eval(frame);
            return value instanceof Value.Null ? value : Predicates.truth(!Coercion.truth(value));
          });
    }
    return ordered(operator, left, parts, scope);
  }

  private Node ordered(Operator operator, List<Expr> left, List<Expr> right, Scope scope) {
    List<Node> a = expressions.compile(left, scope);
    List<Node> b = expressions.compile(right, scope);
    boolean nullable =
        a.stream().anyMatch(node -> node.type().nullable())
            || b.stream().anyMatch(node -> node.type().nullable());
    return Node.of(
        Predicates.type(nullable),
        frame -> {
          for (int i = 0; i < a.size(); i++) {
            Value x = a.get(i).eval(frame);
            Value y = b.get(i).eval(frame);
            if (x instanceof Value.Null || y instanceof Value.Null) {
              return Value.NULL;
            }
            int order =
                Comparison.compare(x, y, Comparison.common(a.get(i).type(), b.get(i).type()));
            if (order != 0 || i == a.size() - 1) {
              return Predicates.truth(holds(operator, order));
            }
          }
          return Value.NULL;
        });
  }
}

package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.Expr.Operator;
import java.util.ArrayList;
import java.util.List;

/** Comparisons, LIKE, REGEXP, BETWEEN, IN and what joins conditions. */
final class Predicates {
  private static final Value TRUE = Value.Int.of(1);
  private static final Value FALSE = Value.Int.of(0);
  private final Run run;
  private final ExprCompiler expressions;
  private final Comparisons comparisons;

  Predicates(Run run, ExprCompiler expressions) {
    this.run = run;
    this.expressions = expressions;
    this.comparisons = new Comparisons(run, expressions);
  }

  static Value truth(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  static ResultType type(boolean nullable) {
    return ResultType.truth().orNull(nullable);
  }

  Node logical(Expr.Logical logical, Scope scope) {
    boolean and = logical.operator() == Operator.AND;
    Node[] operands = expressions.compile(logical.operands(), scope).toArray(new Node[0]);
    boolean nullable = false;
    for (Node operand : operands) {
      nullable |= operand.type().nullable();
    }
    return Node.of(
        type(nullable),
        frame -> {
          boolean unknown = false;
          for (Node operand : operands) {
            Value value = operand.eval(frame);
            if (value instanceof Value.Null) {
              unknown = true;
            } else if (truthOf(value) != and) {
              return truth(!and);
            }
          }
          return unknown ? Value.NULL : truth(and);
        });
  }

  private boolean truthOf(Value value) {
    if (value instanceof Value.Text) {
      return Arithmetic.number(value, run) != 0;
    }
    return Coercion.truth(value);
  }

  Comparisons comparisons() {
    return comparisons;
  }

  Node xor(Expr.Binary binary, Scope scope) {
    Node left = expressions.compile(binary.left(), scope);
    Node right = expressions.compile(binary.right(), scope);
    return Node.of(
        type(left.type().nullable() || right.type().nullable()),
        frame -> {
          Value a = left.eval(frame);
          Value b = right.eval(frame);
          return a instanceof Value.Null || b instanceof Value.Null
              ? Value.NULL
              : truth(Coercion.truth(a) != Coercion.truth(b));
        });
  }

  Node is(Expr.Is is, Scope scope) {
    Node operand = expressions.compile(is.operand(), scope);
    Boolean what = is.what();
    return Node.of(
        type(false),
        frame -> {
          Value value = operand.eval(frame);
          boolean unknown = value instanceof Value.Null;
          boolean holds = what == null ? unknown : !unknown && Coercion.truth(value) == what;
          return truth(holds != is.not());
        });
  }

  Node between(Expr.Between between, Scope scope) {
    Node operand = expressions.compile(between.operand(), scope);
    Node low = expressions.compile(between.low(), scope);
    Node high = expressions.compile(between.high(), scope);
    Node above = comparisons.compare(Operator.GREATER_EQUAL, operand, low);
    Node below = comparisons.compare(Operator.LESS_EQUAL, operand, high);
    boolean nullable = above.type().nullable() || below.type().nullable();
    return Node.of(
        type(nullable),
        frame -> {
          Value a = above.eval(frame);
          Value b = below.eval(frame);
          if (!(a instanceof Value.Null) && !Coercion.truth(a)) {
            return truth(between.not());
          }
          if (!(b instanceof Value.Null) && !Coercion.truth(b)) {
            return truth(between.not());
          }
          return a instanceof Value.Null || b instanceof Value.Null
              ? Value.NULL
              : truth(!between.not());
        });
  }

  Node in(Expr.InList in, Scope scope) {
    if (in.operand() instanceof Expr.Row) {
      var any = new ArrayList<Expr>();
      for (Expr element : in.list()) {
        any.add(new Expr.Binary(Operator.EQUAL, in.operand(), element));
      }
      Expr whole = new Expr.Logical(Operator.OR, any);
      return expressions.compile(in.not() ? new Expr.Unary(Operator.NOT, whole) : whole, scope);
    }
    Node operand = expressions.compile(in.operand(), scope);
    Node[] list = expressions.compile(in.list(), scope).toArray(new Node[0]);
    boolean nullable = operand.type().nullable();
    var collations = new Collation[list.length];
    for (int i = 0; i < list.length; i++) {
      nullable |= list[i].type().nullable();
      collations[i] = Comparison.common(operand.type(), list[i].type());
    }
    return Node.of(
        type(nullable),
        frame -> {
          Value value = operand.eval(frame);
          if (value instanceof Value.Null) {
            return value;
          }
          boolean unknown = false;
          for (int i = 0; i < list.length; i++) {
            Value element = list[i].eval(frame);
            if (element instanceof Value.Null) {
              unknown = true;
            } else if (Comparison.compare(value, element, collations[i]) == 0) {
              return truth(!in.not());
            }
          }
          return unknown ? Value.NULL : truth(in.not());
        });
  }

  Node like(Expr.Like like, Scope scope) {
    Node operand = expressions.compile(like.operand(), scope);
    Node pattern = expressions.compile(like.pattern(), scope);
    String escape = "\\";
    if (like.escape() != null) {
      Value given = expressions.compile(like.escape(), scope).eval(new Frame(null));
      escape = given instanceof Value.Null ? "\\" : Coercion.text(given);
      if (escape.length() > 1) {
        throw Errors.wrongArguments("ESCAPE");
      }
    }
    int sign = escape.isEmpty() ? -1 : escape.charAt(0);
    Collation collation = Comparison.common(operand.type(), pattern.type());
    return Node.of(
        type(operand.type().nullable() || pattern.type().nullable()),
        frame -> {
          Value text = operand.eval(frame);
          Value wanted = pattern.eval(frame);
          if (text instanceof Value.Null || wanted instanceof Value.Null) {
            return Value.NULL;
          }
          boolean matches =
              Patterns.like(Coercion.text(text), Coercion.text(wanted), sign, collation, run::tick);
          return truth(matches != like.not());
        });
  }

  Node regexp(Expr.Binary binary, Scope scope) {
    Node operand = expressions.compile(binary.left(), scope);
    Node pattern = expressions.compile(binary.right(), scope);
    Collation collation = Comparison.common(operand.type(), pattern.type());
    return Node.of(
        ResultType.integer(21).orNull(operand.type().nullable() || pattern.type().nullable()),
        operand.fixed() && pattern.fixed(),
        frame -> {
          Value text = operand.eval(frame);
          Value wanted = pattern.eval(frame);
          if (text instanceof Value.Null || wanted instanceof Value.Null) {
            return Value.NULL;
          }
          return truth(
              Patterns.regexp(Coercion.text(wanted), !collation.isCaseSensitive(), run)
                  .matcher(Coercion.text(text))
                  .find());
        });
  }

  /** MATCH … AGAINST: how many of the words a row has. */
  Node match(Expr.Match match, Scope scope) {
    List<Node> columns = expressions.compile(match.columns(), scope);
    Node against = expressions.compile(match.against(), scope);
    return Node.of(
        ResultType.real(),
        frame -> {
          String words = Coercion.text(against.eval(frame));
          int found = 0;
          for (Node column : columns) {
            String text = Comparison.lower(Coercion.text(column.eval(frame)));
            for (String word : Comparison.lower(words).split("[^\\p{L}\\p{N}]+", 20)) {
              found += !word.isEmpty() && text.contains(word) ? 1 : 0;
            }
          }
          return new Value.Real(found * 0.0906190574169159);
        });
  }
}

package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.Expr.Operator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Subqueries in expressions; one that does not look outside is run once. */
final class Subqueries {
  private final Run run;
  private final ExprCompiler expressions;
  private final QueryCompiler queries;

  Subqueries(Run run, ExprCompiler expressions, QueryCompiler queries) {
    this.run = run;
    this.expressions = expressions;
    this.queries = queries;
  }

  private Plan plan(Query query, Scope scope, int columns) {
    Plan plan = queries.compile(query, scope);
    if (columns > 0 && plan.columns().size() != columns) {
      throw Errors.operandColumns(columns);
    }
    return plan;
  }

  /** The rows, remembered where they cannot change. */
  private static final class Result {
    private final Plan plan;
    private @Nullable List<Value[]> rows;
    private @Nullable Set<Object> keys;

    Result(Plan plan) {
      this.plan = plan;
    }

    List<Value[]> rows(Frame frame) {
      List<Value[]> known = rows;
      if (known != null && !plan.correlated()) {
        return known;
      }
      List<Value[]> found = plan.rows().run(frame);
      rows = found;
      return found;
    }

    /** The first column as group keys, where it is kept. */
    @Nullable Set<Object> keys(Frame frame, Collation collation) {
      if (plan.correlated()) {
        return null;
      }
      if (keys == null) {
        var all = new HashSet<>();
        for (Value[] row : rows(frame)) {
          all.add(Comparison.groupKey(row[0], collation));
        }
        keys = all;
      }
      return keys;
    }
  }

  Node scalar(Query query, Scope scope) {
    Plan plan = plan(query, scope, 1);
    var result = new Result(plan);
    return Node.of(
        scalar(plan.columns().getFirst().node().type()),
        frame -> {
          List<Value[]> rows = result.rows(frame);
          if (rows.size() > 1) {
            throw new SqlException(1242, "21000", "Subquery returns more than 1 row");
          }
          return rows.isEmpty() ? Value.NULL : rows.getFirst()[0];
        });
  }

  private static ResultType scalar(ResultType type) {
    ResultType nullable = type.asNullable();
    return type.isString()
        ? nullable.decimals(ResultType.VARIES)
        : type.isTemporal() ? nullable.collated(Collation.DEFAULT) : nullable;
  }

  Node exists(Query query, Scope scope) {
    var result = new Result(plan(query, scope, 0));
    return Node.of(ResultType.integer(1), frame -> Predicates.truth(!result.rows(frame).isEmpty()));
  }

  Node in(Expr.InQuery in, Scope scope) {
    if (in.operand() instanceof Expr.Row(var parts)) {
      return rowIn(in, parts, scope);
    }
    Node operand = expressions.compile(in.operand(), scope);
    Plan plan = plan(in.query(), scope, 1);
    var result = new Result(plan);
    ResultType inner = plan.columns().getFirst().node().type();
    Collation collation = Comparison.common(operand.type(), inner);
    boolean alike =
        (operand.type().isString() && inner.isString())
            || (operand.type().isInteger() && inner.isInteger());
    return Node.of(
        ResultType.integer(1).asNullable(),
        frame -> {
          Value value = operand.eval(frame);
          Set<Object> keys = alike ? result.keys(frame, collation) : null;
          if (keys != null && !(value instanceof Value.Null)) {
            boolean found = keys.contains(Comparison.groupKey(value, collation));
            return !found && keys.contains(Value.NULL)
                ? Value.NULL
                : Predicates.truth(found != in.not());
          }
          return any(Operator.EQUAL, value, result.rows(frame), collation, in.not());
        });
  }

  private Value any(
      Operator operator, Value value, List<Value[]> rows, Collation collation, boolean not) {
    boolean unknown = false;
    if (value instanceof Value.Null && !rows.isEmpty()) {
      return Value.NULL;
    }
    for (Value[] row : rows) {
      run.tick();
      if (row[0] instanceof Value.Null) {
        unknown = true;
      } else if (Comparisons.holds(operator, Comparison.compare(value, row[0], collation))) {
        return Predicates.truth(!not);
      }
    }
    return unknown ? Value.NULL : Predicates.truth(not);
  }

  private Node rowIn(Expr.InQuery in, List<Expr> parts, Scope scope) {
    List<Node> operands = expressions.compile(parts, scope);
    Plan plan = plan(in.query(), scope, parts.size());
    var result = new Result(plan);
    return Node.of(
        ResultType.integer(1).asNullable(),
        frame -> {
          for (Value[] row : result.rows(frame)) {
            run.tick();
            boolean equal = true;
            for (int i = 0; i < row.length && equal; i++) {
              Value value = operands.get(i).eval(frame);
              equal =
                  !(value instanceof Value.Null)
                      && !(row[i] instanceof Value.Null)
                      && Comparison.compare(value, row[i], Collation.DEFAULT) == 0;
            }
            if (equal) {
              return Predicates.truth(!in.not());
            }
          }
          return Predicates.truth(in.not());
        });
  }

  Node quantified(Expr.Quantified quantified, Scope scope) {
    Node operand = expressions.compile(quantified.operand(), scope);
    Plan plan = plan(quantified.query(), scope, 1);
    var result = new Result(plan);
    Collation collation =
        Comparison.common(operand.type(), plan.columns().getFirst().node().type());
    Operator operator = quantified.all() ? opposite(quantified.operator()) : quantified.operator();
    return Node.of(
        ResultType.integer(1).asNullable(),
        frame ->
            any(operator, operand.eval(frame), result.rows(frame), collation, quantified.all()));
  }

  private static Operator opposite(Operator operator) {
    return switch (operator) {
      case EQUAL, NULL_SAFE -> Operator.NOT_EQUAL;
      case NOT_EQUAL -> Operator.EQUAL;
      case LESS -> Operator.GREATER_EQUAL;
      case LESS_EQUAL -> Operator.GREATER;
      case GREATER -> Operator.LESS_EQUAL;
      default -> Operator.LESS;
    };
  }
}

package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;

/** COUNT, SUM and the others that add up a group. */
final class Aggregates {
  private Aggregates() {}

  static Node compile(Expr.Aggregate aggregate, Scope scope, ExprCompiler expressions) {
    if (aggregate.over() != null) {
      return Windows.compile(aggregate, scope, expressions);
    }
    if (!scope.aggregates || scope.insideAggregate) {
      throw new SqlException(1111, "HY000", "Invalid use of group function");
    }
    scope.insideAggregate = true;
    List<Node> arguments = new ArrayList<>();
    List<Node> order = new ArrayList<>();
    try {
      if (!(aggregate.arguments().getFirst() instanceof Expr.Star)) {
        arguments.addAll(expressions.compile(aggregate.arguments(), scope));
      }
      for (Query.Order by : aggregate.order()) {
        order.add(expressions.compile(by.by(), scope));
      }
    } finally {
      scope.insideAggregate = false;
    }
    scope.aggregators.add(() -> state(aggregate, arguments, order, expressions.run()));
    int index = scope.aggregators.size() - 1;
    String name = aggregate.name();
    boolean isField =
        switch (name) {
          case "count", "sum", "min", "max" -> true;
          default -> false;
        };
    scope.ordersGroups |=
        aggregate.distinct() || name.equals("group_concat") || name.startsWith("json_");
    Field of =
        (name.equals("min") || name.equals("max"))
                && arguments.getFirst() instanceof Node.ColumnOf column
            ? column.field()
            : null;
    return new Node.AggregateOf(type(name, arguments, expressions.run()), 0, index, isField, of);
  }

  static ResultType type(String name, List<Node> arguments, Run run) {
    ResultType of = arguments.isEmpty() ? ResultType.NULL : arguments.getFirst().type();
    return switch (name) {
      case "count" -> ResultType.integer(21);
      case "sum" ->
          (ArithmeticTypes.isExact(of)
                  ? ResultType.decimal(of.precision() + 22, of.decimals())
                  : ResultType.of(ColumnType.DOUBLE, 0, decimals(of, 0)))
              .asNullable();
      case "avg" ->
          (ArithmeticTypes.isExact(of)
                  ? ResultType.decimal(of.precision() + 4, Math.min(30, of.decimals() + 4))
                  : ResultType.of(
                      ColumnType.DOUBLE,
                      (of.isString() ? of.bytes() : of.length()) + 4,
                      decimals(of, 4)))
              .asNullable();
      case "min", "max" -> extreme(arguments.getFirst(), of).asNullable();
      case "group_concat" ->
          new ResultType(
              ColumnType.LONG_BLOB,
              run.session().settings().groupConcatMaxLength(),
              0,
              false,
              true,
              of.isString() ? of.collation() : run.session().settings().connection());
      case "bit_and", "bit_or", "bit_xor" -> ResultType.integer(21).asUnsigned();
      case "json_arrayagg", "json_objectagg" -> ResultType.json();
      default -> ResultType.real().asNullable();
    };
  }

  private static int decimals(ResultType of, int more) {
    return of.isReal() ? Math.min(ResultType.VARIES, of.decimals() + more) : ResultType.VARIES;
  }

  private static ResultType extreme(Node argument, ResultType of) {
    if (of.isTemporal()) {
      return of.collated(Collation.DEFAULT);
    }
    if (!of.isString()) {
      return of;
    }
    boolean column = argument instanceof Node.ColumnOf || of.collation().isBinary();
    return of.decimals(ResultType.VARIES).wide(column ? of.length() : of.bytes());
  }

  static Aggregator.State state(
      Expr.Aggregate aggregate, List<Node> arguments, List<Node> order, Run run) {
    Aggregator.State state =
        switch (aggregate.name()) {
          case "count" -> new NumberStates.Count(arguments);
          case "sum", "avg" ->
              new NumberStates.Sum(arguments.getFirst(), aggregate.name().equals("avg"), run);
          case "min" -> new NumberStates.Extreme(arguments.getFirst(), -1);
          case "max" -> new NumberStates.Extreme(arguments.getFirst(), 1);
          case "group_concat" -> new ListStates.Concat(aggregate, arguments, order, run);
          case "bit_and", "bit_or", "bit_xor" ->
              new NumberStates.Bits(aggregate.name(), arguments.getFirst());
          case "json_arrayagg", "json_objectagg" -> new ListStates.Documents(arguments, run);
          default -> new NumberStates.Deviation(aggregate.name(), arguments.getFirst());
        };
    return aggregate.distinct() && !aggregate.name().equals("group_concat")
        ? new ListStates.Distinct(state, arguments, run)
        : state;
  }
}

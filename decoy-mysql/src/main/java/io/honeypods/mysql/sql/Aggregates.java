package io.honeypods.mysql.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** COUNT, SUM and the others that add up a group. */
final class Aggregates {
  private Aggregates() {}

  static Node compile(Expr.Aggregate aggregate, Scope scope, ExprCompiler expressions) {
    if (aggregate.over() != null) {
      throw Errors.notAllowed("window functions");
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
    return new Node.AggregateOf(type(aggregate.name(), arguments, expressions.run()), 0, index);
  }

  private static ResultType type(String name, List<Node> arguments, Run run) {
    ResultType of = arguments.isEmpty() ? ResultType.NULL : arguments.getFirst().type();
    return switch (name) {
      case "count" -> ResultType.integer(21);
      case "sum" ->
          (Arithmetic.isExact(of)
                  ? ResultType.decimal(of.precision() + 22, of.decimals())
                  : ResultType.real())
              .asNullable();
      case "avg" ->
          (Arithmetic.isExact(of)
                  ? ResultType.decimal(of.precision() + 4, Math.min(30, of.decimals() + 4))
                  : ResultType.real())
              .asNullable();
      case "min", "max" -> {
        var kept = of.asNullable();
        yield of.isString()
            ? new ResultType(of.wire(), of.length(), ResultType.VARIES, false, true, of.collation())
            : kept;
      }
      case "group_concat" ->
          new ResultType(
              ColumnType.LONG_BLOB,
              run.session().settings().groupConcatMaxLength() * 4,
              0,
              false,
              true,
              of.isString() ? of.collation() : run.session().settings().connection());
      case "bit_and", "bit_or", "bit_xor" -> ResultType.integer(21).asUnsigned();
      case "json_arrayagg", "json_objectagg" ->
          ResultType.of(ColumnType.JSON, 4_294_967_295L, 0).asNullable();
      default -> ResultType.real().asNullable();
    };
  }

  private static Aggregator.State state(
      Expr.Aggregate aggregate, List<Node> arguments, List<Node> order, Run run) {
    Aggregator.State state =
        switch (aggregate.name()) {
          case "count" -> new Count(arguments);
          case "sum", "avg" -> new Sum(arguments.getFirst(), aggregate.name().equals("avg"), run);
          case "min" -> new Extreme(arguments.getFirst(), -1);
          case "max" -> new Extreme(arguments.getFirst(), 1);
          case "group_concat" -> new Concat(aggregate, arguments, order, run);
          case "bit_and", "bit_or", "bit_xor" -> new Bits(aggregate.name(), arguments.getFirst());
          case "json_arrayagg", "json_objectagg" -> new Documents(arguments, run);
          default -> new Deviation(aggregate.name(), arguments.getFirst());
        };
    return aggregate.distinct() && !aggregate.name().equals("group_concat")
        ? new Distinct(state, arguments, run)
        : state;
  }

  private static final class Distinct implements Aggregator.State {
    private final Aggregator.State inner;
    private final List<Node> arguments;
    private final Run run;
    private final Set<Object> seen = new HashSet<>();

    Distinct(Aggregator.State inner, List<Node> arguments, Run run) {
      this.inner = inner;
      this.arguments = arguments;
      this.run = run;
    }

    @Override
    public void add(Frame frame) {
      var key = new ArrayList<Object>();
      for (Node argument : arguments) {
        key.add(
            Comparison.groupKey(
                argument.eval(frame), Comparison.common(argument.type(), argument.type())));
      }
      if (seen.add(key)) {
        run.hold(64);
        inner.add(frame);
      }
    }

    @Override
    public Value result() {
      return inner.result();
    }
  }

  private static final class Count implements Aggregator.State {
    private final List<Node> arguments;
    private long count;

    Count(List<Node> arguments) {
      this.arguments = arguments;
    }

    @Override
    public void add(Frame frame) {
      for (Node argument : arguments) {
        if (argument.eval(frame) instanceof Value.Null) {
          return;
        }
      }
      count++;
    }

    @Override
    public Value result() {
      return Value.Int.of(count);
    }
  }

  private static final class Sum implements Aggregator.State {
    private final Node argument;
    private final boolean average;
    private final boolean exact;
    private final Run run;
    private BigDecimal sum = BigDecimal.ZERO;
    private double real;
    private long count;

    Sum(Node argument, boolean average, Run run) {
      this.argument = argument;
      this.average = average;
      this.exact = Arithmetic.isExact(argument.type());
      this.run = run;
    }

    @Override
    public void add(Frame frame) {
      Value value = argument.eval(frame);
      if (value instanceof Value.Null) {
        return;
      }
      count++;
      if (exact) {
        sum = sum.add(Coercion.decimal(value));
      } else {
        real += Arithmetic.number(value, run);
      }
    }

    @Override
    public Value result() {
      if (count == 0) {
        return Value.NULL;
      }
      if (!exact) {
        return new Value.Real(average ? real / count : real);
      }
      return new Value.Decimal(
          average
              ? sum.divide(
                  BigDecimal.valueOf(count), Math.max(0, sum.scale()) + 4, RoundingMode.HALF_UP)
              : sum);
    }
  }

  private static final class Extreme implements Aggregator.State {
    private final Node argument;
    private final int sign;
    private Value best = Value.NULL;

    Extreme(Node argument, int sign) {
      this.argument = argument;
      this.sign = sign;
    }

    @Override
    public void add(Frame frame) {
      Value value = argument.eval(frame);
      if (value instanceof Value.Null) {
        return;
      }
      Collation collation = Comparison.common(argument.type(), argument.type());
      if (best instanceof Value.Null
          || Integer.signum(Comparison.compare(value, best, collation)) == sign) {
        best = value;
      }
    }

    @Override
    public Value result() {
      return best;
    }
  }

  private static final class Bits implements Aggregator.State {
    private final String name;
    private final Node argument;
    private long word;

    Bits(String name, Node argument) {
      this.name = name;
      this.argument = argument;
      this.word = name.equals("bit_and") ? -1 : 0;
    }

    @Override
    public void add(Frame frame) {
      Value value = argument.eval(frame);
      if (value instanceof Value.Null) {
        return;
      }
      long more = Arithmetic.word(value);
      word =
          switch (name) {
            case "bit_and" -> word & more;
            case "bit_or" -> word | more;
            default -> word ^ more;
          };
    }

    @Override
    public Value result() {
      return Arithmetic.unsigned(word);
    }
  }

  private static final class Deviation implements Aggregator.State {
    private final String name;
    private final Node argument;
    private long count;
    private double mean;
    private double squares;

    Deviation(String name, Node argument) {
      this.name = name;
      this.argument = argument;
    }

    @Override
    public void add(Frame frame) {
      Value value = argument.eval(frame);
      if (value instanceof Value.Null) {
        return;
      }
      double number = Coercion.real(value);
      count++;
      double delta = number - mean;
      mean += delta / count;
      squares += delta * (number - mean);
    }

    @Override
    public Value result() {
      boolean sample = name.endsWith("_samp");
      if (count == 0 || (sample && count < 2)) {
        return Value.NULL;
      }
      double variance = squares / (sample ? count - 1 : count);
      return new Value.Real(name.startsWith("var") ? variance : Math.sqrt(variance));
    }
  }

  private static final class Documents implements Aggregator.State {
    private final List<Node> arguments;
    private final Run run;
    private final List<Object> list = new ArrayList<>();
    private final Map<String, Object> map = Json.object();

    Documents(List<Node> arguments, Run run) {
      this.arguments = arguments;
      this.run = run;
    }

    @Override
    public void add(Frame frame) {
      Value value = arguments.getLast().eval(frame);
      run.hold(Values.footprint(value));
      if (arguments.size() == 1) {
        list.add(Json.of(value));
      } else {
        map.put(Coercion.text(arguments.getFirst().eval(frame)), Json.of(value));
      }
    }

    @Override
    public Value result() {
      boolean empty = list.isEmpty() && map.isEmpty();
      return empty ? Value.NULL : new Value.Json(Json.write(arguments.size() == 1 ? list : map));
    }
  }

  private static final class Concat implements Aggregator.State {
    private final Expr.Aggregate aggregate;
    private final List<Node> arguments;
    private final List<Node> order;
    private final Run run;
    private final List<Value[]> parts = new ArrayList<>();

    Concat(Expr.Aggregate aggregate, List<Node> arguments, List<Node> order, Run run) {
      this.aggregate = aggregate;
      this.arguments = arguments;
      this.order = order;
      this.run = run;
    }

    @Override
    public void add(Frame frame) {
      var text = new StringBuilder();
      for (Node argument : arguments) {
        Value value = argument.eval(frame);
        if (value instanceof Value.Null) {
          return;
        }
        text.append(Coercion.text(value));
      }
      Value[] part = new Value[order.size() + 1];
      part[0] = new Value.Text(text.toString());
      for (int i = 0; i < order.size(); i++) {
        part[i + 1] = order.get(i).eval(frame);
      }
      run.hold(part);
      parts.add(part);
    }

    @Override
    public Value result() {
      if (parts.isEmpty()) {
        return Value.NULL;
      }
      parts.sort(this::compare);
      var seen = new HashSet<Object>();
      var text = new StringBuilder();
      long most = run.session().settings().groupConcatMaxLength();
      boolean first = true;
      for (Value[] part : parts) {
        String piece = Coercion.text(part[0]);
        if (aggregate.distinct() && !seen.add(Comparison.fold(piece, Collation.DEFAULT))) {
          continue;
        }
        text.append(first ? "" : aggregate.separator()).append(piece);
        first = false;
        if (text.length() > most) {
          text.setLength((int) most);
          run.warn(1260, "Row " + parts.size() + " was cut by GROUP_CONCAT()");
          break;
        }
      }
      return new Value.Text(text.toString());
    }

    private int compare(Value[] left, Value[] right) {
      for (int i = 0; i < order.size(); i++) {
        int result = Ordering.compare(left[i + 1], right[i + 1], order.get(i).type());
        if (result != 0) {
          return aggregate.order().get(i).descending() ? -result : result;
        }
      }
      return 0;
    }
  }
}

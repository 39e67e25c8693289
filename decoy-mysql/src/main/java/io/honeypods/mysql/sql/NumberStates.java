package io.honeypods.mysql.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What adds up numbers, or finds the least and the greatest. */
final class NumberStates {
  private NumberStates() {}

  static final class Count implements Aggregator.State {
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

  static final class Sum implements Aggregator.State {
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
      this.exact = ArithmeticTypes.isExact(argument.type());
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

  static final class Extreme implements Aggregator.State {
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

  static final class Bits implements Aggregator.State {
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

  static final class Deviation implements Aggregator.State {
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
}

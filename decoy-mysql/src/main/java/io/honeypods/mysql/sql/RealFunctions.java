package io.honeypods.mysql.sql;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Functions of analysis: powers, logarithms, angles. */
final class RealFunctions {
  private RealFunctions() {}

  static void register(Function.Register to) {
    for (String name : List.of("pow", "power")) {
      to.strict(name, 2, 2, real(), c -> checked(c, Math.pow(c.real(0), c.real(1))));
    }
    single(to, "sqrt", x -> x < 0 ? Double.NaN : Math.sqrt(x));
    to.strict("exp", 1, 1, real(), c -> checked(c, Math.exp(c.real(0))));
    single(to, "sin", Math::sin);
    single(to, "cos", Math::cos);
    single(to, "tan", Math::tan);
    single(to, "asin", Math::asin);
    single(to, "acos", Math::acos);
    to.strict(
        "radians", 1, 1, a -> ResultType.real(), c -> new Value.Real(Math.toRadians(c.real(0))));
    to.strict(
        "degrees", 1, 1, a -> ResultType.real(), c -> checked(c, c.real(0) * (180 / Math.PI)));
    to.strict("cot", 1, 1, real(), c -> checked(c, 1 / Math.tan(c.real(0))));
    for (String name : List.of("atan", "atan2")) {
      to.strict(name, 1, 2, real(), RealFunctions::arc);
    }
    to.strict("ln", 1, 1, real(), c -> log(c, 0, 1));
    to.strict("log", 1, 2, real(), c -> c.size() == 1 ? log(c, 0, 1) : logBase(c));
    to.strict("log2", 1, 1, real(), c -> log(c, 0, Math.log(2)));
    to.strict(
        "log10",
        1,
        1,
        real(),
        c -> c.real(0) <= 0 ? log(c, 0, 1) : new Value.Real(Math.log10(c.real(0))));
    to.strict(
        "pi", 0, 0, a -> ResultType.of(ColumnType.DOUBLE, 8, 6), c -> new Value.Real(Math.PI));
  }

  private static Value arc(Call c) {
    return new Value.Real(c.size() > 1 ? Math.atan2(c.real(0), c.real(1)) : Math.atan(c.real(0)));
  }

  private static Function.Typing real() {
    return a -> ResultType.real().asNullable();
  }

  private static void single(Function.Register to, String name, DoubleUnaryOperator operator) {
    to.strict(
        name,
        1,
        1,
        real(),
        c -> {
          double result = operator.applyAsDouble(c.real(0));
          return Double.isNaN(result) ? Value.NULL : new Value.Real(result);
        });
  }

  private static Value checked(Call c, double result) {
    if (!Double.isFinite(result)) {
      throw Errors.outOfRange("DOUBLE", c.printed());
    }
    return new Value.Real(result);
  }

  private static Value log(Call c, int index, double base) {
    double number = c.real(index);
    if (number <= 0) {
      c.run().warn(3020, "Invalid argument for logarithm");
      return Value.NULL;
    }
    return new Value.Real(base == 1 ? Math.log(number) : Math.log(number) / base);
  }

  private static Value logBase(Call c) {
    double base = c.real(0);
    if (base <= 0 || base == 1) {
      c.run().warn(3020, "Invalid argument for logarithm");
      return Value.NULL;
    }
    return log(c, 1, Math.log(base));
  }
}

package io.honeypods.mysql.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.zip.CRC32;

/** Functions of numbers. */
final class NumberFunctions {
  private NumberFunctions() {}

  static void register(Function.Register to) {
    to.strict("abs", 1, 1, NumberFunctions::same, NumberFunctions::abs);
    for (String name : List.of("ceil", "ceiling")) {
      to.strict(name, 1, 1, NumberFunctions::whole, c -> whole(c, RoundingMode.CEILING));
    }
    to.strict("floor", 1, 1, NumberFunctions::whole, c -> whole(c, RoundingMode.FLOOR));
    to.lenient("round", 1, 2, NumberFunctions::rounded, c -> round(c, RoundingMode.HALF_UP));
    to.lenient("truncate", 2, 2, NumberFunctions::rounded, c -> round(c, RoundingMode.DOWN));
    to.strict(
        "mod",
        2,
        2,
        a -> Arithmetic.type(Expr.Operator.MOD, a.get(0).type(), a.get(1).type()),
        NumberFunctions::mod);
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
    single(to, "radians", Math::toRadians);
    single(to, "degrees", Math::toDegrees);
    to.strict("cot", 1, 1, real(), c -> checked(c, 1 / Math.tan(c.real(0))));
    to.strict(
        "atan",
        1,
        2,
        real(),
        c ->
            new Value.Real(c.size() > 1 ? Math.atan2(c.real(0), c.real(1)) : Math.atan(c.real(0))));
    to.strict(
        "atan2",
        1,
        2,
        real(),
        c ->
            new Value.Real(c.size() > 1 ? Math.atan2(c.real(0), c.real(1)) : Math.atan(c.real(0))));
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
        "pi", 0, 0, a -> ResultType.of(ColumnType.DOUBLE, 8, 6), c -> new Value.Real(3.141593));
    to.lenient("rand", 0, 1, a -> ResultType.real(), NumberFunctions::random);
    to.strict(
        "sign",
        1,
        1,
        Function.fixed(ResultType.integer(2)),
        c ->
            Value.Int.of(
                c.value(0) instanceof Value.Text
                    ? (long) Math.signum(c.real(0))
                    : c.decimal(0).signum()));
    to.strict("greatest", 2, -1, NumberFunctions::extreme, c -> extreme(c, 1));
    to.strict("least", 2, -1, NumberFunctions::extreme, c -> extreme(c, -1));
    to.strict("crc32", 1, 1, a -> ResultType.integer(10).asUnsigned(), NumberFunctions::crc);
    to.strict(
        "bit_count",
        1,
        1,
        Function.fixed(ResultType.integer(2)),
        c -> Value.Int.of(Long.bitCount(Arithmetic.word(c.value(0)))));
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

  private static ResultType same(List<Node> arguments) {
    ResultType type = arguments.getFirst().type();
    return type.isNumber() ? type : ResultType.real();
  }

  private static Value abs(Call c) {
    Value value = c.value(0);
    return switch (value) {
      case Value.Int(var number, var unsigned) ->
          Arithmetic.checked(number.abs(), unsigned, c::printed);
      case Value.Decimal(var number) -> new Value.Decimal(number.abs());
      case Value.Null _,
          Value.Real _,
          Value.Text _,
          Value.Blob _,
          Value.Date _,
          Value.DateTime _,
          Value.Time _,
          Value.Json _ ->
          new Value.Real(Math.abs(c.real(0)));
    };
  }

  private static ResultType whole(List<Node> arguments) {
    ResultType type = arguments.getFirst().type();
    return type.isInteger()
        ? type
        : type.isDecimal() ? ResultType.integer(type.length()) : ResultType.real();
  }

  private static Value whole(Call c, RoundingMode mode) {
    if (c.value(0) instanceof Value.Int) {
      return c.value(0);
    }
    if (c.value(0) instanceof Value.Decimal(var number)) {
      return new Value.Int(number.setScale(0, mode).toBigInteger(), false);
    }
    double number = c.real(0);
    return new Value.Real(mode == RoundingMode.CEILING ? Math.ceil(number) : Math.floor(number));
  }

  private static ResultType rounded(List<Node> arguments) {
    ResultType type = arguments.getFirst().type();
    if (type.isInteger()) {
      return type;
    }
    if (!type.isDecimal()) {
      return ResultType.real().orNull(type.nullable());
    }
    int scale =
        arguments.size() > 1
                && arguments.get(1) instanceof Node.Constant(_, Value.Int(var digits, _))
            ? Math.max(0, Math.min(type.decimals(), digits.intValue()))
            : arguments.size() > 1 ? type.decimals() : 0;
    return ResultType.decimal(
            type.precision() - type.decimals() + scale + (type.decimals() > scale ? 1 : 0), scale)
        .orNull(type.nullable());
  }

  private static Value round(Call c, RoundingMode mode) {
    if (c.anyNull()) {
      return Value.NULL;
    }
    int digits = c.size() > 1 ? Math.max(-400, Math.min(30, c.integer(1))) : 0;
    Value value = c.value(0);
    if (value instanceof Value.Int(var number, var unsigned)) {
      return digits >= 0
          ? value
          : new Value.Int(new BigDecimal(number).setScale(digits, mode).toBigInteger(), unsigned);
    }
    if (value instanceof Value.Decimal(var number)) {
      var result = number.setScale(Math.min(digits, Math.max(0, number.scale())), mode);
      return new Value.Decimal(result.scale() < 0 ? result.setScale(0) : result);
    }
    double number = c.real(0);
    if (!Double.isFinite(number)) {
      return value;
    }
    var exact = new BigDecimal(number);
    var halves = mode == RoundingMode.HALF_UP ? RoundingMode.HALF_EVEN : mode;
    var shown = new BigDecimal(Double.toString(number));
    return new Value.Real(
        (digits == 0 && mode == RoundingMode.HALF_UP ? exact : shown)
            .setScale(
                digits,
                halves == RoundingMode.HALF_EVEN && digits > 0 ? RoundingMode.HALF_UP : halves)
            .doubleValue());
  }

  private static Value mod(Call c) {
    ResultType type = Arithmetic.type(Expr.Operator.MOD, c.type(0), c.type(1));
    return Arithmetic.apply(Expr.Operator.MOD, c.value(0), c.value(1), type, c.run(), c::printed);
  }

  private static Value random(Call c) {
    if (c.size() == 0) {
      return new Value.Real(ThreadLocalRandom.current().nextDouble());
    }
    long seed = c.isNull(0) ? 0 : c.integer(0) & 0xffffffffL;
    Object key = "rand " + System.identityHashCode(c.type(0)) + seed;
    Seeded seeded =
        c.run().kept().computeIfAbsent(key, none -> new Seeded(seed)) instanceof Seeded kept
            ? kept
            : new Seeded(seed);
    return new Value.Real(seeded.next());
  }

  /** The generator of RAND(n). */
  private static final class Seeded {
    private static final long MOST = 0x3FFFFFFFL;
    private long first;
    private long second;

    Seeded(long seed) {
      first = (seed * 0x10001L + 55_555_555L & 0xffffffffL) % MOST;
      second = (seed * 0x10000001L & 0xffffffffL) % MOST;
    }

    double next() {
      first = (first * 3 + second) % MOST;
      second = (first + second + 33) % MOST;
      return first / (double) MOST;
    }
  }

  private static ResultType extreme(List<Node> arguments) {
    return Types.common(arguments);
  }

  private static Value extreme(Call c, int sign) {
    Value best = c.value(0);
    Collation collation = c.collation(0);
    for (int i = 1; i < c.size(); i++) {
      if (Integer.signum(Comparison.compare(c.value(i), best, collation)) == sign) {
        best = c.value(i);
      }
    }
    return best;
  }

  private static Value crc(Call c) {
    var crc = new CRC32();
    crc.update(
        c.value(0) instanceof Value.Blob ? c.bytes(0) : c.text(0).getBytes(StandardCharsets.UTF_8));
    return new Value.Int(java.math.BigInteger.valueOf(crc.getValue()), true);
  }
}

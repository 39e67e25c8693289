package io.honeypods.mysql.sql;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;

/** Functions of numbers. */
final class NumberFunctions {
  private NumberFunctions() {}

  static void register(Function.Register to) {
    Rounding.register(to);
    RealFunctions.register(to);
    to.strict("abs", 1, 1, NumberFunctions::same, NumberFunctions::abs);
    to.strict(
        "mod",
        2,
        2,
        a -> ArithmeticTypes.type(Expr.Operator.MOD, a.get(0).type(), a.get(1).type()),
        NumberFunctions::mod);
    to.lenient("rand", 0, 1, a -> ResultType.real(), NumberFunctions::random);
    to.strict(
        "sign",
        1,
        1,
        Function.fixed(ResultType.integer(21)),
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
        Function.fixed(ResultType.integer(21)),
        c -> Value.Int.of(Long.bitCount(Arithmetic.word(c.value(0)))));
  }

  private static ResultType same(List<Node> arguments) {
    ResultType type = arguments.getFirst().type();
    return type.isReal()
        ? ResultType.real(type.decimals())
        : type.isNumber() ? type : ResultType.real();
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

  private static Value mod(Call c) {
    ResultType type = ArithmeticTypes.type(Expr.Operator.MOD, c.type(0), c.type(1));
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
    ResultType type = Types.common(c.nodes());
    Value best = Types.as(c.value(0), type);
    Collation collation = type.isString() ? type.collation() : Collation.DEFAULT;
    for (int i = 1; i < c.size(); i++) {
      Value next = Types.as(c.value(i), type);
      if (Integer.signum(Comparison.compare(next, best, collation)) == sign) {
        best = next;
      }
    }
    return best;
  }

  private static Value crc(Call c) {
    var crc = new CRC32();
    crc.update(
        c.value(0) instanceof Value.Blob ? c.bytes(0) : c.text(0).getBytes(StandardCharsets.UTF_8));
    return new Value.Int(BigInteger.valueOf(crc.getValue()), true);
  }
}

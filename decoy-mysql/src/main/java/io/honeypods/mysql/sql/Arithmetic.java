package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.Expr.Operator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Supplier;

/** The arithmetic and bit operators. */
final class Arithmetic {
  private static final BigInteger UNSIGNED_MAX =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private static final int DIGITS = 65;
  private static final int DIGITS_IN_GROUP = 9;

  private Arithmetic() {}

  static Value apply(
      Operator operator, Value left, Value right, ResultType type, Run run, Supplier<String> text) {
    if (left instanceof Value.Null || right instanceof Value.Null) {
      return Value.NULL;
    }
    switch (operator) {
      case BIT_AND, BIT_OR, BIT_XOR, SHIFT_LEFT, SHIFT_RIGHT -> {
        return bits(operator, left, right, run);
      }
      case DIV -> {
        return divided(left, right, type, run, text);
      }
      default -> {
        // goes on below
      }
    }
    if (type.isReal()) {
      return real(operator, number(left, run), number(right, run), run, text);
    }
    if (type.isInteger()) {
      return whole(operator, Coercion.integer(left), Coercion.integer(right), type, run, text);
    }
    return decimal(operator, Coercion.decimal(left), Coercion.decimal(right), run);
  }

  static double number(Value value, Run run) {
    if (value instanceof Value.Text(var text) && !text.isEmpty() && !NumberText.isNumber(text)) {
      run.truncated("Truncated incorrect DOUBLE value: '" + Printer.cut(text) + "'");
    }
    return Coercion.real(value);
  }

  private static Value zero(Run run) {
    if (run.strict()
        && run.session().settings().mode("ERROR_FOR_DIVISION_BY_ZERO")
        && run.session().settings().strict()) {
      throw new SqlException(1365, "22012", "Division by 0");
    }
    if (run.session().settings().mode("ERROR_FOR_DIVISION_BY_ZERO")) {
      run.warn(1365, "Division by 0");
    }
    return Value.NULL;
  }

  private static Value whole(
      Operator operator,
      BigInteger left,
      BigInteger right,
      ResultType type,
      Run run,
      Supplier<String> text) {
    if (operator == Operator.MOD && right.signum() == 0) {
      return zero(run);
    }
    BigInteger result =
        switch (operator) {
          case ADD -> left.add(right);
          case SUBTRACT -> left.subtract(right);
          case MULTIPLY -> left.multiply(right);
          default -> left.remainder(right);
        };
    return checked(result, type.unsigned(), text);
  }

  /** A BIGINT, or error 1690 where it is none. */
  static Value checked(BigInteger result, boolean unsigned, Supplier<String> text) {
    boolean fits =
        unsigned
            ? result.signum() >= 0 && result.compareTo(UNSIGNED_MAX) <= 0
            : result.bitLength() < 64;
    if (!fits) {
      throw Errors.outOfRange(unsigned ? "BIGINT UNSIGNED" : "BIGINT", text.get());
    }
    return new Value.Int(result, unsigned);
  }

  private static Value real(
      Operator operator, double left, double right, Run run, Supplier<String> text) {
    if ((operator == Operator.DIVIDE || operator == Operator.MOD) && right == 0) {
      return zero(run);
    }
    double result =
        switch (operator) {
          case ADD -> left + right;
          case SUBTRACT -> left - right;
          case MULTIPLY -> left * right;
          case DIVIDE -> left / right;
          default -> left % right;
        };
    if (!Double.isFinite(result)) {
      throw Errors.outOfRange("DOUBLE", text.get());
    }
    return new Value.Real(result);
  }

  private static Value decimal(Operator operator, BigDecimal left, BigDecimal right, Run run) {
    if ((operator == Operator.DIVIDE || operator == Operator.MOD) && right.signum() == 0) {
      return zero(run);
    }
    BigDecimal result =
        switch (operator) {
          case ADD -> left.add(right);
          case SUBTRACT -> left.subtract(right);
          case MULTIPLY -> left.multiply(right);
          case DIVIDE -> left.divide(right, Math.min(30, scale(left, right)), RoundingMode.DOWN);
          default -> left.remainder(right);
        };
    if (result.precision() > DIGITS) {
      result = result.round(new MathContext(DIGITS, RoundingMode.HALF_UP));
    }
    return new Value.Decimal(
        result.scale() > 30
            ? result.setScale(30, RoundingMode.HALF_UP)
            : result.scale() < 0 ? result.setScale(0) : result);
  }

  /** Quotients are computed in groups of nine decimals, of which fewer are shown. */
  private static int scale(BigDecimal left, BigDecimal right) {
    int first = groups(left.scale()) * DIGITS_IN_GROUP;
    int second = groups(right.scale()) * DIGITS_IN_GROUP;
    int more = 4 - (first - Math.max(0, left.scale()) + second - Math.max(0, right.scale()));
    return groups(first + second + Math.max(0, more)) * DIGITS_IN_GROUP;
  }

  private static int groups(int digits) {
    return (Math.max(0, digits) + DIGITS_IN_GROUP - 1) / DIGITS_IN_GROUP;
  }

  private static Value divided(
      Value left, Value right, ResultType type, Run run, Supplier<String> text) {
    BigDecimal divisor = Coercion.decimal(right);
    if (divisor.signum() == 0) {
      return zero(run);
    }
    BigInteger result = Coercion.decimal(left).divideToIntegralValue(divisor).toBigInteger();
    return checked(result, type.unsigned(), text);
  }

  /** A value as 64 bits. */
  static long word(Value value) {
    if (value instanceof Value.Blob(var bytes)) {
      return new BigInteger(1, bytes.toByteArray()).longValue();
    }
    BigInteger number = Coercion.integer(value);
    if (number.compareTo(UNSIGNED_MAX) > 0) {
      return value instanceof Value.Int ? number.longValue() : Long.MAX_VALUE;
    }
    return number.longValue();
  }

  /** The same with a warning for text that is no whole number. */
  static long word(Value value, Run run) {
    if (value instanceof Value.Text(var text) && !text.strip().matches("[+-]?[0-9]+")) {
      run.truncated("Truncated incorrect INTEGER value: '" + Printer.cut(text) + "'");
    }
    return word(value);
  }

  static Value unsigned(long word) {
    var number = BigInteger.valueOf(word);
    return new Value.Int(word < 0 ? number.add(BigInteger.ONE.shiftLeft(64)) : number, true);
  }

  private static Value bits(Operator operator, Value left, Value right, Run run) {
    long a = word(left, run);
    long b = word(right, run);
    return unsigned(
        switch (operator) {
          case BIT_AND -> a & b;
          case BIT_OR -> a | b;
          case BIT_XOR -> a ^ b;
          case SHIFT_LEFT -> b < 0 || b > 63 ? 0 : a << b;
          default -> b < 0 || b > 63 ? 0 : a >>> b;
        });
  }
}

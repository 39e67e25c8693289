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

  private Arithmetic() {}

  static ResultType type(Operator operator, ResultType left, ResultType right) {
    boolean nullable =
        left.nullable()
            || right.nullable()
            || operator == Operator.DIVIDE
            || operator == Operator.DIV
            || operator == Operator.MOD;
    return plain(operator, left, right).orNull(nullable);
  }

  private static ResultType plain(Operator operator, ResultType left, ResultType right) {
    switch (operator) {
      case BIT_AND, BIT_OR, BIT_XOR, SHIFT_LEFT, SHIFT_RIGHT -> {
        return ResultType.integer(21).asUnsigned();
      }
      case DIV -> {
        return unsigned(ResultType.integer(Math.min(20, left.length())), left, right);
      }
      default -> {
        // goes on below
      }
    }
    boolean exact = isExact(left) && isExact(right);
    if (!exact) {
      return ResultType.real();
    }
    boolean whole = isWhole(left) && isWhole(right);
    int p1 = left.precision();
    int p2 = right.precision();
    int s1 = left.decimals();
    int s2 = right.decimals();
    return switch (operator) {
      case ADD, SUBTRACT ->
          whole
              ? unsigned(ResultType.integer(Math.max(whole(left), whole(right)) + 2), left, right)
              : ResultType.decimal(
                  Math.max(p1 - s1, p2 - s2) + Math.max(s1, s2) + 1, Math.max(s1, s2));
      case MULTIPLY ->
          whole
              ? unsigned(ResultType.integer(whole(left) + whole(right) + 1), left, right)
              : ResultType.decimal(p1 + p2, Math.min(30, s1 + s2));
      case DIVIDE -> ResultType.decimal(p1 + s2 + 4, Math.min(30, s1 + 4));
      default ->
          whole
              ? unsigned(ResultType.integer(Math.max(left.length(), right.length())), left, left)
              : ResultType.decimal(Math.max(p1, p2), Math.max(s1, s2));
    };
  }

  /** The digits of a whole number: columns count a sign, constants do not. */
  private static long whole(ResultType type) {
    boolean signed =
        !type.unsigned()
            && (type.wire() != ColumnType.LONGLONG || type.length() == 20 || type.length() == 21);
    return Math.max(1, type.length() - (signed ? 1 : 0));
  }

  private static ResultType unsigned(ResultType type, ResultType left, ResultType right) {
    return left.unsigned() || right.unsigned() ? type.asUnsigned() : type;
  }

  static boolean isExact(ResultType type) {
    return type.isInteger()
        || type.isDecimal()
        || type.isTemporal()
        || type.wire() == ColumnType.NULL;
  }

  private static boolean isWhole(ResultType type) {
    return type.isInteger()
        || type.wire() == ColumnType.NULL
        || (type.isTemporal() && type.decimals() == 0);
  }

  static Value apply(
      Operator operator, Value left, Value right, ResultType type, Run run, Supplier<String> text) {
    if (left instanceof Value.Null || right instanceof Value.Null) {
      return Value.NULL;
    }
    switch (operator) {
      case BIT_AND, BIT_OR, BIT_XOR, SHIFT_LEFT, SHIFT_RIGHT -> {
        return bits(operator, left, right);
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
    if (value instanceof Value.Text(var text) && !Coercion.isNumber(text)) {
      run.warn(1292, "Truncated incorrect DOUBLE value: '" + Printer.cut(text) + "'");
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
          case DIVIDE ->
              left.divide(right, Math.min(30, Math.max(left.scale(), 0) + 4), RoundingMode.HALF_UP);
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

  static Value unsigned(long word) {
    var number = BigInteger.valueOf(word);
    return new Value.Int(word < 0 ? number.add(BigInteger.ONE.shiftLeft(64)) : number, true);
  }

  private static Value bits(Operator operator, Value left, Value right) {
    long a = word(left);
    long b = word(right);
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

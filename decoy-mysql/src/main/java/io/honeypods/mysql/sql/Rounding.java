package io.honeypods.mysql.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** ROUND, TRUNCATE, CEILING and FLOOR. */
final class Rounding {
  private Rounding() {}

  static void register(Function.Register to) {
    for (String name : List.of("ceil", "ceiling")) {
      to.strict(name, 1, 1, Rounding::whole, c -> whole(c, RoundingMode.CEILING));
    }
    to.strict("floor", 1, 1, Rounding::whole, c -> whole(c, RoundingMode.FLOOR));
    to.lenient("round", 1, 2, a -> rounded(a, true), c -> round(c, RoundingMode.HALF_UP));
    to.lenient("truncate", 2, 2, a -> rounded(a, false), c -> round(c, RoundingMode.DOWN));
  }

  private static ResultType whole(List<Node> arguments) {
    ResultType type = arguments.getFirst().type();
    int point = type.decimals() > 0 ? type.decimals() + 1 : 0;
    ResultType integer = ResultType.integer(type.length() - point + 2);
    return type.isInteger() || type.isDecimal()
        ? type.unsigned() ? integer.asUnsigned() : integer
        : ResultType.real(0);
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

  private static ResultType rounded(List<Node> arguments, boolean up) {
    ResultType type = arguments.getFirst().type();
    if (type.isInteger()) {
      Integer digits = StringTypes.number(arguments, 1);
      return up && digits != null && digits < 0 ? type.wide(type.length() + 1) : type;
    }
    if (!type.isDecimal()) {
      Integer digits = arguments.size() > 1 ? StringTypes.number(arguments, 1) : Integer.valueOf(0);
      int shown = digits == null ? ResultType.VARIES : Math.max(0, Math.min(30, digits));
      return ResultType.real(shown).orNull(type.nullable());
    }
    Integer wanted = arguments.size() > 1 ? StringTypes.number(arguments, 1) : Integer.valueOf(0);
    int scale = wanted == null ? type.decimals() : Math.max(0, Math.min(type.decimals(), wanted));
    int cut = type.decimals() - scale;
    return ResultType.decimal(type.precision() - cut + (up && cut > 0 ? 1 : 0), scale)
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
}

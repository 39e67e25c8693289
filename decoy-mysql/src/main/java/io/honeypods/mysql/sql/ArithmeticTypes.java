package io.honeypods.mysql.sql;

import io.honeypods.mysql.sql.Expr.Operator;

/** The types that arithmetic gives. */
final class ArithmeticTypes {
  private ArithmeticTypes() {}

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
        long whole = left.isReal() ? 21 : left.length() - (left.isDecimal() ? left.decimals() : 0);
        return unsigned(ResultType.integer(Math.min(21, whole)), left, right);
      }
      default -> {
        // goes on below
      }
    }
    boolean exact = isExact(left) && isExact(right);
    if (!exact) {
      return real(operator, left, right);
    }
    boolean whole = isWhole(left) && isWhole(right);
    int p1 = left.precision();
    int p2 = right.precision();
    int s1 = left.decimals();
    int s2 = right.decimals();
    int sum = Math.max(p1 - s1, p2 - s2) + Math.max(s1, s2) + 1;
    boolean unsigned =
        whole ? left.unsigned() || right.unsigned() : left.unsigned() && right.unsigned();
    return switch (operator) {
      case ADD, SUBTRACT ->
          whole ? integer(sum, unsigned) : ResultType.decimal(sum, Math.max(s1, s2), unsigned);
      case MULTIPLY ->
          whole
              ? integer(p1 + p2, unsigned)
              : ResultType.decimal(p1 + p2, Math.min(30, s1 + s2), unsigned);
      case DIVIDE -> ResultType.decimal(p1 + s2 + 4, Math.min(30, s1 + 4), unsigned);
      default ->
          whole
              ? unsigned(ResultType.integer(Math.max(left.length(), right.length())), left, left)
              : new ResultType(
                  ColumnType.NEWDECIMAL,
                  Math.max(left.length(), right.length()),
                  Math.max(s1, s2),
                  left.unsigned(),
                  false,
                  Collation.BINARY);
    };
  }

  private static ResultType integer(int digits, boolean unsigned) {
    var type = ResultType.integer(digits + (unsigned ? 0L : 1L));
    return unsigned ? type.asUnsigned() : type;
  }

  private static int fraction(ResultType type) {
    boolean open = type.isString() && !type.equals(ResultType.PARAMETER);
    return open ? ResultType.VARIES : type.decimals();
  }

  static boolean isExact(ResultType type) {
    return type.isInteger() || type.isDecimal() || type.isTemporal();
  }

  private static boolean isWhole(ResultType type) {
    return type.isInteger() || (type.isTemporal() && type.decimals() == 0);
  }

  /** What is not known before a parameter is bound counts as a number with no fraction. */
  private static ResultType real(Operator operator, ResultType left, ResultType right) {
    int decimals = Math.max(fraction(left), fraction(right));
    if (operator != Operator.DIVIDE) {
      return ResultType.real(decimals);
    }
    int more = Math.min(ResultType.VARIES, decimals + 4);
    ResultType type = ResultType.real(more);
    return more == ResultType.VARIES
        ? type
        : type.wide(Math.min(type.length(), left.length() - left.decimals() + more));
  }

  private static ResultType unsigned(ResultType type, ResultType left, ResultType right) {
    return left.unsigned() || right.unsigned() ? type.asUnsigned() : type;
  }
}

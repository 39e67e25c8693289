package io.honeypods.mysql.sql;

import java.math.RoundingMode;
import java.util.List;

/** The type that several expressions have in common. */
final class Types {
  private Types() {}

  /** What CASE, IF and COALESCE yield: dates in the character set of text. */
  static ResultType common(List<Node> nodes) {
    ResultType type = united(nodes);
    return type.isTemporal() ? type.collated(Collation.DEFAULT) : type;
  }

  /** What UNION yields. */
  static ResultType united(List<Node> nodes) {
    ResultType type = nodes.getFirst().type();
    for (Node node : nodes.subList(1, nodes.size())) {
      type = common(type, node.type());
    }
    return type;
  }

  static ResultType common(ResultType left, ResultType right) {
    boolean nullable = left.nullable() || right.nullable();
    if (left.wire() == ColumnType.NULL) {
      return right.asNullable();
    }
    if (right.wire() == ColumnType.NULL) {
      return left.asNullable();
    }
    return both(left, right).orNull(nullable);
  }

  private static ResultType both(ResultType left, ResultType right) {
    if (left.isNumber() && right.isNumber()) {
      if (left.isReal() || right.isReal()) {
        long length = Math.max(left.length(), right.length());
        return ResultType.real().wide(length).decimals(Math.max(left.decimals(), right.decimals()));
      }
      if (left.isInteger() && right.isInteger()) {
        boolean unsigned = left.unsigned() && right.unsigned();
        var wider = left.length() >= right.length() ? left : right;
        var wire = left.wire() == right.wire() ? left.wire() : widest(left, right);
        return new ResultType(wire, wider.length(), 0, unsigned, false, Collation.BINARY);
      }
      int scale = Math.max(left.decimals(), right.decimals());
      int whole =
          Math.max(left.precision() - left.decimals(), right.precision() - right.decimals());
      return ResultType.decimal(whole + scale, scale);
    }
    if (left.wire() == right.wire() && !left.isString()) {
      return left.length() >= right.length() ? left : right;
    }
    if (left.isTemporal() && right.isTemporal()) {
      int decimals = Math.max(left.decimals(), right.decimals());
      return ResultType.of(ColumnType.DATETIME, decimals > 0 ? 20L + decimals : 19, decimals);
    }
    long length = Math.max(left.length(), right.length());
    if (left.isString() && right.isString()) {
      return ResultType.text(length, Comparison.common(left, right));
    }
    return ResultType.text(
        length,
        left.isString()
            ? left.collation()
            : right.isString() ? right.collation() : Collation.DEFAULT);
  }

  private static ColumnType widest(ResultType left, ResultType right) {
    return left.length() >= right.length() ? left.wire() : right.wire();
  }

  /** A value as results show it: a quotient has more decimals than its type. */
  static Value shown(Value value, ResultType type) {
    return value instanceof Value.Decimal(var number)
            && type.isDecimal()
            && number.scale() > type.decimals()
        ? new Value.Decimal(number.setScale(type.decimals(), RoundingMode.HALF_UP))
        : value;
  }

  /** A value made to fit a common type. */
  static Value as(Value value, ResultType type) {
    if (value instanceof Value.Null) {
      return value;
    }
    if (type.isString()) {
      return Comparison.isString(value) ? value : new Value.Text(Coercion.text(value));
    }
    if (type.isReal()) {
      return value instanceof Value.Real ? value : new Value.Real(Coercion.real(value));
    }
    if (type.wire() == ColumnType.DATETIME) {
      return value instanceof Value.Date(var date)
          ? new Value.DateTime(date.atStartOfDay(), type.decimals())
          : value;
    }
    if (type.isDecimal()) {
      return new Value.Decimal(
          Coercion.decimal(value).setScale(type.decimals(), RoundingMode.HALF_UP));
    }
    return value;
  }
}

package io.honeypods.mysql.sql;

import java.math.BigDecimal;

/** Constants and their types. */
final class Literals {
  private Literals() {}

  static Node node(Expr.Literal literal, Settings settings) {
    Value value = literal.value();
    if (literal.charset() != null
        && Collation.ofCharset(literal.charset()) instanceof Collation in) {
      if (value instanceof Value.Blob(var bytes)) {
        Value decoded = Coercion.decoded(bytes.toByteArray(), in);
        return Node.constant(ResultType.text(Coercion.text(decoded).length(), in), decoded);
      }
      if (value instanceof Value.Text(var text)) {
        return in.isBinary()
            ? Node.constant(
                ResultType.binary(Coercion.bytes(value, Collation.DEFAULT).length),
                Coercion.blob(Coercion.bytes(value, Collation.DEFAULT)))
            : Node.constant(ResultType.text(text.length(), in), value);
      }
    }
    if (value instanceof Value.Blob(var bytes)) {
      var plain = ResultType.of(ColumnType.VAR_STRING, bytes.length(), 0);
      return Node.constant(literal.kind() == Token.Kind.HEX ? plain.asUnsigned() : plain, value);
    }
    if (value instanceof Value.Real(var number)) {
      return Node.constant(
          ResultType.of(ColumnType.DOUBLE, written(number), ResultType.VARIES), value);
    }
    if (literal.kind() == Token.Kind.WORD && value instanceof Value.Int) {
      return Node.constant(ResultType.truth(), value);
    }
    return Node.constant(type(value, settings), value);
  }

  /** How long a number is with an exponent, as it was in all likelihood written. */
  private static int written(double number) {
    var exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    int exponent = exact.precision() - exact.scale() - 1;
    int digits = exact.precision() + (exact.precision() > 1 ? 1 : 0);
    return digits + 1 + Integer.toString(exponent).length() + (number < 0 ? 1 : 0);
  }

  static ResultType type(Value value, Settings settings) {
    return switch (value) {
      case Value.Null() -> ResultType.NULL;
      case Value.Int(var number, var unsigned) -> {
        int digits = number.abs().toString().length();
        var type =
            ResultType.integer(digits + (number.signum() < 0 ? 1 : 0))
                .ofDigits(number.signum() < 0 ? -1 : digits);
        yield unsigned ? type.asUnsigned() : type;
      }
      case Value.Decimal(var number) -> decimal(number);
      case Value.Real(var number) ->
          ResultType.of(
              ColumnType.DOUBLE, Math.max(3, Coercion.real(number).length()), ResultType.VARIES);
      case Value.Text(var text) ->
          ResultType.text(text.codePointCount(0, text.length()), settings.connection());
      case Value.Blob(var bytes) -> ResultType.binary(bytes.length());
      case Value.Date _ -> ResultType.of(ColumnType.DATE, 10, 0);
      case Value.DateTime(_, var fraction) ->
          ResultType.of(ColumnType.DATETIME, fraction > 0 ? 20L + fraction : 19, fraction);
      case Value.Time(_, var fraction) ->
          ResultType.of(ColumnType.TIME, fraction > 0 ? 11L + fraction : 10, fraction);
      case Value.Json _ -> ResultType.of(ColumnType.JSON, 4_294_967_295L, 0);
    };
  }

  private static ResultType decimal(BigDecimal number) {
    int scale = Math.max(0, number.scale());
    int digits = Math.max(number.precision(), scale + 1);
    ResultType type = ResultType.decimal(digits, scale).ofDigits(digits);
    return number.signum() < 0 ? type.wide(type.length() + 1) : type;
  }
}

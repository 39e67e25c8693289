package io.honeypods.mysql.sql;

import java.util.HexFormat;

/** Constants and the types of casts as the server writes them. */
final class LiteralText {
  private LiteralText() {}

  static String of(Value value, Token.Kind kind) {
    if (value instanceof Value.Blob(var bytes)) {
      return "0x" + HexFormat.of().formatHex(bytes.toByteArray());
    }
    if (value instanceof Value.Null) {
      return "NULL";
    }
    boolean quoted = kind == Token.Kind.STRING || kind == Token.Kind.NATIONAL_STRING;
    if (quoted) {
      return "'" + Coercion.text(value).replace("'", "\\'") + "'";
    }
    boolean truth = kind == Token.Kind.WORD;
    if (truth && value instanceof Value.Int(var number, _)) {
      return number.signum() == 0 ? "false" : "true";
    }
    String text = kind == Token.Kind.FLOAT ? exponent(value) : Coercion.text(value);
    return text.startsWith("-") ? "-(" + text.substring(1) + ")" : text;
  }

  /** A number with an exponent, as it was in all likelihood written. */
  private static String exponent(Value value) {
    var exact = Coercion.decimal(value).stripTrailingZeros();
    String digits = exact.unscaledValue().abs().toString();
    int exponent = exact.precision() - exact.scale() - 1;
    return (exact.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + "e"
        + exponent;
  }

  /** The type of a CAST. */
  static String castType(DataType type) {
    return switch (type.name()) {
      case BIGINT -> type.unsigned() ? "unsigned" : "signed";
      case DECIMAL -> "decimal(" + type.precision() + "," + Math.max(0, type.decimals()) + ")";
      case CHAR ->
          "char"
              + (type.length() < 0 ? "" : "(" + type.length() + ")")
              + " charset "
              + type.collation().charset();
      case BINARY ->
          "char" + (type.length() < 0 ? "" : "(" + type.length() + ")") + " charset binary";
      default -> type.name().sql() + (type.decimals() > 0 ? "(" + type.decimals() + ")" : "");
    };
  }
}

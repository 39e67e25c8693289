package io.honeypods.mysql.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/** What values a system variable takes. */
sealed interface VariableKind {

  /** ON or OFF; 1 or 0 in expressions. */
  record Bool() implements VariableKind {}

  /** {@code block} is what values are rounded down to a multiple of. */
  record Whole(BigInteger min, BigInteger max, boolean unsigned, BigInteger block)
      implements VariableKind {}

  record Fraction(double min, double max) implements VariableKind {}

  record Text() implements VariableKind {}

  record OneOf(List<String> names) implements VariableKind {}

  record SomeOf(List<String> names) implements VariableKind {}

  /** {@code name=on} pairs, such as {@code optimizer_switch}. */
  record Flags() implements VariableKind {}

  record Special(Meaning meaning) implements VariableKind {}

  /** Text whose values mean something to the server. */
  enum Meaning {
    CHARSET,
    COLLATION,
    ENGINE,
    LOCALE,
    FILE,
    SQLMODE,
    TIMEZONE
  }

  /** A kind as the list writes it, such as {@code uint:0:65535}. */
  static VariableKind parse(String text) {
    String[] parts = text.split(":", -1);
    return switch (parts[0]) {
      case "bool" -> new Bool();
      case "uint", "int" ->
          new Whole(
              new BigInteger(parts[1]),
              new BigInteger(parts[2]),
              parts[0].equals("uint"),
              parts.length > 3 ? new BigInteger(parts[3]) : BigInteger.ONE);
      case "double" -> new Fraction(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
      case "text" -> new Text();
      case "enum" -> new OneOf(List.of(parts[1].split(",", -1)));
      case "set" -> new SomeOf(List.of(parts[1].split(",", -1)));
      case "flags" -> new Flags();
      default -> new Special(Meaning.valueOf(parts[0].toUpperCase(Locale.ROOT)));
    };
  }

  /** A value as SHOW VARIABLES writes it, read. */
  default Value read(String text) {
    return switch (this) {
      case Bool() -> Value.Int.of(text.equals("ON") || text.equals("YES") ? 1 : 0);
      case Whole(var min, var max, var unsigned, var block) ->
          new Value.Int(new BigInteger(text), unsigned);
      case Fraction(var min, var max) -> new Value.Real(Double.parseDouble(text));
      case Text() -> new Value.Text(text);
      case OneOf(var names) -> new Value.Text(text);
      case SomeOf(var names) -> new Value.Text(text);
      case Flags() -> new Value.Text(text);
      case Special(var meaning) -> new Value.Text(text);
    };
  }

  /** A value as SHOW VARIABLES writes it. */
  default String show(Value value) {
    return switch (value) {
      case Value.Int(var number, var unsigned) ->
          this instanceof Bool ? (number.signum() == 0 ? "OFF" : "ON") : number.toString();
      case Value.Real(var number) ->
          new BigDecimal(number).setScale(6, java.math.RoundingMode.HALF_UP).toPlainString();
      case Value.Text(var text) -> text;
      default -> "";
    };
  }
}

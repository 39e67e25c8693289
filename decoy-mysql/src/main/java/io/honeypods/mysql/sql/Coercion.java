package io.honeypods.mysql.sql;

import io.honeypods.decoy.event.Bytes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** What a value becomes where another type is wanted; never called with NULL unless it says so. */
final class Coercion {
  private static final DateTimeFormatter COMPACT =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

  private Coercion() {}

  /** As results show it; binary strings byte for character, NULL as its name. */
  static String text(Value value) {
    return switch (value) {
      case Value.Null() -> "NULL";
      case Value.Int(var number, var unsigned) -> number.toString();
      case Value.Decimal(var number) -> number.toPlainString();
      case Value.Real(var number) -> real(number);
      case Value.Text(var text) -> text;
      case Value.Blob(var bytes) -> new String(bytes.toByteArray(), StandardCharsets.ISO_8859_1);
      case Value.Date(var date) -> Temporals.format(date);
      case Value.DateTime(var time, var fraction) -> Temporals.format(time, fraction);
      case Value.Time(var time, var fraction) -> Temporals.format(time, fraction);
      case Value.Json(var text) -> text;
    };
  }

  /** A DOUBLE of a type that says how many decimals it has. */
  static String real(double number, int decimals) {
    return Double.isFinite(number)
        ? new BigDecimal(number).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString()
        : real(number);
  }

  /** A DOUBLE as the server prints it: the shortest that reads back the same. */
  static String real(double number) {
    if (number == 0) {
      return 1 / number < 0 ? "-0" : "0";
    }
    var exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    int exponent = exact.precision() - exact.scale() - 1;
    if (exponent < -15 || exponent >= 15) {
      boolean fits = exponent >= 15 && exponent < 15 + 0;
      if (!fits) {
        String digits = exact.unscaledValue().abs().toString();
        String mantissa =
            digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (number < 0 ? "-" : "") + mantissa + "e" + exponent;
      }
    }
    return exact.toPlainString();
  }

  static byte[] bytes(Value value, Collation collation) {
    return value instanceof Value.Blob(var bytes)
        ? bytes.toByteArray()
        : encoded(text(value), Charsets.of(collation));
  }

  private static byte[] encoded(String text, Charset charset) {
    return charset.equals(StandardCharsets.UTF_8)
        ? ClientText.encode(text)
        : text.getBytes(charset);
  }

  static Value blob(byte[] bytes) {
    return new Value.Blob(Bytes.of(bytes));
  }

  /** Bytes read as text in a character set; still bytes where that is binary. */
  static Value decoded(byte[] bytes, Collation collation) {
    return collation.isBinary()
        ? blob(bytes)
        : new Value.Text(new String(bytes, Charsets.of(collation)));
  }

  static double real(Value value) {
    return switch (value) {
      case Value.Null() -> 0;
      case Value.Int(var number, var unsigned) -> number.doubleValue();
      case Value.Decimal(var number) -> number.doubleValue();
      case Value.Real(var number) -> number;
      case Value.Text(var text) -> NumberText.number(text).doubleValue();
      case Value.Blob(var bytes) -> NumberText.number(text(value)).doubleValue();
      case Value.Date(var date) -> decimal(value).doubleValue();
      case Value.DateTime(var time, var fraction) -> decimal(value).doubleValue();
      case Value.Time(var time, var fraction) -> decimal(value).doubleValue();
      case Value.Json(var text) -> NumberText.number(Json.unquote(text)).doubleValue();
    };
  }

  static BigDecimal decimal(Value value) {
    return switch (value) {
      case Value.Null() -> BigDecimal.ZERO;
      case Value.Int(var number, var unsigned) -> new BigDecimal(number);
      case Value.Decimal(var number) -> number;
      case Value.Real(var number) ->
          Double.isFinite(number) ? new BigDecimal(Double.toString(number)) : BigDecimal.ZERO;
      case Value.Text(var text) -> NumberText.number(text);
      case Value.Blob(var bytes) -> NumberText.number(text(value));
      case Value.Date(var date) ->
          BigDecimal.valueOf(
              date.getYear() * 10_000L + date.getMonthValue() * 100L + date.getDayOfMonth());
      case Value.DateTime(var time, var fraction) ->
          new BigDecimal(COMPACT.format(time))
              .add(fraction(time.get(ChronoField.NANO_OF_SECOND), fraction));
      case Value.Time(var time, var fraction) -> decimal(time, fraction);
      case Value.Json(var text) -> NumberText.number(Json.unquote(text));
    };
  }

  private static BigDecimal decimal(Duration time, int fraction) {
    Duration size = time.abs();
    var number =
        BigDecimal.valueOf(
                size.toHours() * 10_000L + size.toMinutesPart() * 100L + size.toSecondsPart())
            .add(fraction(size.toNanosPart(), fraction));
    return time.isNegative() ? number.negate() : number;
  }

  private static BigDecimal fraction(int nanos, int digits) {
    return BigDecimal.valueOf(nanos, 9).setScale(digits, RoundingMode.DOWN);
  }

  /** Rounded to a whole number. */
  static BigInteger integer(Value value) {
    return switch (value) {
      case Value.Int(var number, var unsigned) -> number;
      case Value.Text(var text) -> truncated(text);
      case Value.Blob(var bytes) -> truncated(text(value));
      case Value.Real(var number) ->
          Double.isFinite(number)
              ? new BigDecimal(Math.rint(number)).toBigInteger()
              : BigInteger.ZERO;
      case Value.Null(),
          Value.Decimal(_),
          Value.Date(_),
          Value.DateTime(_, _),
          Value.Time(_, _),
          Value.Json(_) ->
          decimal(value).setScale(0, RoundingMode.HALF_UP).toBigInteger();
    };
  }

  private static BigInteger truncated(String text) {
    return NumberText.number(text).setScale(0, RoundingMode.HALF_UP).toBigInteger();
  }

  /** As an int; what is beyond becomes the nearest. */
  static int small(Value value) {
    BigInteger number = integer(value);
    return number.bitLength() < 32
        ? number.intValue()
        : number.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
  }

  /** Whether a condition holds; NULL does not. */
  static boolean truth(Value value) {
    return switch (value) {
      case Value.Null() -> false;
      case Value.Int(var number, var unsigned) -> number.signum() != 0;
      case Value.Decimal(var number) -> number.signum() != 0;
      case Value.Real(var number) -> number != 0;
      case Value.Text(_),
          Value.Blob(_),
          Value.Date(_),
          Value.DateTime(_, _),
          Value.Time(_, _),
          Value.Json(_) ->
          real(value) != 0;
    };
  }

  /** As a DATETIME, or NULL where it is none. */
  static Value dateTime(Value value, LocalDateTime now) {
    return switch (value) {
      case Value.DateTime _ -> value;
      case Value.Date(var date) -> new Value.DateTime(date.atStartOfDay(), 0);
      case Value.Time(var time, var fraction) ->
          new Value.DateTime(now.toLocalDate().atStartOfDay().plus(time), fraction);
      case Value.Null(),
          Value.Int(_, _),
          Value.Decimal(_),
          Value.Real(_),
          Value.Text(_),
          Value.Blob(_),
          Value.Json(_) ->
          Temporals.dateTime(text(value));
    };
  }

  /** As a TIME, or NULL where it is none. */
  static Value time(Value value) {
    return switch (value) {
      case Value.Time _ -> value;
      case Value.DateTime(var time, var fraction) ->
          new Value.Time(Duration.ofNanos(time.toLocalTime().toNanoOfDay()), fraction);
      case Value.Date _ -> new Value.Time(Duration.ZERO, 0);
      case Value.Null(),
          Value.Int(_, _),
          Value.Decimal(_),
          Value.Real(_),
          Value.Text(_),
          Value.Blob(_),
          Value.Json(_) ->
          Temporals.time(text(value));
    };
  }
}

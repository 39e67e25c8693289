package io.honeypods.mysql;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.honeypods.mysql.sql.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;

/** Values as the text protocol shows them, in UTF-8. */
final class ValueText {
  private static final int DIGITS = 17;
  private static final double LARGEST_PLAIN = 1e15;
  private static final double SMALLEST_PLAIN = 1e-15;

  private ValueText() {}

  /** Nothing for NULL, which has a mark of its own. */
  static byte[] of(Value value) {
    return switch (value) {
      case Value.Null _ -> new byte[0];
      case Value.Blob blob -> blob.value().toByteArray();
      case Value.Int number -> number.value().toString().getBytes(UTF_8);
      case Value.Decimal number -> number.value().toPlainString().getBytes(UTF_8);
      case Value.Real number -> real(number.value()).getBytes(UTF_8);
      case Value.Text text -> text.value().getBytes(UTF_8);
      case Value.Json text -> text.value().getBytes(UTF_8);
      case Value.Date date -> date.value().toString().getBytes(UTF_8);
      case Value.DateTime time -> dateTime(time.value(), time.fraction()).getBytes(UTF_8);
      case Value.Time time -> time(time.value(), time.fraction()).getBytes(UTF_8);
    };
  }

  /** The shortest digits that give the same number, with an exponent beyond 15 of them. */
  static String real(double value) {
    double size = Math.abs(value);
    if (size != 0 && (size >= LARGEST_PLAIN || size < SMALLEST_PLAIN)) {
      var digits = new BigDecimal(Double.toString(value)).round(new MathContext(DIGITS));
      int exponent = digits.precision() - digits.scale() - 1;
      String mantissa = digits.movePointLeft(exponent).stripTrailingZeros().toPlainString();
      return mantissa + "e" + exponent;
    }
    String plain = new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    return value == 0 ? (1 / value < 0 ? "-0" : "0") : plain;
  }

  private static String dateTime(LocalDateTime time, int fraction) {
    return String.format(
        Locale.ROOT,
        "%04d-%02d-%02d %02d:%02d:%02d%s",
        time.getYear(),
        time.getMonthValue(),
        time.getDayOfMonth(),
        time.getHour(),
        time.getMinute(),
        time.getSecond(),
        fraction(time.getNano(), fraction));
  }

  private static String time(Duration time, int fraction) {
    Duration size = time.abs();
    return String.format(
        Locale.ROOT,
        "%s%02d:%02d:%02d%s",
        time.isNegative() ? "-" : "",
        size.toHours(),
        size.toMinutesPart(),
        size.toSecondsPart(),
        fraction(size.toNanosPart(), fraction));
  }

  private static String fraction(int nanos, int digits) {
    return digits == 0 ? "" : "." + String.format(Locale.ROOT, "%09d", nanos).substring(0, digits);
  }
}

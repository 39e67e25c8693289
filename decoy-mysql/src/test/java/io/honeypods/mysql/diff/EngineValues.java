package io.honeypods.mysql.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.honeypods.mysql.sql.ColumnDefinition;
import io.honeypods.mysql.sql.ColumnType;
import io.honeypods.mysql.sql.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The engine's values as the wire would show them. */
final class EngineValues {
  private static final int VARIES = 31;

  private EngineValues() {}

  static String row(List<ColumnDefinition> columns, List<Value> row, boolean binary) {
    var values = new ArrayList<String>();
    for (int i = 0; i < row.size(); i++) {
      values.add(text(columns.get(i), row.get(i), binary));
    }
    return String.join(" | ", values);
  }

  private static String text(ColumnDefinition column, Value value, boolean binary) {
    return switch (value) {
      case Value.Null _ -> "NULL";
      case Value.Int number -> quoted(number.value().toString());
      case Value.Decimal number -> quoted(number.value().toPlainString());
      case Value.Real number -> real(column, number.value(), binary);
      case Value.Text text -> Escape.value(text.value().getBytes(UTF_8));
      case Value.Json json -> Escape.value(json.value().getBytes(UTF_8));
      case Value.Blob blob -> Escape.value(blob.value().toByteArray());
      case Value.Date date -> binary ? "time *" : quoted(date.value().toString());
      case Value.DateTime time ->
          binary ? "time *" : quoted(dateTime(time.value(), time.fraction()));
      case Value.Time time -> binary ? "time *" : quoted(time(time.value(), time.fraction()));
    };
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }

  private static String real(ColumnDefinition column, double value, boolean binary) {
    boolean single = column.type() == ColumnType.FLOAT;
    if (binary) {
      return single ? "float " + (float) value : "double " + value;
    } else if (column.decimals() < VARIES) {
      return quoted(
          new BigDecimal(value)
              .setScale(column.decimals(), RoundingMode.HALF_EVEN)
              .toPlainString());
    }
    return quoted(shortest(single ? Float.toString((float) value) : Double.toString(value)));
  }

  /** As MySQL writes numbers: plain from 1e-15 to below 1e15. */
  private static String shortest(String java) {
    var number = new BigDecimal(java).stripTrailingZeros();
    int exponent = number.precision() - number.scale() - 1;
    if (number.signum() == 0) {
      return "0";
    } else if (exponent >= -15 && exponent < 15) {
      return number.toPlainString();
    }
    var mantissa = number.scaleByPowerOfTen(-exponent).toPlainString();
    return mantissa + "e" + exponent;
  }

  private static String dateTime(LocalDateTime time, int fraction) {
    return time.toLocalDate()
        + " %02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond())
        + fraction(time.getNano(), fraction);
  }

  private static String time(Duration time, int fraction) {
    Duration size = time.abs();
    return (time.isNegative() ? "-" : "")
        + "%02d:%02d:%02d".formatted(size.toHours(), size.toMinutesPart(), size.toSecondsPart())
        + fraction(size.toNanosPart(), fraction);
  }

  private static String fraction(int nanos, int digits) {
    return digits == 0 ? "" : "." + String.format(Locale.ROOT, "%09d", nanos).substring(0, digits);
  }
}

package io.honeypods.mysql.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** date + INTERVAL. */
final class DateShifts {
  private static final List<String> PARTS =
      List.of("YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND", "MICROSECOND");

  private DateShifts() {}

  static Node node(Expr.DateShift shift, ExprCompiler expressions, Scope scope) {
    Node date = expressions.compile(shift.date(), scope);
    Node amount = expressions.compile(shift.amount(), scope);
    Run run = expressions.run();
    ResultType type = type(date.type(), shift.unit(), run).asNullable();
    return Node.of(
        type,
        frame -> {
          Value from = date.eval(frame);
          Value by = amount.eval(frame);
          if (from instanceof Value.Null || by instanceof Value.Null) {
            return Value.NULL;
          }
          return shifted(from, by, shift, run);
        });
  }

  private static ResultType type(ResultType date, String unit, Run run) {
    boolean fine = unit.contains("MICROSECOND");
    boolean timed =
        fine || unit.contains("SECOND") || unit.contains("MINUTE") || unit.contains("HOUR");
    int decimals = fine ? 6 : Math.min(6, date.isTemporal() ? date.decimals() : 0);
    if (date.wire() == ColumnType.DATE && !timed) {
      return date;
    }
    if (date.wire() == ColumnType.TIME) {
      return ResultType.of(ColumnType.TIME, decimals > 0 ? 17 : 10, decimals);
    }
    if (date.isTemporal()) {
      return ResultType.of(ColumnType.DATETIME, decimals > 0 ? 20L + decimals : 19, decimals);
    }
    return new ResultType(
        ColumnType.STRING,
        29,
        ResultType.VARIES,
        false,
        true,
        run.session().settings().connection());
  }

  private static Value shifted(Value from, Value by, Expr.DateShift shift, Run run) {
    boolean text = !Comparison.isTemporal(from);
    Value at = Coercion.dateTime(from, run.local());
    if (from instanceof Value.Time(var time, var fraction)) {
      Duration moved = offset(by, shift, run);
      return new Value.Time(time.plus(moved), fraction);
    }
    if (!(at instanceof Value.DateTime(var start, var fraction))) {
      run.warn(1292, "Incorrect datetime value: '" + Coercion.text(from) + "'");
      return Value.NULL;
    }
    LocalDateTime end = moved(start, by, shift, run);
    if (end == null || end.getYear() > 9999 || end.getYear() < 0) {
      run.warn(1441, "Datetime function: datetime field overflow");
      return Value.NULL;
    }
    int digits =
        end.get(ChronoField.NANO_OF_SECOND) != 0 && shift.unit().contains("SECOND") ? 6 : fraction;
    boolean dated = from instanceof Value.Date || (text && isDate(Coercion.text(from)));
    boolean timed =
        shift.unit().contains("SECOND")
            || shift.unit().contains("MINUTE")
            || shift.unit().contains("HOUR");
    Value result =
        dated && !timed ? new Value.Date(end.toLocalDate()) : new Value.DateTime(end, digits);
    return text ? new Value.Text(Coercion.text(result)) : result;
  }

  private static boolean isDate(String text) {
    String trimmed = text.strip();
    return trimmed.indexOf(':') < 0 && trimmed.indexOf(' ') < 0 && trimmed.length() <= 10;
  }

  private static Duration offset(Value by, Expr.DateShift shift, Run run) {
    LocalDateTime base = LocalDateTime.of(2000, 1, 1, 0, 0);
    LocalDateTime end = moved(base, by, shift, run);
    return end == null ? Duration.ZERO : Duration.between(base, end);
  }

  private static @Nullable LocalDateTime moved(
      LocalDateTime start, Value by, Expr.DateShift shift, Run run) {
    try {
      LocalDateTime end = start;
      String unit = shift.unit();
      if (!unit.contains("_")) {
        warn(by, unit, run);
        BigDecimal amount = Coercion.decimal(by);
        BigDecimal signed = shift.back() ? amount.negate() : amount;
        return step(end, unit, signed);
      }
      String[] names = unit.split("_", -1);
      int first = PARTS.indexOf(names[0]);
      int last = PARTS.indexOf(names[1]);
      List<Long> numbers = numbers(Coercion.text(by), last - first + 1);
      boolean negative = Coercion.text(by).strip().startsWith("-") != shift.back();
      for (int i = 0; i < numbers.size(); i++) {
        int part = last - numbers.size() + 1 + i;
        long number = negative ? -numbers.get(i) : numbers.get(i);
        end = step(end, PARTS.get(part), BigDecimal.valueOf(number));
      }
      return end;
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  private static void warn(Value by, String unit, Run run) {
    boolean whole = !unit.equals("SECOND");
    if (by instanceof Value.Text(var text) && !NumberText.isNumber(text)) {
      String kind = whole ? "INTEGER" : "DECIMAL";
      run.warn(1292, "Truncated incorrect " + kind + " value: '" + Printer.cut(text) + "'");
    }
  }

  private static List<Long> numbers(String text, int most) {
    var numbers = new ArrayList<Long>();
    for (String digits : text.split("[^0-9]+", most + 2)) {
      if (!digits.isEmpty()
          && digits.length() < 12
          && numbers.size() < most
          && digits.matches("[0-9]+")) {
        numbers.add(Long.parseLong(digits));
      }
    }
    return numbers;
  }

  private static LocalDateTime step(LocalDateTime from, String unit, BigDecimal amount) {
    if (unit.equals("SECOND")) {
      BigDecimal nanos = amount.movePointRight(9).setScale(0, RoundingMode.HALF_UP);
      return from.plus(Duration.ofNanos(nanos.longValueExact()));
    }
    long whole = amount.setScale(0, RoundingMode.HALF_UP).longValueExact();
    return switch (unit) {
      case "MICROSECOND" -> from.plus(Duration.ofNanos(Math.multiplyExact(whole, 1000L)));
      case "MINUTE" -> from.plusMinutes(whole);
      case "HOUR" -> from.plusHours(whole);
      case "DAY" -> from.plusDays(whole);
      case "WEEK" -> from.plusWeeks(whole);
      case "MONTH" -> from.plusMonths(whole);
      case "QUARTER" -> from.plusMonths(Math.multiplyExact(whole, 3L));
      default -> from.plusYears(whole);
    };
  }
}

package io.honeypods.mysql.sql;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** Sums and differences of dates and times. */
final class DateSums {
  private DateSums() {}

  static void register(Function.Register to) {
    to.strict(
        "last_day",
        1,
        1,
        a -> DateTypes.date().asNullable(),
        c ->
            DateFunctions.dated(
                c,
                at ->
                    new Value.Date(
                        at.toLocalDate().withDayOfMonth(at.toLocalDate().lengthOfMonth()))));
    to.strict("datediff", 2, 2, a -> ResultType.integer(7).asNullable(), DateSums::days);
    to.strict(
        "timediff", 2, 2, a -> DateTypes.time(DateTypes.digits(a)).asNullable(), DateSums::times);
    to.strict("timestampdiff", 3, 3, a -> ResultType.integer(21).asNullable(), DateSums::units);
    to.strict("addtime", 2, 2, DateTypes::sum, c -> added(c, 1));
    to.strict("subtime", 2, 2, DateTypes::sum, c -> added(c, -1));
    to.strict(
        "period_diff",
        2,
        2,
        a -> ResultType.integer(6),
        c -> Value.Int.of(months(c, 0) - months(c, 1)));
    to.strict(
        "period_add",
        2,
        2,
        a -> ResultType.integer(6),
        c -> Value.Int.of(period(months(c, 0) + c.integer(1))));
  }

  /** A period such as 202403 or 2403 in months. */
  private static long months(Call c, int index) {
    int period = c.integer(index);
    int month = period % 100;
    if (month < 1 || month > 12 || period < 0) {
      throw Errors.wrongArguments(c.name());
    }
    int year = period / 100;
    long full = year < 70 ? year + 2000L : year < 100 ? year + 1900L : year;
    return full * 12 + month - 1;
  }

  private static long period(long months) {
    return months / 12 * 100 + months % 12 + 1;
  }

  private static Value days(Call c) {
    return DateFunctions.dated(
        c,
        0,
        a ->
            DateFunctions.dated(
                c,
                1,
                b -> Value.Int.of(ChronoUnit.DAYS.between(b.toLocalDate(), a.toLocalDate()))));
  }

  private static boolean isDated(Value value) {
    return value instanceof Value.Date
        || value instanceof Value.DateTime
        || (Comparison.isString(value) && Coercion.text(value).indexOf('-') > 0);
  }

  private static Value times(Call c) {
    int digits = DateTypes.digits(c.nodes());
    LocalDateTime now = c.run().local();
    boolean dates = isDated(c.value(0));
    if (dates != isDated(c.value(1))) {
      return Value.NULL;
    }
    if (dates
        && Coercion.dateTime(c.value(0), now) instanceof Value.DateTime(var a, _)
        && Coercion.dateTime(c.value(1), now) instanceof Value.DateTime(var b, _)) {
      return fitting(Duration.between(b, a), digits);
    }
    return Coercion.time(c.value(0)) instanceof Value.Time(var a, _)
            && Coercion.time(c.value(1)) instanceof Value.Time(var b, _)
        ? fitting(a.minus(b), digits)
        : Value.NULL;
  }

  private static Value fitting(Duration time, int digits) {
    Duration size = time.abs();
    return Temporals.time(size.toSeconds(), size.toNanosPart() / 1000, time.isNegative(), digits);
  }

  private static Value units(Call c) {
    return DateFunctions.dated(
        c,
        1,
        a ->
            DateFunctions.dated(
                c,
                2,
                b ->
                    Value.Int.of(
                        switch (c.text(0)) {
                          case "MICROSECOND" -> ChronoUnit.MICROS.between(a, b);
                          case "SECOND" -> ChronoUnit.SECONDS.between(a, b);
                          case "MINUTE" -> ChronoUnit.MINUTES.between(a, b);
                          case "HOUR" -> ChronoUnit.HOURS.between(a, b);
                          case "DAY" -> ChronoUnit.DAYS.between(a, b);
                          case "WEEK" -> ChronoUnit.WEEKS.between(a, b);
                          case "MONTH" -> ChronoUnit.MONTHS.between(a, b);
                          case "QUARTER" -> ChronoUnit.MONTHS.between(a, b) / 3;
                          default -> ChronoUnit.YEARS.between(a, b);
                        })));
  }

  private static Value added(Call c, int sign) {
    boolean isText = !Comparison.isTemporal(c.value(0));
    if (isDated(c.value(1))
        || !(Coercion.time(c.value(1)) instanceof Value.Time(var more, var f))) {
      return Value.NULL;
    }
    Duration by = sign < 0 ? more.negated() : more;
    Value result;
    if (c.value(0) instanceof Value.Time || (isText && !isDated(c.value(0)))) {
      result =
          DateFunctions.timed(
              c, time -> fitting(time.value().plus(by), shown(isText, time.fraction(), f)));
    } else {
      Value start = Coercion.dateTime(c.value(0), c.run().local());
      result =
          start instanceof Value.DateTime(var at, int fraction)
              ? new Value.DateTime(at.plus(by), shown(isText, fraction, f))
              : Value.NULL;
    }
    return isText && !(result instanceof Value.Null)
        ? new Value.Text(Coercion.text(result))
        : result;
  }

  /** Text has six digits of a second or none. */
  private static int shown(boolean isText, int first, int second) {
    int digits = Math.max(first, second);
    return isText && digits > 0 ? 6 : digits;
  }
}

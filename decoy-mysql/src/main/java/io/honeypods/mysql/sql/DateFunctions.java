package io.honeypods.mysql.sql;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Functions of dates and times. */
final class DateFunctions {
  private DateFunctions() {}

  private interface Part {
    long of(LocalDateTime time);
  }

  private static ResultType stamp(List<Node> arguments) {
    int digits = digits(arguments);
    return ResultType.of(ColumnType.DATETIME, digits > 0 ? 20L + digits : 19, digits);
  }

  private static ResultType clock(List<Node> arguments) {
    int digits = digits(arguments);
    return ResultType.of(ColumnType.TIME, digits > 0 ? 9L + digits : 8, digits);
  }

  private static int digits(List<Node> arguments) {
    return !arguments.isEmpty()
            && arguments.getFirst() instanceof Node.Constant(_, Value.Int(var n, _))
        ? Math.max(0, Math.min(6, n.intValue()))
        : 0;
  }

  private static int digits(Call c) {
    return c.size() == 0 ? 0 : Math.max(0, Math.min(6, c.integer(0)));
  }

  static void register(Function.Register to) {
    for (String name :
        List.of("now", "current_timestamp", "localtime", "localtimestamp", "sysdate")) {
      to.lenient(
          name, 0, 1, DateFunctions::stamp, c -> new Value.DateTime(c.run().local(), digits(c)));
    }
    to.lenient(
        "utc_timestamp",
        0,
        1,
        DateFunctions::stamp,
        c -> new Value.DateTime(c.run().utc(), digits(c)));
    for (String name : List.of("curdate", "current_date")) {
      to.lenient(
          name,
          0,
          0,
          a -> ResultType.of(ColumnType.DATE, 10, 0),
          c -> new Value.Date(c.run().local().toLocalDate()));
    }
    to.lenient(
        "utc_date",
        0,
        0,
        a -> ResultType.of(ColumnType.DATE, 10, 0),
        c -> new Value.Date(c.run().utc().toLocalDate()));
    for (String name : List.of("curtime", "current_time")) {
      to.lenient(name, 0, 1, DateFunctions::clock, c -> time(c.run().local(), digits(c)));
    }
    to.lenient("utc_time", 0, 1, DateFunctions::clock, c -> time(c.run().utc(), digits(c)));
    part(to, "year", 4, LocalDateTime::getYear);
    part(to, "month", 2, LocalDateTime::getMonthValue);
    for (String name : List.of("day", "dayofmonth")) {
      part(to, name, 2, LocalDateTime::getDayOfMonth);
    }
    part(to, "dayofyear", 3, LocalDateTime::getDayOfYear);
    part(to, "dayofweek", 1, time -> time.getDayOfWeek().getValue() % 7 + 1L);
    part(to, "weekday", 1, time -> time.getDayOfWeek().getValue() - 1L);
    part(to, "quarter", 1, time -> (time.getMonthValue() + 2) / 3);
    part(to, "to_days", 6, time -> time.toLocalDate().toEpochDay() + 719_528);
    part(
        to,
        "to_seconds",
        11,
        time ->
            (time.toLocalDate().toEpochDay() + 719_528) * 86_400
                + time.toLocalTime().toSecondOfDay());
    to.strict(
        "week",
        1,
        2,
        a -> ResultType.integer(2).asNullable(),
        c ->
            dated(
                c,
                at ->
                    Value.Int.of(
                        DateFormats.week(at.toLocalDate(), c.size() > 1 ? c.integer(1) : 0)
                            % 100)));
    to.strict(
        "weekofyear",
        1,
        1,
        a -> ResultType.integer(2).asNullable(),
        c -> dated(c, at -> Value.Int.of(DateFormats.week(at.toLocalDate(), 3) % 100)));
    to.strict(
        "yearweek",
        1,
        2,
        a -> ResultType.integer(6).asNullable(),
        c ->
            dated(
                c,
                at ->
                    Value.Int.of(
                        DateFormats.week(
                            at.toLocalDate(), (c.size() > 1 ? c.integer(1) : 0) | 2))));
    clockPart(to, "hour", 3, Duration::toHours);
    clockPart(to, "minute", 2, Duration::toMinutesPart);
    clockPart(to, "second", 2, Duration::toSecondsPart);
    clockPart(to, "microsecond", 6, time -> time.toNanosPart() / 1000);
    to.strict(
        "dayname",
        1,
        1,
        a -> ResultType.text(9).asNullable(),
        c ->
            dated(
                c,
                at ->
                    new Value.Text(
                        at.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH))));
    to.strict(
        "monthname",
        1,
        1,
        a -> ResultType.text(9).asNullable(),
        c ->
            dated(
                c,
                at ->
                    new Value.Text(at.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH))));
    to.strict(
        "date",
        1,
        1,
        a -> ResultType.of(ColumnType.DATE, 10, 0).asNullable(),
        c -> dated(c, at -> new Value.Date(at.toLocalDate())));
    to.strict(
        "time",
        1,
        1,
        a -> ResultType.of(ColumnType.TIME, 10, 0).asNullable(),
        c -> Coercion.time(c.value(0)));
    to.strict(
        "timestamp",
        1,
        2,
        a -> ResultType.of(ColumnType.DATETIME, 19, 0).asNullable(),
        DateFunctions::timestamp);
    to.strict(
        "last_day",
        1,
        1,
        a -> ResultType.of(ColumnType.DATE, 10, 0).asNullable(),
        c ->
            dated(
                c,
                at ->
                    new Value.Date(
                        at.toLocalDate().withDayOfMonth(at.toLocalDate().lengthOfMonth()))));
    to.strict("datediff", 2, 2, a -> ResultType.integer(7).asNullable(), DateFunctions::difference);
    to.strict(
        "timediff",
        2,
        2,
        a -> ResultType.of(ColumnType.TIME, 10, 0).asNullable(),
        DateFunctions::timeDifference);
    to.strict(
        "timestampdiff",
        3,
        3,
        a -> ResultType.integer(21).asNullable(),
        DateFunctions::unitDifference);
    to.strict("extract", 2, 2, a -> ResultType.integer(11).asNullable(), DateFunctions::extract);
    to.strict(
        "date_format",
        2,
        2,
        a -> ResultType.text(100).asNullable(),
        c -> dated(c, at -> new Value.Text(DateFormats.format(at, c.text(1)))));
    to.strict(
        "time_format",
        2,
        2,
        a -> ResultType.text(100).asNullable(),
        c ->
            Coercion.time(c.value(0)) instanceof Value.Time(var t, _)
                ? new Value.Text(
                    DateFormats.format(LocalDate.of(1970, 1, 1).atStartOfDay().plus(t), c.text(1)))
                : Value.NULL);
    to.strict(
        "str_to_date",
        2,
        2,
        a -> ResultType.of(ColumnType.DATETIME, 26, 6).asNullable(),
        DateFunctions::parsed);
    to.lenient("unix_timestamp", 0, 1, a -> ResultType.integer(11), DateFunctions::unix);
    to.strict(
        "from_unixtime",
        1,
        2,
        a ->
            a.size() > 1
                ? ResultType.text(100).asNullable()
                : ResultType.of(ColumnType.DATETIME, 19, 0).asNullable(),
        DateFunctions::fromUnix);
    to.strict(
        "makedate",
        2,
        2,
        a -> ResultType.of(ColumnType.DATE, 10, 0).asNullable(),
        DateFunctions::makeDate);
    to.strict(
        "maketime",
        3,
        3,
        a -> ResultType.of(ColumnType.TIME, 10, 0).asNullable(),
        c ->
            Temporals.time(
                Math.abs((long) c.integer(0)) * 3600 + c.integer(1) * 60L + c.integer(2),
                0,
                c.integer(0) < 0,
                0));
    to.strict(
        "time_to_sec",
        1,
        1,
        a -> ResultType.integer(10).asNullable(),
        c ->
            Coercion.time(c.value(0)) instanceof Value.Time(var t, _)
                ? Value.Int.of(t.toSeconds())
                : Value.NULL);
    to.strict(
        "sec_to_time",
        1,
        1,
        a -> ResultType.of(ColumnType.TIME, 10, 0).asNullable(),
        c -> Temporals.time(Math.abs((long) c.integer(0)), 0, c.integer(0) < 0, 0));
    to.strict(
        "from_days",
        1,
        1,
        a -> ResultType.of(ColumnType.DATE, 10, 0).asNullable(),
        c ->
            c.integer(0) < 366 || c.integer(0) > 3_652_424
                ? Value.NULL
                : new Value.Date(LocalDate.ofEpochDay(c.integer(0) - 719_528L)));
    to.strict(
        "addtime",
        2,
        2,
        a ->
            a.getFirst().type().isTemporal()
                ? a.getFirst().type()
                : ResultType.text(29).asNullable(),
        c -> addTime(c, 1));
    to.strict(
        "subtime",
        2,
        2,
        a ->
            a.getFirst().type().isTemporal()
                ? a.getFirst().type()
                : ResultType.text(29).asNullable(),
        c -> addTime(c, -1));
    to.strict(
        "convert_tz",
        3,
        3,
        a -> ResultType.of(ColumnType.DATETIME, 19, 0).asNullable(),
        DateFunctions::convertZone);
    to.strict(
        "period_diff",
        2,
        2,
        a -> ResultType.integer(6),
        c ->
            Value.Int.of(
                (c.integer(0) / 100 * 12L + c.integer(0) % 100)
                    - (c.integer(1) / 100 * 12L + c.integer(1) % 100)));
    to.strict("get_format", 2, 2, a -> ResultType.text(17), c -> new Value.Text("%Y-%m-%d"));
  }

  private static Value time(LocalDateTime at, int digits) {
    return new Value.Time(Duration.ofNanos(at.toLocalTime().toNanoOfDay()), digits);
  }

  private static void part(Function.Register to, String name, int length, Part part) {
    to.strict(
        name,
        1,
        1,
        a -> ResultType.integer(length).asNullable(),
        c -> dated(c, at -> Value.Int.of(part.of(at))));
  }

  private static void clockPart(
      Function.Register to,
      String name,
      int length,
      java.util.function.ToLongFunction<Duration> part) {
    to.strict(
        name,
        1,
        1,
        a -> ResultType.integer(length).asNullable(),
        c ->
            Coercion.time(c.value(0)) instanceof Value.Time(var time, _)
                ? Value.Int.of(part.applyAsLong(time.abs()))
                : Value.NULL);
  }

  private static Value dated(Call c, java.util.function.Function<LocalDateTime, Value> then) {
    Value time = Coercion.dateTime(c.value(0), c.run().local());
    if (time instanceof Value.DateTime(var at, _)) {
      return then.apply(at);
    }
    c.run().warn(1292, "Incorrect datetime value: '" + c.text(0) + "'");
    return Value.NULL;
  }

  private static Value timestamp(Call c) {
    if (c.size() == 1) {
      return Coercion.dateTime(c.value(0), c.run().local());
    }
    return Coercion.dateTime(c.value(0), c.run().local())
                instanceof Value.DateTime(var at, var digits)
            && Coercion.time(c.value(1)) instanceof Value.Time(var time, _)
        ? new Value.DateTime(at.plus(time), digits)
        : Value.NULL;
  }

  private static Value difference(Call c) {
    return Coercion.dateTime(c.value(0), c.run().local()) instanceof Value.DateTime(var a, _)
            && Coercion.dateTime(c.value(1), c.run().local()) instanceof Value.DateTime(var b, _)
        ? Value.Int.of(ChronoUnit.DAYS.between(b.toLocalDate(), a.toLocalDate()))
        : Value.NULL;
  }

  private static Value timeDifference(Call c) {
    boolean dates = c.text(0).contains("-") && c.text(0).indexOf('-') > 0;
    if (dates
        && Coercion.dateTime(c.value(0), c.run().local()) instanceof Value.DateTime(var a, _)
        && Coercion.dateTime(c.value(1), c.run().local()) instanceof Value.DateTime(var b, _)) {
      long seconds = ChronoUnit.SECONDS.between(b, a);
      return Temporals.time(Math.abs(seconds), 0, seconds < 0, 0);
    }
    return Coercion.time(c.value(0)) instanceof Value.Time(var a, var digits)
            && Coercion.time(c.value(1)) instanceof Value.Time(var b, _)
        ? new Value.Time(a.minus(b), digits)
        : Value.NULL;
  }

  private static Value unitDifference(Call c) {
    if (!(Coercion.dateTime(c.value(1), c.run().local()) instanceof Value.DateTime(var a, _))
        || !(Coercion.dateTime(c.value(2), c.run().local()) instanceof Value.DateTime(var b, _))) {
      return Value.NULL;
    }
    return Value.Int.of(
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
        });
  }

  private static Value extract(Call c) {
    if (!(Coercion.dateTime(c.value(1), c.run().local()) instanceof Value.DateTime(var at, _))) {
      return Value.NULL;
    }
    return Value.Int.of(
        switch (c.text(0)) {
          case "MICROSECOND" -> at.getNano() / 1000;
          case "SECOND" -> at.getSecond();
          case "MINUTE" -> at.getMinute();
          case "HOUR" -> at.getHour();
          case "DAY" -> at.getDayOfMonth();
          case "WEEK" -> DateFormats.week(at.toLocalDate(), 0) % 100;
          case "MONTH" -> at.getMonthValue();
          case "QUARTER" -> (at.getMonthValue() + 2) / 3;
          case "YEAR" -> at.getYear();
          case "YEAR_MONTH" -> at.getYear() * 100L + at.getMonthValue();
          case "DAY_HOUR" -> at.getDayOfMonth() * 100L + at.getHour();
          case "DAY_MINUTE" -> at.getDayOfMonth() * 10_000L + at.getHour() * 100L + at.getMinute();
          case "DAY_SECOND" ->
              at.getDayOfMonth() * 1_000_000L
                  + at.getHour() * 10_000L
                  + at.getMinute() * 100L
                  + at.getSecond();
          case "HOUR_MINUTE" -> at.getHour() * 100L + at.getMinute();
          case "HOUR_SECOND" -> at.getHour() * 10_000L + at.getMinute() * 100L + at.getSecond();
          case "MINUTE_SECOND" -> at.getMinute() * 100L + at.getSecond();
          default -> 0;
        });
  }

  private static Value parsed(Call c) {
    Value value = DateFormats.parse(c.text(0), c.text(1));
    if (value instanceof Value.Null) {
      c.run().warn(1411, "Incorrect datetime value: '" + c.text(0) + "' for function str_to_date");
    }
    return value;
  }

  private static Value unix(Call c) {
    if (c.size() == 0) {
      return Value.Int.of(c.session().settings().timestamp(c.run().now()).getEpochSecond());
    }
    if (c.isNull(0)) {
      return Value.NULL;
    }
    if (!(Coercion.dateTime(c.value(0), c.run().local()) instanceof Value.DateTime(var at, _))) {
      return Value.Int.of(0);
    }
    long seconds = at.atZone(c.session().settings().zone()).toEpochSecond();
    return Value.Int.of(seconds < 0 || seconds > 32_536_771_199L ? 0 : seconds);
  }

  private static Value fromUnix(Call c) {
    BigDecimal seconds = c.decimal(0);
    if (seconds.signum() < 0 || seconds.compareTo(BigDecimal.valueOf(32_536_771_199L)) > 0) {
      return Value.NULL;
    }
    var at =
        LocalDateTime.ofEpochSecond(seconds.longValue(), 0, ZoneOffset.UTC)
            .atOffset(ZoneOffset.UTC)
            .atZoneSameInstant(c.session().settings().zone())
            .toLocalDateTime();
    return c.size() > 1
        ? new Value.Text(DateFormats.format(at, c.text(1)))
        : new Value.DateTime(at, 0);
  }

  private static Value makeDate(Call c) {
    int year = c.integer(0);
    int day = c.integer(1);
    if (day < 1 || year < 0 || year > 9999 || day > 3_000_000) {
      return Value.NULL;
    }
    int full = year < 70 ? year + 2000 : year < 100 ? year + 1900 : year;
    LocalDate date = LocalDate.of(full, 1, 1).plusDays(day - 1L);
    return date.getYear() > 9999 ? Value.NULL : new Value.Date(date);
  }

  private static Value addTime(Call c, int sign) {
    if (!(Coercion.time(c.value(1)) instanceof Value.Time(var more, _))) {
      return Value.NULL;
    }
    Duration by = sign < 0 ? more.negated() : more;
    boolean isText = Comparison.isString(c.value(0));
    Value result;
    if (c.value(0) instanceof Value.Time || (isText && c.text(0).indexOf('-') <= 0)) {
      Value time = Coercion.time(c.value(0));
      result =
          time instanceof Value.Time(var t, var digits)
              ? new Value.Time(t.plus(by), digits)
              : Value.NULL;
    } else {
      Value time = Coercion.dateTime(c.value(0), c.run().local());
      result =
          time instanceof Value.DateTime(var t, var digits)
              ? new Value.DateTime(t.plus(by), digits)
              : Value.NULL;
    }
    return isText && !(result instanceof Value.Null)
        ? new Value.Text(Coercion.text(result))
        : result;
  }

  private static Value convertZone(Call c) {
    try {
      var from = c.text(1).equalsIgnoreCase("SYSTEM") ? ZoneOffset.UTC : ZoneOffset.of(c.text(1));
      var to = c.text(2).equalsIgnoreCase("SYSTEM") ? ZoneOffset.UTC : ZoneOffset.of(c.text(2));
      return Coercion.dateTime(c.value(0), c.run().local())
              instanceof Value.DateTime(var at, var digits)
          ? new Value.DateTime(
              at.atOffset(from).withOffsetSameInstant(to).toLocalDateTime(), digits)
          : Value.NULL;
    } catch (java.time.DateTimeException e) {
      return Value.NULL;
    }
  }
}

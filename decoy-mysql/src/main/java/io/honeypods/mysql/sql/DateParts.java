package io.honeypods.mysql.sql;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.ToLongFunction;

/** The parts of dates and times as numbers. */
final class DateParts {
  private static final long DAYS_BEFORE_1970 = 719_528;

  private DateParts() {}

  static void register(Function.Register to) {
    part(to, "year", 4, LocalDateTime::getYear);
    part(to, "month", 2, LocalDateTime::getMonthValue);
    for (String name : List.of("day", "dayofmonth")) {
      part(to, name, 2, LocalDateTime::getDayOfMonth);
    }
    part(to, "dayofyear", 3, LocalDateTime::getDayOfYear);
    part(to, "dayofweek", 1, time -> time.getDayOfWeek().getValue() % 7 + 1L);
    part(to, "weekday", 1, time -> time.getDayOfWeek().getValue() - 1L);
    part(to, "quarter", 1, DateParts::quarter);
    part(to, "weekofyear", 2, time -> DateFormats.week(time.toLocalDate(), 3) % 100);
    part(to, "to_days", 6, time -> days(time.toLocalDate()));
    part(
        to,
        "to_seconds",
        6,
        time -> days(time.toLocalDate()) * 86_400 + time.toLocalTime().toSecondOfDay());
    to.strict(
        "week",
        1,
        2,
        a -> ResultType.integer(2).asNullable(),
        c -> DateFunctions.dated(c, at -> Value.Int.of(week(c, at) % 100)));
    to.strict(
        "yearweek",
        1,
        2,
        a -> ResultType.integer(6).asNullable(),
        c ->
            DateFunctions.dated(
                c, at -> Value.Int.of(DateFormats.week(at.toLocalDate(), mode(c) | 2))));
    clockPart(to, "hour", 2, Duration::toHours);
    clockPart(to, "minute", 2, Duration::toMinutesPart);
    clockPart(to, "second", 2, Duration::toSecondsPart);
    clockPart(to, "microsecond", 21, time -> time.toNanosPart() / 1000);
    to.strict("extract", 2, 2, DateTypes::extracted, DateParts::extract);
  }

  /** Days since the year 0, which here has no 29 February. */
  static long days(LocalDate date) {
    boolean first = date.getYear() == 0 && date.getMonthValue() <= 2;
    return date.toEpochDay() + DAYS_BEFORE_1970 + (first ? 1 : 0);
  }

  private static int quarter(LocalDateTime time) {
    return (time.getMonthValue() + 2) / 3;
  }

  private static int mode(Call c) {
    return c.size() > 1 ? c.integer(1) : 0;
  }

  private static int week(Call c, LocalDateTime at) {
    return DateFormats.week(at.toLocalDate(), mode(c));
  }

  private static void part(
      Function.Register to, String name, int length, ToLongFunction<LocalDateTime> part) {
    to.strict(
        name,
        1,
        1,
        a -> ResultType.integer(length).asNullable(),
        c -> DateFunctions.dated(c, at -> Value.Int.of(part.applyAsLong(at))));
  }

  private static void clockPart(
      Function.Register to, String name, int length, ToLongFunction<Duration> part) {
    to.strict(
        name,
        1,
        1,
        a -> ResultType.integer(length).asNullable(),
        c -> DateFunctions.timed(c, time -> Value.Int.of(part.applyAsLong(time.value().abs()))));
  }

  private static Value extract(Call c) {
    String unit = c.text(0);
    boolean clock = !unit.startsWith("DAY") && unit.matches("(HOUR|MINUTE|SECOND|MICROSECOND).*");
    if (clock && Coercion.time(c.value(1)) instanceof Value.Time(var time, _)) {
      long size = ofClock(unit, time.abs());
      return Value.Int.of(time.isNegative() ? -size : size);
    }
    return DateFunctions.dated(c, 1, at -> Value.Int.of(ofDate(unit, at)));
  }

  private static long ofClock(String unit, Duration time) {
    long hours = time.toHours();
    long minutes = time.toMinutesPart();
    long seconds = time.toSecondsPart();
    long micros = time.toNanosPart() / 1000;
    return switch (unit) {
      case "HOUR" -> hours;
      case "HOUR_MINUTE" -> hours * 100 + minutes;
      case "HOUR_SECOND" -> hours * 10_000 + minutes * 100 + seconds;
      case "HOUR_MICROSECOND" -> (hours * 10_000 + minutes * 100 + seconds) * 1_000_000 + micros;
      case "MINUTE" -> minutes;
      case "MINUTE_SECOND" -> minutes * 100 + seconds;
      case "MINUTE_MICROSECOND" -> (minutes * 100 + seconds) * 1_000_000 + micros;
      case "SECOND" -> seconds;
      case "SECOND_MICROSECOND" -> seconds * 1_000_000 + micros;
      default -> micros;
    };
  }

  private static long ofDate(String unit, LocalDateTime at) {
    var clock = Duration.ofNanos(at.toLocalTime().toNanoOfDay());
    long day = at.getDayOfMonth();
    return switch (unit) {
      case "DAY" -> day;
      case "WEEK" -> DateFormats.week(at.toLocalDate(), 0) % 100;
      case "MONTH" -> at.getMonthValue();
      case "QUARTER" -> quarter(at);
      case "YEAR" -> at.getYear();
      case "YEAR_MONTH" -> at.getYear() * 100L + at.getMonthValue();
      case "DAY_HOUR" -> day * 100 + at.getHour();
      case "DAY_MINUTE" -> day * 10_000 + ofClock("HOUR_MINUTE", clock);
      case "DAY_SECOND" -> day * 1_000_000 + ofClock("HOUR_SECOND", clock);
      case "DAY_MICROSECOND" -> day * 1_000_000_000_000L + ofClock("HOUR_MICROSECOND", clock);
      default -> ofClock(unit, clock);
    };
  }
}

package io.honeypods.mysql.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;

/** Dates and times made of numbers, and numbers of them. */
final class EpochFunctions {
  private static final long LAST_SECOND = 2_147_483_647;

  private EpochFunctions() {}

  static void register(Function.Register to) {
    to.lenient("unix_timestamp", 0, 1, DateTypes::epoch, EpochFunctions::seconds);
    to.strict(
        "from_unixtime",
        1,
        2,
        a ->
            a.size() > 1
                ? DateTypes.formatted(1).type(a)
                : DateTypes.stamp(DateTypes.fraction(a.getFirst())).asNullable(),
        EpochFunctions::time);
    to.strict("makedate", 2, 2, a -> DateTypes.date().asNullable(), EpochFunctions::dayOfYear);
    to.strict(
        "maketime",
        3,
        3,
        a -> DateTypes.time(DateTypes.fraction(a.get(2))).asNullable(),
        EpochFunctions::clock);
    to.strict(
        "time_to_sec",
        1,
        1,
        a -> ResultType.integer(10).asNullable(),
        c -> DateFunctions.timed(c, time -> Value.Int.of(time.value().toSeconds())));
    to.strict(
        "sec_to_time",
        1,
        1,
        a -> DateTypes.time(DateTypes.fraction(a.getFirst())).asNullable(),
        EpochFunctions::ofSeconds);
    to.strict("from_days", 1, 1, a -> DateTypes.date(), EpochFunctions::ofDays);
    to.strict(
        "convert_tz",
        3,
        3,
        a -> DateTypes.stamp(DateTypes.digits(a.getFirst())).asNullable(),
        EpochFunctions::inZone);
  }

  private static Value seconds(Call c) {
    if (c.size() == 0) {
      return Value.Int.of(c.session().settings().timestamp(c.run().now()).getEpochSecond());
    }
    if (c.isNull(0)) {
      return Value.NULL;
    }
    int digits = DateTypes.digits(c.nodes().getFirst());
    Value time = Coercion.dateTime(c.value(0), c.run().local());
    if (!(time instanceof Value.DateTime(var at, _))) {
      c.run().warn(1292, "Incorrect datetime value: '" + c.text(0) + "'");
      return digits == 0 ? Value.Int.of(0) : new Value.Decimal(BigDecimal.ZERO.setScale(digits));
    }
    long seconds = at.atZone(c.session().settings().zone()).toEpochSecond();
    long within = seconds < 0 || seconds > LAST_SECOND ? 0 : seconds;
    return digits == 0
        ? Value.Int.of(within)
        : new Value.Decimal(
            BigDecimal.valueOf(within)
                .add(BigDecimal.valueOf(within == 0 ? 0 : at.get(ChronoField.NANO_OF_SECOND), 9))
                .setScale(digits, RoundingMode.DOWN));
  }

  private static Value time(Call c) {
    BigDecimal seconds = c.decimal(0);
    if (seconds.signum() < 0 || seconds.compareTo(BigDecimal.valueOf(LAST_SECOND)) > 0) {
      return Value.NULL;
    }
    int digits = DateTypes.fraction(c.nodes().getFirst());
    long nanos =
        seconds
            .remainder(BigDecimal.ONE)
            .setScale(digits, RoundingMode.HALF_UP)
            .movePointRight(9)
            .longValue();
    var at =
        LocalDateTime.ofEpochSecond(seconds.longValue(), 0, ZoneOffset.UTC)
            .plusNanos(nanos)
            .atOffset(ZoneOffset.UTC)
            .atZoneSameInstant(c.session().settings().zone())
            .toLocalDateTime();
    return c.size() > 1
        ? new Value.Text(DateFormats.format(at, c.text(1)))
        : new Value.DateTime(at, digits);
  }

  private static Value dayOfYear(Call c) {
    int year = c.integer(0);
    int day = c.integer(1);
    if (day < 1 || year < 0 || year > 9999 || day > 3_000_000) {
      return Value.NULL;
    }
    int full = year < 70 ? year + 2000 : year < 100 ? year + 1900 : year;
    LocalDate date = LocalDate.of(full, 1, 1).plusDays(day - 1L);
    return date.getYear() > 9999 ? Value.NULL : new Value.Date(date);
  }

  private static Value clock(Call c) {
    int hours = c.integer(0);
    int minutes = c.integer(1);
    BigDecimal seconds = c.decimal(2);
    if (minutes < 0
        || minutes > 59
        || seconds.signum() < 0
        || seconds.compareTo(BigDecimal.valueOf(60)) >= 0) {
      return Value.NULL;
    }
    long size = Math.abs((long) hours);
    if (size > 838) {
      c.run()
          .warn(
              1292,
              "Truncated incorrect time value: '%d:%02d:%02d'"
                  .formatted(hours, minutes, seconds.intValue()));
    }
    return fraction(
        BigDecimal.valueOf(size * 3600 + minutes * 60L).add(seconds),
        hours < 0,
        DateTypes.fraction(c.nodes().get(2)));
  }

  private static Value fraction(BigDecimal seconds, boolean negative, int digits) {
    BigDecimal rounded = seconds.setScale(digits, RoundingMode.HALF_UP);
    long micros = rounded.remainder(BigDecimal.ONE).movePointRight(6).longValue();
    return Temporals.time(rounded.longValue(), micros, negative, digits);
  }

  private static Value ofSeconds(Call c) {
    BigDecimal seconds = c.decimal(0);
    if (seconds.abs().compareTo(BigDecimal.valueOf(3_020_399)) > 0) {
      c.run().warn(1292, "Truncated incorrect time value: '" + c.text(0) + "'");
      return Temporals.time(
          3_020_400, 0, seconds.signum() < 0, DateTypes.fraction(c.nodes().getFirst()));
    }
    return fraction(seconds.abs(), seconds.signum() < 0, DateTypes.fraction(c.nodes().getFirst()));
  }

  private static Value ofDays(Call c) {
    int days = c.integer(0);
    return days < 366 || days > 3_652_424
        ? Value.NULL
        : new Value.Date(LocalDate.ofEpochDay(days - DateParts.days(LocalDate.EPOCH)));
  }

  private static Value inZone(Call c) {
    try {
      var from = zone(c, 1);
      var to = zone(c, 2);
      return DateFunctions.dated(
          c,
          at ->
              new Value.DateTime(
                  at.atOffset(from).withOffsetSameInstant(to).toLocalDateTime(),
                  DateTypes.digits(c.nodes().getFirst())));
    } catch (DateTimeException e) {
      return Value.NULL;
    }
  }

  private static ZoneOffset zone(Call c, int index) {
    return c.text(index).equalsIgnoreCase("SYSTEM") ? ZoneOffset.UTC : ZoneOffset.of(c.text(index));
  }
}

package io.honeypods.mysql.sql;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** The present time, and the text that dates become. */
final class DateFunctions {
  private DateFunctions() {}

  /** What comes of a date. */
  interface OfDate {
    Value value(LocalDateTime at);
  }

  /** What comes of a time. */
  interface OfTime {
    Value value(Value.Time time);
  }

  static void register(Function.Register to) {
    present(to);
    DateParts.register(to);
    DateSums.register(to);
    EpochFunctions.register(to);
    to.strict(
        "dayname",
        1,
        1,
        a -> ResultType.text(9).decimals(0).asNullable(),
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
        a -> DateTypes.date().asNullable(),
        c -> dated(c, at -> new Value.Date(at.toLocalDate())));
    to.strict(
        "time", 1, 1, a -> DateTypes.time(DateTypes.digits(a)).asNullable(), DateFunctions::clock);
    to.strict(
        "timestamp",
        1,
        2,
        a -> DateTypes.stamp(DateTypes.digits(a)).asNullable(),
        DateFunctions::timestamp);
    to.strict("date_format", 2, 2, DateTypes.formatted(1), DateFunctions::format);
    to.strict("time_format", 2, 2, DateTypes.formatted(1), DateFunctions::timeFormat);
    to.strict("str_to_date", 2, 2, DateTypes::parsed, DateFunctions::parsed);
    to.strict(
        "get_format", 2, 2, a -> ResultType.text(17).asNullable(), DateFunctions::formatNamed);
  }

  private static void present(Function.Register to) {
    for (String name :
        List.of("now", "current_timestamp", "localtime", "localtimestamp", "sysdate")) {
      to.lenient(
          name, 0, 1, DateTypes::present, c -> new Value.DateTime(c.run().local(), digits(c)));
    }
    to.lenient(
        "utc_timestamp",
        0,
        1,
        DateTypes::present,
        c -> new Value.DateTime(c.run().utc(), digits(c)));
    for (String name : List.of("curdate", "current_date")) {
      to.lenient(
          name, 0, 0, a -> DateTypes.date(), c -> new Value.Date(c.run().local().toLocalDate()));
    }
    to.lenient(
        "utc_date", 0, 0, a -> DateTypes.date(), c -> new Value.Date(c.run().utc().toLocalDate()));
    for (String name : List.of("curtime", "current_time")) {
      to.lenient(name, 0, 1, DateTypes::clock, c -> time(c.run().local(), digits(c)));
    }
    to.lenient("utc_time", 0, 1, DateTypes::clock, c -> time(c.run().utc(), digits(c)));
  }

  private static int digits(Call c) {
    return c.size() == 0 ? 0 : Math.max(0, Math.min(6, c.integer(0)));
  }

  private static Value time(LocalDateTime at, int digits) {
    return new Value.Time(Duration.ofNanos(at.toLocalTime().toNanoOfDay()), digits);
  }

  /** What comes of the first argument as a date; a warning where it is none. */
  static Value dated(Call c, OfDate then) {
    return dated(c, 0, then);
  }

  static Value dated(Call c, int index, OfDate then) {
    Value time = Coercion.dateTime(c.value(index), c.run().local());
    if (time instanceof Value.DateTime(var at, _)) {
      return then.value(at);
    }
    c.run().warn(1292, "Incorrect datetime value: '" + c.text(index) + "'");
    return Value.NULL;
  }

  /** What comes of the first argument as a time; a warning where it is none. */
  static Value timed(Call c, OfTime then) {
    if (Coercion.time(c.value(0)) instanceof Value.Time time) {
      return then.value(time);
    }
    c.run().warn(1292, "Truncated incorrect time value: '" + c.text(0) + "'");
    return Value.NULL;
  }

  private static Value clock(Call c) {
    return timed(c, time -> time);
  }

  private static Value timestamp(Call c) {
    return dated(
        c,
        at -> {
          int digits = DateTypes.digits(c.nodes());
          if (c.size() == 1) {
            return new Value.DateTime(at, digits);
          }
          return Coercion.time(c.value(1)) instanceof Value.Time(var time, _)
              ? new Value.DateTime(at.plus(time), digits)
              : Value.NULL;
        });
  }

  private static Value format(Call c) {
    return dated(
        c,
        at -> c.text(1).isEmpty() ? Value.NULL : new Value.Text(DateFormats.format(at, c.text(1))));
  }

  private static Value timeFormat(Call c) {
    return timed(
        c,
        time -> {
          Duration size = time.value().abs();
          LocalDateTime at = LocalDate.of(1970, 1, 1).atStartOfDay().plus(size);
          String hours = Temporals.two(size.toHours());
          String pattern =
              size.toHours() < 24 ? c.text(1) : c.text(1).replace("%H", hours).replace("%k", hours);
          String text = DateFormats.format(at, pattern);
          return new Value.Text(time.value().isNegative() ? "-" + text : text);
        });
  }

  private static Value parsed(Call c) {
    DateReader.Reading reading = DateReader.read(c.text(0), c.text(1));
    Value value = reading.value();
    String warning = "Incorrect datetime value: '" + c.text(0) + "' for function str_to_date";
    if (value instanceof Value.Null) {
      if (!DateReader.isWritten(c.text(0), c.text(1))) {
        c.run().warn(1411, warning);
      }
      c.run().warn(1411, warning);
      return value;
    }
    if (!reading.whole()) {
      String kind = value instanceof Value.Time ? "time" : "date";
      c.run().warn(1292, "Truncated incorrect " + kind + " value: '" + c.text(0) + "'");
    }
    boolean zeroDate = value instanceof Value.Time && c.session().settings().mode("NO_ZERO_DATE");
    if (zeroDate) {
      c.run().warn(1411, warning);
      return Value.NULL;
    }
    return value;
  }

  private static Value formatNamed(Call c) {
    String region = c.text(1).toUpperCase(Locale.ROOT);
    String date = formatOfDate(region);
    String time = formatOfTime(region);
    if (date.isEmpty()) {
      return Value.NULL;
    }
    return new Value.Text(
        switch (c.text(0).toUpperCase(Locale.ROOT)) {
          case "DATE" -> date;
          case "TIME" -> region.equals("USA") ? "%h:%i:%s %p" : time;
          default ->
              region.equals("INTERNAL")
                  ? date + time
                  : "%Y-%m-%d " + (region.equals("USA") ? "%H.%i.%s" : time);
        });
  }

  private static String formatOfDate(String region) {
    return switch (region) {
      case "USA" -> "%m.%d.%Y";
      case "EUR" -> "%d.%m.%Y";
      case "JIS", "ISO" -> "%Y-%m-%d";
      case "INTERNAL" -> "%Y%m%d";
      default -> "";
    };
  }

  private static String formatOfTime(String region) {
    return switch (region) {
      case "EUR" -> "%H.%i.%s";
      case "INTERNAL" -> "%H%i%s";
      default -> "%H:%i:%s";
    };
  }
}

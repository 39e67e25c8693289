package io.honeypods.mysql.sql;

import java.util.Set;

/** The units of INTERVAL. */
final class Intervals {
  private static final Set<String> UNITS =
      Set.of(
          "MICROSECOND",
          "SECOND",
          "MINUTE",
          "HOUR",
          "DAY",
          "WEEK",
          "MONTH",
          "QUARTER",
          "YEAR",
          "SECOND_MICROSECOND",
          "MINUTE_MICROSECOND",
          "MINUTE_SECOND",
          "HOUR_MICROSECOND",
          "HOUR_SECOND",
          "HOUR_MINUTE",
          "DAY_MICROSECOND",
          "DAY_SECOND",
          "DAY_MINUTE",
          "DAY_HOUR",
          "YEAR_MONTH");

  private Intervals() {}

  static boolean isUnit(String name) {
    return UNITS.contains(name)
        || (name.startsWith("SQL_TSI_") && UNITS.contains(name.substring(8)));
  }
}

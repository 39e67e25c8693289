package io.honeypods.mysql.sql;

import java.util.Set;

/** The words that are functions where a parenthesis follows, or even without one. */
final class FunctionNames {
  private static final Set<String> AGGREGATES =
      Set.of(
          "count",
          "sum",
          "avg",
          "min",
          "max",
          "group_concat",
          "bit_and",
          "bit_or",
          "bit_xor",
          "std",
          "stddev",
          "stddev_pop",
          "stddev_samp",
          "var_pop",
          "var_samp",
          "variance",
          "json_arrayagg",
          "json_objectagg");

  private static final Set<String> RESERVED_FUNCTIONS =
      Set.of(
          "if",
          "left",
          "right",
          "insert",
          "replace",
          "repeat",
          "mod",
          "char",
          "values",
          "schema",
          "database",
          "current_user",
          "utc_date",
          "utc_time",
          "utc_timestamp",
          "interval",
          "current_date",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp");

  private static final Set<String> NILADIC =
      Set.of(
          "current_user",
          "utc_date",
          "utc_time",
          "utc_timestamp",
          "current_date",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp");

  private FunctionNames() {}

  static boolean isAggregate(String word) {
    return AGGREGATES.contains(word) || Windows.isRank(word);
  }

  /** Whether a reserved word is a function nevertheless. */
  static boolean isFunction(String word) {
    return RESERVED_FUNCTIONS.contains(word);
  }

  /** Whether a function may stand without parentheses. */
  static boolean isNiladic(String word) {
    return NILADIC.contains(word);
  }
}

package io.honeypods.mysql.sql;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All native functions, by name in lower case. */
final class Functions {
  private static final Map<String, Function> ALL = new HashMap<>();
  private static final Set<String> KEYWORDS =
      Set.of(
          "if",
          "left",
          "right",
          "insert",
          "replace",
          "repeat",
          "mod",
          "coalesce",
          "database",
          "schema",
          "user",
          "year",
          "month",
          "day",
          "hour",
          "minute",
          "second",
          "date",
          "time",
          "timestamp",
          "ascii",
          "charset",
          "collation",
          "format",
          "interval",
          "microsecond",
          "old_password",
          "password",
          "quarter",
          "reverse",
          "row_count",
          "truncate",
          "week",
          "curdate",
          "curtime",
          "now",
          "sysdate",
          "utc_date",
          "utc_time",
          "utc_timestamp");

  static {
    StringFunctions.register(ALL::put);
    TextSearchFunctions.register(ALL::put);
    NumberFunctions.register(ALL::put);
    ControlFunctions.register(ALL::put);
    DateFunctions.register(ALL::put);
    InfoFunctions.register(ALL::put);
    CryptoFunctions.register(ALL::put);
    JsonFunctions.register(ALL::put);
    XmlFunctions.register(ALL::put);
  }

  private Functions() {}

  static @Nullable Function find(String name) {
    return ALL.get(name);
  }

  /** Whether its arguments are part of the grammar, so that a wrong count is a syntax error. */
  static boolean isKeyword(String name) {
    return KEYWORDS.contains(name);
  }

  /** Texts that the server says are never NULL. */
  static boolean isNeverNull(String name) {
    return name.equals("if") || name.equals("version") || name.equals("ifnull");
  }

  /** Names that without a schema are looked for among loaded functions only. */
  static boolean isUnloaded(String name) {
    return name.startsWith("sys_") || name.equals("cmdshell");
  }
}

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
    NetworkFunctions.register(ALL::put);
    DigestFunctions.register(ALL::put);
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

  /** Texts that are NULL only where an argument is. */
  static boolean isNeverNull(String name) {
    return switch (name) {
      case "if",
          "version",
          "ifnull",
          "greatest",
          "least",
          "coalesce",
          "nullif",
          "make_set",
          "regexp_replace",
          "regexp_substr",
          "any_value" ->
          true;
      default -> false;
    };
  }

  /** Those that may give something else for each row. */
  static boolean isVolatile(String name) {
    return switch (name) {
      case "rand",
          "uuid",
          "uuid_short",
          "random_bytes",
          "sleep",
          "benchmark",
          "get_lock",
          "release_lock",
          "release_all_locks",
          "is_free_lock",
          "is_used_lock",
          "last_insert_id",
          "row_count",
          "found_rows",
          "sysdate",
          "load_file" ->
          true;
      default -> false;
    };
  }

  /** Names that without a schema are looked for among loaded functions only. */
  static boolean isUnloaded(String name) {
    return name.startsWith("sys_") || name.equals("cmdshell");
  }
}

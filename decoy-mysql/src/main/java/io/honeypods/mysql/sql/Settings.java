package io.honeypods.mysql.sql;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The system variables that the engine goes by, as one session has them.
 *
 * @param timestamp what SET timestamp fixed, or null
 * @param results the collation of result columns; null where they are left as they are
 */
record Settings(
    String sqlMode,
    ZoneId zone,
    @Nullable BigDecimal timestamp,
    Collation connection,
    @Nullable Collation results,
    long groupConcatMaxLength,
    long selectLimit,
    long recursion,
    boolean autocommit) {

  static Settings of(Session session) {
    return new Settings(
        text(session, "sql_mode", "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES")
            .toUpperCase(Locale.ROOT),
        zone(text(session, "time_zone", "SYSTEM")),
        session.variables().get("timestamp") instanceof Value value
                && Coercion.decimal(value).signum() > 0
            ? Coercion.decimal(value)
            : null,
        collation(text(session, "collation_connection", "utf8mb4_0900_ai_ci")),
        results(text(session, "character_set_results", "utf8mb4")),
        number(session, "group_concat_max_len", 1024),
        number(session, "sql_select_limit", Long.MAX_VALUE),
        number(session, "cte_max_recursion_depth", 1000),
        number(session, "autocommit", 1) != 0);
  }

  boolean mode(String name) {
    return sqlMode.contains(name);
  }

  boolean strict() {
    return mode("STRICT_TRANS_TABLES") || mode("STRICT_ALL_TABLES") || mode("TRADITIONAL");
  }

  Instant timestamp(Instant otherwise) {
    return timestamp == null
        ? otherwise
        : Instant.ofEpochMilli(timestamp.movePointRight(3).longValue());
  }

  private static String text(Session session, String name, String otherwise) {
    Value value =
        session.server().system().variables().get(session, SystemVariables.Scope.ANY, name);
    return value == null ? otherwise : value instanceof Value.Null ? "" : Coercion.text(value);
  }

  private static long number(Session session, String name, long otherwise) {
    String text = text(session, name, Long.toString(otherwise));
    if (text.equalsIgnoreCase("ON")) {
      return 1;
    }
    var number = NumberText.number(text).toBigInteger();
    return number.bitLength() > 62 ? Long.MAX_VALUE : number.longValue();
  }

  private static Collation collation(String name) {
    Collation found = Collation.find(name);
    return found == null ? Collation.DEFAULT : found;
  }

  private static @Nullable Collation results(String charset) {
    if (charset.isEmpty()) {
      return null;
    }
    Collation found = Collation.ofCharset(charset);
    return found == null ? Collation.DEFAULT : found;
  }

  private static ZoneId zone(String name) {
    if (name.equalsIgnoreCase("SYSTEM")) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }
}

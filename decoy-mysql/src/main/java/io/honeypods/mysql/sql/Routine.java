package io.honeypods.mysql.sql;

import java.time.Instant;

/**
 * A stored procedure, function, trigger or event.
 *
 * @param table that a trigger belongs to, else empty
 * @param head what stands between the name and the body, such as {@code (IN a INT)}
 * @param sql the whole CREATE statement
 */
record Routine(
    Kind kind,
    String schema,
    String name,
    String table,
    String head,
    String body,
    String sql,
    String definer,
    Instant created) {
  enum Kind {
    PROCEDURE,
    FUNCTION,
    TRIGGER,
    EVENT
  }
}

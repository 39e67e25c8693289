package io.honeypods.mysql.sql;

import java.util.List;

/**
 * A statement that was prepared.
 *
 * @param sql its text
 * @param parameters how many {@code ?} it has
 * @param columns those of its result as far as they are known before it runs; none for a statement
 *     without rows
 */
public record PreparedStatement(
    String sql, int parameters, List<ColumnDefinition> columns, int warnings) {
  public PreparedStatement {
    columns = List.copyOf(columns);
  }
}

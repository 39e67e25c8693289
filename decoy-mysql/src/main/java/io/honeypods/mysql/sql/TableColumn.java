package io.honeypods.mysql.sql;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param initial the default; null where there is none, {@link Value#NULL} for DEFAULT NULL
 * @param initialSql a default that is an expression, such as {@code CURRENT_TIMESTAMP}, or null
 * @param onUpdate such as {@code CURRENT_TIMESTAMP}, or null
 * @param generated the expression that a generated column has, or null
 * @param stored whether a generated column is kept
 */
record TableColumn(
    String name,
    DataType type,
    boolean nullable,
    @Nullable Value initial,
    @Nullable String initialSql,
    boolean autoIncrement,
    @Nullable String onUpdate,
    @Nullable String generated,
    boolean stored,
    String comment) {

  /** A plain column, as the system tables have. */
  static TableColumn of(String name, DataType type, boolean nullable) {
    return new TableColumn(
        name, type, nullable, nullable ? Value.NULL : null, null, false, null, null, false, "");
  }
}

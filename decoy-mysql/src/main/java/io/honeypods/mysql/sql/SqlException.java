package io.honeypods.mysql.sql;

import java.util.List;

/** A statement cannot be done; carries what the client is told. */
final class SqlException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient SqlError error;
  private final transient List<ColumnDefinition> columns;

  SqlException(SqlError error) {
    this(error, List.of());
  }

  private SqlException(SqlError error, List<ColumnDefinition> columns) {
    super(error.message(), null, false, false);
    this.error = error;
    this.columns = columns;
  }

  SqlException(int code, String state, String message) {
    this(new SqlError(code, state, message));
  }

  SqlError error() {
    return error;
  }

  /** The same, when these columns of a result are already told. */
  SqlException behind(List<ColumnDefinition> told) {
    return new SqlException(error, told);
  }

  List<ColumnDefinition> columns() {
    return columns;
  }
}

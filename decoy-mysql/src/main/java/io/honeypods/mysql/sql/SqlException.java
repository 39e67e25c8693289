package io.honeypods.mysql.sql;

/** A statement cannot be done; carries what the client is told. */
final class SqlException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient SqlError error;

  SqlException(SqlError error) {
    super(error.message(), null, false, false);
    this.error = error;
  }

  SqlException(int code, String state, String message) {
    this(new SqlError(code, state, message));
  }

  SqlError error() {
    return error;
  }
}

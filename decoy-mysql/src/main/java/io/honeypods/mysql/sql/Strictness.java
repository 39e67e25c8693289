package io.honeypods.mysql.sql;

/** Whether what does not fit into a column is an error, or a warning and something that fits. */
record Strictness(Run run, boolean strict) {
  <T> T problem(int code, String state, String message, T otherwise) {
    if (strict) {
      throw new SqlException(code, state, message);
    }
    run.warn(code, message);
    return otherwise;
  }

  <T> T outOfRange(TableColumn column, long row, T otherwise) {
    return problem(
        1264,
        "22003",
        "Out of range value for column '" + column.name() + "' at row " + row,
        otherwise);
  }

  void tooLong(TableColumn column, long row) {
    if (strict) {
      throw new SqlException(
          1406, "22001", "Data too long for column '" + column.name() + "' at row " + row);
    }
    run.warn(1265, "Data truncated for column '" + column.name() + "' at row " + row);
  }
}

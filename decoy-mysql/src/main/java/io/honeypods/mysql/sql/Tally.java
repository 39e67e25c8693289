package io.honeypods.mysql.sql;

/** The numbers that a statement leaves for LAST_INSERT_ID(), ROW_COUNT() and FOUND_ROWS(). */
final class Tally {
  private long lastInsertId;
  private long rowCount = -1;
  private long foundRows;

  long lastInsertId() {
    return lastInsertId;
  }

  void lastInsertId(long id) {
    lastInsertId = id;
  }

  long rowCount() {
    return rowCount;
  }

  void rowCount(long rows) {
    rowCount = rows;
  }

  long foundRows() {
    return foundRows;
  }

  void foundRows(long rows) {
    foundRows = rows;
  }

  /** As in a new session, but for FOUND_ROWS(), which stays. */
  void reset() {
    lastInsertId = 0;
    rowCount = -1;
  }
}

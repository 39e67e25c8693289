package io.honeypods.mysql.sql;

import java.util.List;

/** What came of one statement that could be done; one that could not throws. */
sealed interface StatementResult {

  /** Done, without rows. */
  record Ok(long affectedRows, long lastInsertId, String info, List<SqlResult.StateChange> changes)
      implements StatementResult {
    static final Ok NONE = new Ok(0, 0, "", List.of());

    public Ok {
      changes = List.copyOf(changes);
    }

    static Ok affected(long rows) {
      return new Ok(rows, 0, "", List.of());
    }
  }

  /** Rows; {@code scanned} where no index was used, which the status flags tell. */
  record Table(List<ColumnDefinition> columns, List<List<Value>> rows, boolean scanned)
      implements StatementResult {}

  /** Several results of one statement, as CALL gives them. */
  record Many(List<StatementResult> results) implements StatementResult {}
}

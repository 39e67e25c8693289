package io.honeypods.mysql.sql;

import java.util.List;

/** What comes of one statement. */
public sealed interface SqlResult {

  /**
   * It was done: an OK packet.
   *
   * @param status the flags of the server's status behind it
   * @param info what the client shows, such as {@code Rows matched: 1 Changed: 1 Warnings: 0}
   * @param changes of the session's state, for clients that track it
   */
  record Done(
      long affectedRows,
      long lastInsertId,
      int status,
      int warnings,
      String info,
      List<StateChange> changes)
      implements SqlResult {
    public Done {
      changes = List.copyOf(changes);
    }
  }

  /** Rows, each with a value for each column. */
  record Rows(List<ColumnDefinition> columns, List<List<Value>> rows, int status, int warnings)
      implements SqlResult {
    public Rows {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  record Failed(SqlError error) implements SqlResult {}

  /** A change that CLIENT_SESSION_TRACK tells. */
  sealed interface StateChange {
    record SystemVariable(String name, String value) implements StateChange {}

    record Schema(String name) implements StateChange {}
  }
}

package io.honeypods.mysql.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /**
   * Rows, each with a value for each column.
   *
   * @param warningsBefore how many warnings there were before the first row was made
   */
  record Rows(
      List<ColumnDefinition> columns,
      List<List<Value>> rows,
      int status,
      int warningsBefore,
      int warnings)
      implements SqlResult {
    public Rows {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }

    /** The same rows in columns that are described otherwise. */
    public Rows withColumns(List<ColumnDefinition> others) {
      return new Rows(others, rows, status, warningsBefore, warnings);
    }
  }

  /**
   * What could not be done.
   *
   * @param begun what of the rows was already told, or null
   */
  record Failed(SqlError error, @Nullable Rows begun) implements SqlResult {
    public Failed(SqlError error) {
      this(error, null);
    }
  }

  /** A change that CLIENT_SESSION_TRACK tells. */
  sealed interface StateChange {
    record SystemVariable(String name, String value) implements StateChange {}

    record Schema(String name) implements StateChange {}
  }
}

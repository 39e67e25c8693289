package io.honeypods.mysql;

import io.honeypods.mysql.sql.Execution;
import io.honeypods.mysql.sql.SqlResult;
import java.util.List;

/** Commands that 8.0 still knows and warns of. */
final class OldCommands {
  private OldCommands() {}

  /** Each of the old commands is warned of. */
  static Execution deprecated(Execution execution) {
    List<SqlResult> results = execution.results().stream().map(OldCommands::deprecated).toList();
    return new Execution(results, execution.delay(), execution.seen());
  }

  static SqlResult deprecated(SqlResult result) {
    return switch (result) {
      case SqlResult.Done done ->
          new SqlResult.Done(
              done.affectedRows(),
              done.lastInsertId(),
              done.status(),
              done.warnings() + 1,
              done.info(),
              done.changes());
      case SqlResult.Rows rows ->
          new SqlResult.Rows(
              rows.columns(),
              rows.rows(),
              rows.status(),
              rows.warningsBefore() + 1,
              rows.warnings() + 1);
      case SqlResult.Failed failed -> failed;
    };
  }
}

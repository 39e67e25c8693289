package io.honeypods.mysql;

import io.honeypods.mysql.PacketReader.MalformedPacketException;
import io.honeypods.mysql.sql.Execution;
import io.honeypods.mysql.sql.SqlResult;
import java.util.List;

/**
 * COM_REFRESH, COM_SHUTDOWN, COM_PROCESS_INFO and COM_PROCESS_KILL, which 8.0 still knows and warns
 * of.
 */
final class OldCommands {
  private static final int GONE = 8_04_00;

  /** The bit of COM_REFRESH that stands for FLUSH PRIVILEGES. */
  private static final int REFRESH_GRANT = 1;

  private OldCommands() {}

  static boolean areKnownTo(int version) {
    return version < GONE;
  }

  /** The statement that a command stands for. */
  static String statement(int code, PacketReader in) throws MalformedPacketException {
    return switch (code) {
      case 0x07 -> (in.octet() & REFRESH_GRANT) == 0 ? "FLUSH STATUS" : "FLUSH PRIVILEGES";
      case 0x08 -> "SHUTDOWN";
      case 0x0a -> "SHOW PROCESSLIST";
      default -> "KILL " + in.integer(4);
    };
  }

  /** Each of the old commands is warned of. */
  static Execution deprecated(Execution execution) {
    List<SqlResult> results = execution.results().stream().map(OldCommands::deprecated).toList();
    return new Execution(results, execution.delay(), execution.seen());
  }

  private static SqlResult deprecated(SqlResult result) {
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

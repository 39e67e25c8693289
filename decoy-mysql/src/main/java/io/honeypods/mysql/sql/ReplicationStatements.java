package io.honeypods.mysql.sql;

/** CHANGE, START and STOP of a replication that never takes place. */
final class ReplicationStatements {
  private final Grants grants;
  private boolean configured;

  ReplicationStatements(Grants grants) {
    this.grants = grants;
  }

  /** RESET REPLICA: no source is known any more. */
  void forget() {
    configured = false;
  }

  /** What follows CHANGE. */
  StatementResult change(Session session, Cursor cursor) {
    boolean old = cursor.accept("MASTER");
    if (!old) {
      cursor.expect("REPLICATION");
      if (cursor.accept("FILTER")) {
        grants.requireAny(session, "SUPER", "REPLICATION_SLAVE_ADMIN");
        ServerStatements.skip(cursor);
        return StatementResult.Ok.NONE;
      }
      cursor.expect("SOURCE");
    }
    cursor.expect("TO");
    ServerStatements.skip(cursor);
    grants.requireAny(session, "SUPER", "REPLICATION_SLAVE_ADMIN");
    configured = true;
    if (old) {
      ShowReplication.deprecated(session, "CHANGE MASTER", "CHANGE REPLICATION SOURCE");
    }
    note(session, 1759, "Sending passwords in plain text without SSL/TLS is extremely insecure.");
    return StatementResult.Ok.NONE;
  }

  /** START or STOP, from what is started on; null for a transaction. */
  @org.jspecify.annotations.Nullable
  StatementResult start(Session session, Cursor cursor, boolean stop) {
    if (cursor.accept("GROUP_REPLICATION")) {
      throw new SqlException(
          3092,
          "HY000",
          "The server is not configured properly to be an active member of the group. Please see"
              + " more details on error log.");
    }
    if (!cursor.accept("REPLICA") && !cursor.accept("SLAVE")) {
      return null;
    }
    ServerStatements.skip(cursor);
    grants.requireAny(session, "SUPER", "REPLICATION_SLAVE_ADMIN");
    if (stop) {
      note(session, 3084, "Replication thread(s) for channel '' are already stopped.");
    } else if (!configured) {
      throw new SqlException(
          1200,
          "HY000",
          "The server is not configured as replica; fix in config file or with CHANGE REPLICATION"
              + " SOURCE TO");
    }
    return StatementResult.Ok.NONE;
  }

  private static void note(Session session, int code, String text) {
    session.warnings().add(new Warning(Warning.Level.NOTE, code, text));
  }
}

package io.honeypods.mysql.sql;

import org.jspecify.annotations.Nullable;

/** SHOW of logs and replication, of which this server has the logs only. */
final class ShowReplication {
  private static final String LOG = "binlog.000002";
  private static final int POSITION = 157;
  private static final int FIRST_LOG = 2_998_311;

  private final Grants grants;

  ShowReplication(Grants grants) {
    this.grants = grants;
  }

  StatementResult masterStatus(Session session, Cursor cursor) {
    cursor.expectEnd();
    grants.requireAny(session, "SUPER", "REPLICATION CLIENT");
    return new ShowRows("master status").add(LOG, POSITION, "", "", "").result();
  }

  StatementResult binaryLogs(Session session, Cursor cursor) {
    cursor.expectEnd();
    grants.requireAny(session, "SUPER", "REPLICATION CLIENT");
    return new ShowRows("binary logs")
        .add("binlog.000001", FIRST_LOG, "No")
        .add(LOG, POSITION, "No")
        .result();
  }

  /** What follows SHOW BINLOG EVENTS. */
  StatementResult binlogEvents(Session session, Cursor cursor, String version) {
    grants.requireAny(session, "REPLICATION SLAVE");
    String log = cursor.accept("IN") ? cursor.string() : null;
    skipRange(cursor);
    if (log != null && !log.equals("binlog.000001") && !log.equals(LOG)) {
      throw new SqlException(
          1220,
          "HY000",
          "Error when executing command SHOW BINLOG EVENTS: Could not find target log");
    }
    String name = log == null ? "binlog.000001" : log;
    return new ShowRows("binlog events")
        .add(name, 4, "Format_desc", 1, 126, "Server ver: " + version + ", Binlog ver: 4")
        .add(name, 126, "Previous_gtids", 1, POSITION, "")
        .result();
  }

  StatementResult relayEvents(Cursor cursor) {
    if (cursor.accept("IN")) {
      cursor.string();
    }
    skipRange(cursor);
    return new ShowRows("binlog events").result();
  }

  private static void skipRange(Cursor cursor) {
    if (cursor.accept("FROM")) {
      cursor.integer();
    }
    if (cursor.accept("LIMIT")) {
      cursor.integer();
      if (cursor.acceptSign(",")) {
        cursor.integer();
      }
    }
    channel(cursor);
    cursor.expectEnd();
  }

  /** SHOW REPLICA STATUS and the older name of it: there is no source. */
  StatementResult replicaStatus(Session session, Cursor cursor, boolean old) {
    channel(cursor);
    cursor.expectEnd();
    grants.requireAny(session, "SUPER", "REPLICATION CLIENT");
    if (old) {
      deprecated(session, "SHOW SLAVE STATUS", "SHOW REPLICA STATUS");
    }
    return new ShowRows(old ? "slave status" : "replica status").result();
  }

  StatementResult replicas(Session session, Cursor cursor, boolean old) {
    cursor.expectEnd();
    grants.requireAny(session, "REPLICATION SLAVE");
    if (old) {
      deprecated(session, "SHOW SLAVE HOSTS", "SHOW REPLICAS");
    }
    return new ShowRows(old ? "slave hosts" : "replicas").result();
  }

  static @Nullable String channel(Cursor cursor) {
    if (cursor.accept("FOR", "CHANNEL")) {
      return cursor.string();
    }
    return null;
  }

  static void deprecated(Session session, String old, String better) {
    session
        .warnings()
        .add(
            new Warning(
                Warning.Level.WARNING,
                1287,
                "'"
                    + old
                    + "' is deprecated and will be removed in a future release. Please use "
                    + better
                    + " instead"));
  }
}

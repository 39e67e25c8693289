package io.honeypods.mysql;

import io.honeypods.mysql.sql.SqlError;

/** What the server says of the connection itself, by the names of its errmsg list. */
final class Errors {
  static final SqlError CON_COUNT_ERROR = new SqlError(1040, "08004", "Too many connections");
  static final SqlError HANDSHAKE_ERROR = new SqlError(1043, "08S01", "Bad handshake");
  static final SqlError UNKNOWN_COM_ERROR = new SqlError(1047, "08S01", "Unknown command");
  static final SqlError SERVER_SHUTDOWN =
      new SqlError(1053, "08S01", "Server shutdown in progress");
  static final SqlError NET_PACKET_TOO_LARGE =
      new SqlError(1153, "08S01", "Got a packet bigger than 'max_allowed_packet' bytes");
  static final SqlError NET_PACKETS_OUT_OF_ORDER =
      new SqlError(1156, "08S01", "Got packets out of order");
  static final SqlError NET_UNCOMPRESS_ERROR =
      new SqlError(1157, "08S01", "Couldn't uncompress communication packet");
  static final SqlError NET_READ_ERROR =
      new SqlError(1158, "08S01", "Got an error reading communication packets");
  static final SqlError NET_READ_INTERRUPTED =
      new SqlError(1159, "08S01", "Got timeout reading communication packets");
  static final SqlError NO_DB = new SqlError(1046, "3D000", "No database selected");
  static final SqlError MALFORMED_PACKET =
      new SqlError(1835, "HY000", "Malformed communication packet.");
  static final SqlError CLIENT_INTERACTION_TIMEOUT =
      new SqlError(
          4031,
          "HY000",
          "The client was disconnected by the server because of inactivity. See wait_timeout and"
              + " interactive_timeout for configuring this behavior.");
  static final SqlError NOT_SUPPORTED_AUTH_MODE =
      new SqlError(
          1251,
          "08004",
          "Client does not support authentication protocol requested by server; consider upgrading"
              + " MySQL client");

  static final SqlError POSITION_TOO_LOW =
      new SqlError(1236, "HY000", "Client requested master to start replication from position < 4");
  static final SqlError NO_BINARY_LOG = new SqlError(1236, "HY000", "Binary log is not open");
  static final SqlError REPORT_HOST_TOO_LONG =
      new SqlError(1105, "HY000", "Failed to register slave: too long 'report-host'");

  static final SqlError WRONG_PARAMETER =
      new SqlError(1210, "HY000", "Incorrect arguments to mysql_stmt_precheck");
  static final SqlError MALFORMED_GTID_SET =
      new SqlError(1773, "HY000", "Malformed GTID set encoding.");

  private Errors() {}

  static SqlError wrongSchemaName(String name) {
    return new SqlError(1102, "42000", "Incorrect database name '" + name + "'");
  }

  static SqlError wrongTableName(String name) {
    return new SqlError(1103, "42000", "Incorrect table name '" + name + "'");
  }

  /** The host is an address, since names are never looked up. */
  static SqlError accessDenied(String user, int most, String host, boolean usingPassword) {
    String shown = user.length() > most ? user.substring(0, most) : user;
    return new SqlError(
        1045,
        "28000",
        "Access denied for user '%s'@'%s' (using password: %s)"
            .formatted(shown, host, usingPassword ? "YES" : "NO"));
  }

  static SqlError identifierTooLong(String name) {
    return new SqlError(1059, "42000", "Identifier name '" + name + "' is too long");
  }

  static SqlError accountLocked(String user, String host) {
    return new SqlError(
        3118,
        "HY000",
        "Access denied for user '%s'@'%s'. Account is locked.".formatted(user, host));
  }

  static SqlError unknownStatement(long id) {
    return new SqlError(
        1243,
        "HY000",
        "Unknown prepared statement handler (%d) given to mysql_stmt_precheck".formatted(id));
  }
}

package io.honeypods.mysql.sql;

import java.util.Set;

/** What holds for all system variables: where each may be set, and which of them follow others. */
final class VariableChecks {
  private static final Set<String> SESSION_FIXED =
      Set.of("max_allowed_packet", "net_buffer_length", "max_user_connections");

  private VariableChecks() {}

  static void checkScope(SystemVariable variable, SystemVariables.Scope scope) {
    boolean forSession =
        scope == SystemVariables.Scope.ANY || scope == SystemVariables.Scope.SESSION;
    if (!variable.writable() && scope != SystemVariables.Scope.PERSIST_ONLY) {
      throw variable.readOnly();
    }
    if (!forSession && !variable.hasGlobal()) {
      throw new SqlException(
          1228,
          "HY000",
          "Variable '"
              + variable.name()
              + "' is a SESSION variable and can't be used with SET GLOBAL");
    }
    if (forSession && SESSION_FIXED.contains(variable.name())) {
      throw new SqlException(
          1621,
          "HY000",
          "SESSION variable '"
              + variable.name()
              + "' is read-only. Use SET GLOBAL to assign the value");
    }
    if (forSession && !variable.hasSession()) {
      throw new SqlException(
          1229,
          "HY000",
          "Variable '"
              + variable.name()
              + "' is a GLOBAL variable and should be set with SET GLOBAL");
    }
  }

  /** The same variable under its old or new name. */
  static String twin(String name) {
    if (name.startsWith("slave_")) {
      return "replica_" + name.substring(6);
    }
    return name.startsWith("replica_") ? "slave_" + name.substring(8) : "";
  }

  /** A character set brings its collation along, and the other way round. */
  static void follow(String name, Value value, Sink sink) {
    if (!(value instanceof Value.Text(var text))) {
      return;
    }
    if (name.startsWith("collation_")) {
      Collation collation = Collation.find(text);
      if (collation != null) {
        sink.put("character_set_" + name.substring(10), collation.charset());
      }
    } else if (Set.of("character_set_connection", "character_set_server", "character_set_database")
        .contains(name)) {
      Collation collation = Collation.ofCharset(text);
      if (collation != null) {
        sink.put("collation_" + name.substring(14), collation.name());
      }
    }
  }

  static void checkKnown(SystemVariable variable, Value value) {
    if (!(value instanceof Value.Text(var text))) {
      return;
    }
    boolean isGtid = text.isEmpty() || text.matches("[0-9a-fA-F-]{36}:[0-9:-]+(,.*)?");
    if (variable.name().equals("gtid_next")
        && !isGtid
        && !text.equalsIgnoreCase("AUTOMATIC")
        && !text.equalsIgnoreCase("ANONYMOUS")) {
      throw new SqlException(1774, "HY000", "Malformed GTID specification '" + text + "'.");
    }
    if (variable.name().equals("gtid_purged") && !isGtid && !text.startsWith("+")) {
      throw variable.wrongValue(text);
    }
  }

  interface Sink {
    void put(String name, String value);
  }
}

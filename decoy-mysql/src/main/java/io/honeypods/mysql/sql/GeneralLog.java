package io.honeypods.mysql.sql;

import io.honeypods.decoy.event.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code mysql.general_log}: what clients send, while somebody has it written to the table. */
final class GeneralLog {
  /** What is older is forgotten. */
  private static final int MAX_ROWS = 1_000;

  private final SqlServer server;

  GeneralLog(SqlServer server) {
    this.server = server;
  }

  void write(Session session, String command, String argument) {
    if (!isOn(session)) {
      return;
    }
    Schema schema = server.catalogue().schema("mysql");
    Table table = schema == null ? null : schema.tables().get("general_log");
    if (table == null) {
      return;
    }
    var sheet = new RowSheet(table.columns());
    sheet
        .row()
        .value("event_time", RowSheet.time(server.clock().instant(), 6))
        .put("user_host", shown(session.client()))
        .put("thread_id", session.client().connectionId())
        .put("server_id", 1)
        .put("command_type", command)
        .value("argument", new Value.Blob(Bytes.of(argument.getBytes(StandardCharsets.UTF_8))));
    Value[] row = sheet.rows().getFirst().toArray(Value[]::new);
    if (server.catalogue().reserve(Table.size(row))) {
      table.add(row, server.clock().instant());
      forget(table);
    }
  }

  private void forget(Table table) {
    if (table.rowCount() <= MAX_ROWS) {
      return;
    }
    List<RowKey> keys = new ArrayList<>();
    table.entries().forEach(entry -> keys.add(entry.getKey()));
    for (RowKey key : keys.subList(0, keys.size() - MAX_ROWS / 2)) {
      server.catalogue().reserve(-Table.size(table.remove(key)));
    }
  }

  private boolean isOn(Session session) {
    return global(session, "general_log").matches("1|ON")
        && global(session, "log_output").toUpperCase(Locale.ROOT).contains("TABLE");
  }

  private String global(Session session, String name) {
    Value value = server.system().variables().get(session, SystemVariables.Scope.GLOBAL, name);
    return value == null ? "" : Coercion.text(value);
  }

  /** Somebody as the log names him: {@code root[root] @ [10.0.0.5]}. */
  private static String shown(Client client) {
    return client.account().name() + "[" + client.user() + "] @  [" + client.ip() + "]";
  }
}

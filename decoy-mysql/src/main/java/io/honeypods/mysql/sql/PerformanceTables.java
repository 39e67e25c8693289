package io.honeypods.mysql.sql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables of performance_schema that show variables, status and who is connected. */
final class PerformanceTables {
  private static final List<String> THREADS =
      List.of(
          "sql/main",
          "innodb/io_ibuf_thread",
          "innodb/io_read_thread",
          "innodb/io_read_thread",
          "innodb/io_read_thread",
          "innodb/io_read_thread",
          "innodb/io_write_thread",
          "innodb/io_write_thread",
          "innodb/io_write_thread",
          "innodb/io_write_thread",
          "innodb/page_flush_coordinator_thread",
          "innodb/log_checkpointer_thread",
          "innodb/log_flush_notifier_thread",
          "innodb/log_flusher_thread",
          "innodb/log_write_notifier_thread",
          "innodb/log_writer_thread",
          "innodb/log_files_governor_thread",
          "innodb/srv_lock_timeout_thread",
          "innodb/srv_error_monitor_thread",
          "innodb/srv_monitor_thread",
          "innodb/buf_resize_thread",
          "innodb/srv_master_thread",
          "innodb/dict_stats_thread",
          "innodb/fts_optimize_thread",
          "mysqlx/worker",
          "mysqlx/worker",
          "mysqlx/acceptor_network",
          "innodb/buf_dump_thread",
          "innodb/clone_gtid_thread",
          "innodb/srv_purge_thread",
          "innodb/srv_worker_thread",
          "innodb/srv_worker_thread",
          "innodb/srv_worker_thread",
          "sql/event_scheduler",
          "sql/signal_handler",
          "sql/compress_gtid_table");

  private static final int CONSUMERS_HAVE_CPU = 8_00_28;

  /** What performance_schema keeps: + by default, - not. */
  private static final List<String> CONSUMERS =
      List.of(
          "-events_stages_current",
          "-events_stages_history",
          "-events_stages_history_long",
          "-events_statements_cpu",
          "+events_statements_current",
          "+events_statements_history",
          "-events_statements_history_long",
          "+events_transactions_current",
          "+events_transactions_history",
          "-events_transactions_history_long",
          "-events_waits_current",
          "-events_waits_history",
          "-events_waits_history_long",
          "+global_instrumentation",
          "+thread_instrumentation",
          "+statements_digest");

  private final SqlServer server;
  private final SystemVariableStore variables;
  private final ServerStatus status;

  PerformanceTables(SqlServer server, SystemVariableStore variables, ServerStatus status) {
    this.server = server;
    this.variables = variables;
    this.status = status;
  }

  SystemTable.Source variables(boolean global) {
    return (sheet, viewer) -> named(sheet, variables.shown(viewer, global));
  }

  SystemTable.Source status(boolean global) {
    return (sheet, viewer) -> {
      List<Map.Entry<String, String>> shown = new ArrayList<>(status.shown(viewer, global));
      shown.removeIf(entry -> entry.getKey().startsWith("Com_"));
      named(sheet, shown);
    };
  }

  private static void named(RowSheet sheet, List<Map.Entry<String, String>> values) {
    for (Map.Entry<String, String> value : values) {
      sheet.row().put("VARIABLE_NAME", value.getKey()).put("VARIABLE_VALUE", value.getValue());
    }
  }

  void variablesInfo(RowSheet sheet, Session viewer) {
    for (SystemVariable variable : variables.list().all()) {
      boolean whole = variable.kind() instanceof VariableKind.Whole;
      sheet
          .row()
          .put("VARIABLE_NAME", variable.name())
          .put("VARIABLE_SOURCE", "COMPILED")
          .put("VARIABLE_PATH", "")
          .put("MIN_VALUE", whole ? min(variable) : "0")
          .put("MAX_VALUE", whole ? max(variable) : "0");
    }
  }

  private static String min(SystemVariable variable) {
    return variable.kind() instanceof VariableKind.Whole whole ? whole.min().toString() : "0";
  }

  private static String max(SystemVariable variable) {
    return variable.kind() instanceof VariableKind.Whole whole ? whole.max().toString() : "0";
  }

  void persisted(RowSheet sheet, Session viewer) {
    for (String name : variables.persisted()) {
      SystemVariable variable = variables.list().find(name);
      if (variable != null) {
        sheet
            .row()
            .put("VARIABLE_NAME", name)
            .put("VARIABLE_VALUE", variable.kind().show(variables.global(variable)));
      }
    }
  }

  void threads(RowSheet sheet, Session viewer) {
    long id = 0;
    for (String name : THREADS) {
      id++;
      boolean scheduler = name.equals("sql/event_scheduler");
      boolean foreground = scheduler || name.equals("sql/compress_gtid_table");
      thread(sheet, id, name, foreground ? "FOREGROUND" : "BACKGROUND");
      sheet.number("PROCESSLIST_ID", foreground ? (Long) (scheduler ? 5L : 7L) : null);
      if (foreground) {
        sheet
            .put("PROCESSLIST_USER", scheduler ? "event_scheduler" : null)
            .put("PROCESSLIST_HOST", scheduler ? "localhost" : null)
            .put("PROCESSLIST_COMMAND", "Daemon")
            .put("PROCESSLIST_TIME", status.uptime())
            .put("PROCESSLIST_STATE", scheduler ? "Waiting on empty queue" : "Suspending");
      }
    }
    for (Session session : server.sessions()) {
      Client client = session.client();
      thread(sheet, client.connectionId() + 36, "sql/one_connection", "FOREGROUND");
      boolean busy = session == viewer || session.running() != null;
      long since = Duration.between(session.since(), server.clock().instant()).toSeconds();
      sheet
          .put("PROCESSLIST_ID", client.connectionId())
          .put("PROCESSLIST_USER", client.user())
          .put("PROCESSLIST_HOST", client.ip())
          .put("PROCESSLIST_DB", session.schema())
          .put("PROCESSLIST_COMMAND", busy ? "Query" : "Sleep")
          .put("PROCESSLIST_TIME", busy ? 0 : Math.max(0, since))
          .put("PROCESSLIST_STATE", busy ? "executing" : null)
          .put("PROCESSLIST_INFO", session.running())
          .put("CONNECTION_TYPE", client.tls().version().isEmpty() ? "TCP/IP" : "SSL/TLS")
          .put("RESOURCE_GROUP", "USR_default");
    }
  }

  void consumers(RowSheet sheet, Session viewer) {
    boolean cpu = server.profile().versionNumber() >= CONSUMERS_HAVE_CPU;
    for (String name : CONSUMERS) {
      String plain = name.substring(1);
      if (cpu || !plain.equals("events_statements_cpu")) {
        sheet.row().put("NAME", plain).put("ENABLED", name.charAt(0) == '+' ? "YES" : "NO");
      }
    }
  }

  private static void thread(RowSheet sheet, long id, String name, String type) {
    sheet
        .row()
        .put("THREAD_ID", id)
        .put("NAME", "thread/" + name)
        .put("TYPE", type)
        .put("INSTRUMENTED", "YES")
        .put("HISTORY", "YES")
        .put("THREAD_OS_ID", id == 1 ? 1 : id + 37)
        .put("RESOURCE_GROUP", "SYS_default")
        .put("EXECUTION_ENGINE", "PRIMARY")
        .put("CONTROLLED_MEMORY", 0)
        .put("MAX_CONTROLLED_MEMORY", 0)
        .put("TOTAL_MEMORY", 8_240)
        .put("MAX_TOTAL_MEMORY", 16_480)
        .put("TELEMETRY_ACTIVE", "NO");
  }

  /** accounts, users and hosts: how many connections each has. */
  SystemTable.Source connections(boolean byUser, boolean byHost) {
    return (sheet, viewer) -> {
      var counts = new TreeMap<String, Integer>();
      for (Session session : server.sessions()) {
        Client client = session.client();
        String key = (byUser ? client.user() : "") + "\n" + (byHost ? client.ip() : "");
        counts.merge(key, 1, Integer::sum);
      }
      sheet.row().put("CURRENT_CONNECTIONS", 36).put("TOTAL_CONNECTIONS", 43);
      memory(sheet);
      counts.forEach(
          (key, count) -> {
            String[] parts = key.split("\n", -1);
            sheet
                .row()
                .put("USER", parts[0])
                .put("HOST", parts[1])
                .put("CURRENT_CONNECTIONS", count)
                .put("TOTAL_CONNECTIONS", count);
            memory(sheet);
          });
    };
  }

  private static void memory(RowSheet sheet) {
    sheet
        .put("MAX_SESSION_CONTROLLED_MEMORY", 1_098_896)
        .put("MAX_SESSION_TOTAL_MEMORY", 1_356_832);
  }
}

package io.honeypods.mysql.sql;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tables of information_schema that describe the server itself. */
final class InfoServer {
  private final SqlServer server;
  private final SystemDirectory directory;
  private final Grants grants;
  private final ServerStatus status;

  InfoServer(SqlServer server, SystemDirectory directory, Grants grants, ServerStatus status) {
    this.server = server;
    this.directory = directory;
    this.grants = grants;
    this.status = status;
  }

  static void engines(RowSheet sheet, Session viewer) {
    for (List<String> engine : SystemFacts.table("engines.txt", 6)) {
      sheet
          .row()
          .put("ENGINE", engine.get(0))
          .put("SUPPORT", engine.get(1))
          .put("COMMENT", engine.get(2))
          .put("TRANSACTIONS", orNull(engine.get(3)))
          .put("XA", orNull(engine.get(4)))
          .put("SAVEPOINTS", orNull(engine.get(5)));
    }
  }

  private static @Nullable String orNull(String cell) {
    return cell.equals("NULL") ? null : cell;
  }

  void plugins(RowSheet sheet, Session viewer) {
    for (List<String> plugin : SystemFacts.table("plugins.txt", 11)) {
      String number = String.valueOf(server.profile().versionNumber());
      sheet
          .row()
          .put("PLUGIN_NAME", plugin.get(0))
          .put("PLUGIN_VERSION", plugin.get(1))
          .put("PLUGIN_STATUS", plugin.get(2))
          .put("PLUGIN_TYPE", plugin.get(3))
          .put("PLUGIN_TYPE_VERSION", plugin.get(4).equals("@") ? number + ".0" : plugin.get(4))
          .put("PLUGIN_AUTHOR", plugin.get(7))
          .put("PLUGIN_DESCRIPTION", plugin.get(8))
          .put("PLUGIN_LICENSE", plugin.get(9))
          .put("LOAD_OPTION", plugin.get(10));
    }
  }

  static void charsets(RowSheet sheet, Session viewer) {
    for (List<String> charset : SystemFacts.table("charsets.txt", 4)) {
      sheet
          .row()
          .put("CHARACTER_SET_NAME", charset.get(0))
          .put("DEFAULT_COLLATE_NAME", charset.get(2))
          .put("DESCRIPTION", charset.get(1))
          .put("MAXLEN", Long.parseLong(charset.get(3)));
    }
  }

  static void collations(RowSheet sheet, Session viewer) {
    for (CollationFacts facts : CollationFacts.all()) {
      Collation collation = facts.collation();
      sheet
          .row()
          .put("COLLATION_NAME", collation.name())
          .put("CHARACTER_SET_NAME", collation.charset())
          .put("ID", collation.id())
          .put("IS_DEFAULT", collation.isDefault() ? "Yes" : "")
          .put("IS_COMPILED", "Yes")
          .put("SORTLEN", facts.sortLength())
          .put("PAD_ATTRIBUTE", facts.padding());
    }
  }

  void processes(RowSheet sheet, Session viewer) {
    boolean all = grants.hasAny(viewer, "PROCESS");
    if (all) {
      sheet
          .row()
          .put("ID", 5)
          .put("USER", "event_scheduler")
          .put("HOST", "localhost")
          .put("COMMAND", "Daemon")
          .put("TIME", status.uptime())
          .put("STATE", "Waiting on empty queue");
    }
    for (Session session : server.sessions()) {
      Client client = session.client();
      if (session == viewer || all || client.account().equals(viewer.client().account())) {
        String running = session.running();
        boolean busy = session == viewer || running != null;
        long since = Duration.between(session.since(), server.clock().instant()).toSeconds();
        sheet
            .row()
            .put("ID", client.connectionId())
            .put("USER", client.user())
            .put("HOST", client.ip() + ":" + client.port())
            .put("DB", session.schema())
            .put("COMMAND", busy ? "Query" : "Sleep")
            .put("TIME", session == viewer ? 0 : Math.max(0, since))
            .put("STATE", busy ? "executing" : "")
            .put("INFO", running)
            .put("EXECUTION_ENGINE", "PRIMARY");
      }
    }
  }

  /** The files of table spaces, which mysqldump asks for. */
  void files(RowSheet sheet, Session viewer) {
    int space = 1;
    for (Schema schema : directory.schemas(viewer)) {
      for (TableInfo table : directory.tables(schema)) {
        if ("InnoDB".equals(table.engine()) && !schema.name().equals("mysql")) {
          file(
              sheet,
              ++space,
              "./" + schema.name() + "/" + table.name() + ".ibd",
              schema.name() + "/" + table.name(),
              "TABLESPACE");
        }
      }
    }
    file(sheet, 0, "./ibdata1", "innodb_system", "TABLESPACE");
    file(sheet, 4_294_967_293L, "./ibtmp1", "innodb_temporary", "TEMPORARY");
    file(sheet, 4_294_967_279L, "./undo_001", "innodb_undo_001", "UNDO LOG");
    file(sheet, 4_294_967_278L, "./undo_002", "innodb_undo_002", "UNDO LOG");
    file(sheet, 4_294_967_294L, "./mysql.ibd", "mysql", "TABLESPACE");
  }

  private static void file(RowSheet sheet, long id, String path, String space, String type) {
    sheet
        .row()
        .put("FILE_ID", id)
        .put("FILE_NAME", path)
        .put("FILE_TYPE", type)
        .put("TABLESPACE_NAME", space)
        .put("TABLE_CATALOG", "")
        .put("ENGINE", "InnoDB")
        .put("FREE_EXTENTS", 0)
        .put("TOTAL_EXTENTS", 0)
        .put("EXTENT_SIZE", 1_048_576)
        .put("INITIAL_SIZE", 114_688)
        .put("AUTOEXTEND_SIZE", 1_048_576)
        .put("DATA_FREE", 0)
        .put("STATUS", "NORMAL");
  }

  void innodbTables(RowSheet sheet, Session viewer) {
    long id = 1_060;
    for (Schema schema : directory.schemas(viewer)) {
      for (TableInfo table : directory.tables(schema)) {
        if ("InnoDB".equals(table.engine())) {
          String name = schema.name() + "/" + table.name();
          id++;
          sheet
              .row()
              .put("TABLE_ID", id)
              .put("NAME", name)
              .put("FLAG", 33)
              .put("N_COLS", table.columns().size() + 3L)
              .put("SPACE", id - 1_059)
              .put("ROW_FORMAT", "Dynamic")
              .put("ZIP_PAGE_SIZE", 0)
              .put("SPACE_TYPE", schema.name().equals("mysql") ? "General" : "Single")
              .put("INSTANT_COLS", 0)
              .put("STATS_INITIALIZED", "Initialized")
              .put("NUM_ROWS", table.rows())
              .put("CLUST_INDEX_SIZE", table.dataLength() / 16_384)
              .put("OTHER_INDEX_SIZE", table.indexLength() / 16_384)
              .put("MODIFIED_COUNTER", 0)
              .put("AUTOINC", Objects.requireNonNullElse(table.nextAutoIncrement(), 0L))
              .put("REF_COUNT", 2);
        }
      }
    }
  }

  static void resourceGroups(RowSheet sheet, Session viewer) {
    for (String name : List.of("USR_default", "SYS_default")) {
      sheet
          .row()
          .put("RESOURCE_GROUP_NAME", name)
          .put("RESOURCE_GROUP_TYPE", name.startsWith("USR") ? "USER" : "SYSTEM")
          .put("RESOURCE_GROUP_ENABLED", 1)
          .put("VCPU_IDS", "0-3")
          .put("THREAD_PRIORITY", 0);
    }
  }
}

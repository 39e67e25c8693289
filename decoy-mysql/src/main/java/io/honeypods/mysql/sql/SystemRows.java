package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which system table has its rows from where; the others are empty. */
final class SystemRows {
  private final Map<String, SystemTable.Source> sources = new HashMap<>();

  SystemRows(
      InfoObjects objects,
      InfoRoutines routines,
      InfoPrivileges privileges,
      InfoServer info,
      PerformanceTables performance) {
    objects(objects, new InfoKeys(objects));
    info("ROUTINES", routines::routines);
    info("TRIGGERS", routines::triggers);
    info("EVENTS", routines::events);
    info("USER_PRIVILEGES", privileges::global);
    info("SCHEMA_PRIVILEGES", privileges::schemas);
    info("TABLE_PRIVILEGES", privileges::tables);
    info("COLUMN_PRIVILEGES", privileges::columns);
    info("USER_ATTRIBUTES", privileges::attributes);
    server(info);
    performance(performance, info);
    sources.put("sys.version", SystemRows::sysVersion);
  }

  private void objects(InfoObjects objects, InfoKeys keys) {
    info("SCHEMATA", objects::schemata);
    info("SCHEMATA_EXTENSIONS", objects::schemataExtensions);
    info("TABLES", objects::tables);
    info("TABLES_EXTENSIONS", objects::extensions);
    info("COLUMNS", objects::columns);
    info("COLUMNS_EXTENSIONS", objects::columnExtensions);
    info("VIEWS", objects::views);
    info("PARTITIONS", objects::partitions);
    info("STATISTICS", keys::statistics);
    info("KEY_COLUMN_USAGE", keys::keyColumns);
    info("TABLE_CONSTRAINTS", keys::constraints);
    info("TABLE_CONSTRAINTS_EXTENSIONS", keys::constraintExtensions);
    info("REFERENTIAL_CONSTRAINTS", keys::references);
  }

  private void server(InfoServer info) {
    info("ENGINES", InfoServer::engines);
    info("PLUGINS", info::plugins);
    info("CHARACTER_SETS", InfoServer::charsets);
    info("COLLATIONS", InfoServer::collations);
    info("COLLATION_CHARACTER_SET_APPLICABILITY", InfoServer::collations);
    info("PROCESSLIST", info::processes);
    info("FILES", info::files);
    info("INNODB_TABLES", info::innodbTables);
    info("INNODB_TABLESTATS", info::innodbTables);
    info("RESOURCE_GROUPS", InfoServer::resourceGroups);
  }

  private void performance(PerformanceTables tables, InfoServer info) {
    performance("global_variables", tables.variables(true));
    performance("session_variables", tables.variables(false));
    performance("global_status", tables.status(true));
    performance("session_status", tables.status(false));
    performance("variables_info", tables::variablesInfo);
    performance("persisted_variables", tables::persisted);
    performance("threads", tables::threads);
    performance("setup_consumers", tables::consumers);
    performance("processlist", info::processes);
    performance("accounts", tables.connections(true, true));
    performance("users", tables.connections(true, false));
    performance("hosts", tables.connections(false, true));
  }

  private void info(String table, SystemTable.Source source) {
    sources.put("information_schema." + table, source);
  }

  private void performance(String table, SystemTable.Source source) {
    sources.put("performance_schema." + table, source);
  }

  private static void sysVersion(RowSheet sheet, Session viewer) {
    sheet
        .row()
        .put("sys_version", "2.1.3")
        .put("mysql_version", viewer.server().profile().version());
  }

  /** The computed tables, each with its rows. */
  List<SystemTable> fill(List<SystemTable> tables) {
    var filled = new ArrayList<SystemTable>();
    for (SystemTable table : tables) {
      SystemTable.Source source = sources.get(table.schema() + "." + table.name());
      filled.add(source == null ? table : table.with(source));
    }
    return filled;
  }
}

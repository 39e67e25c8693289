package io.honeypods.mysql.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes the system's tables that are tables in earnest: those of {@code mysql}, and one of sys. */
final class SystemSchemas {
  private SystemSchemas() {}

  /** Puts base tables into the catalogue; gives back those that are computed. */
  static List<SystemTable> install(Catalogue catalogue, Instant installed) {
    var computed = new ArrayList<SystemTable>();
    for (SystemTable table : SystemTables.read()) {
      boolean base =
          table.kind() == SystemTable.Kind.BASE && !table.schema().equals("performance_schema");
      if (base) {
        catalogue
            .schemas()
            .computeIfAbsent(table.schema(), name -> new Schema(name, Collation.DEFAULT))
            .tables()
            .put(table.name(), table(table, installed));
      } else {
        computed.add(table);
      }
    }
    return computed;
  }

  private static Table table(SystemTable look, Instant installed) {
    var table =
        new Table(
            look.schema(),
            look.name(),
            false,
            new Table.Options(look.engine(), look.collation(), look.comment(), look.options()),
            look.columns(),
            look.keys(),
            List.of(),
            installed);
    var sheet = new RowSheet(look.columns());
    rows(look.name(), sheet, installed);
    for (List<Value> row : sheet.rows()) {
      table.add(row.toArray(Value[]::new), installed);
    }
    return table;
  }

  private static void rows(String table, RowSheet sheet, Instant installed) {
    switch (table) {
      case "sys_config" -> {
        for (String pair :
            List.of(
                "diagnostics.allow_i_s_tables=OFF",
                "diagnostics.include_raw=OFF",
                "ps_thread_trx_info.max_length=65535",
                "statement_performance_analyzer.limit=100",
                "statement_performance_analyzer.view",
                "statement_truncate_len=64")) {
          int sign = pair.indexOf('=');
          sheet
              .row()
              .put("variable", sign < 0 ? pair : pair.substring(0, sign))
              .put("value", sign < 0 ? null : pair.substring(sign + 1))
              .put("set_time", installed);
        }
      }
      case "server_cost" ->
          List.of(
                  "disk_temptable_create_cost",
                  "disk_temptable_row_cost",
                  "key_compare_cost",
                  "memory_temptable_create_cost",
                  "memory_temptable_row_cost",
                  "row_evaluate_cost")
              .forEach(name -> sheet.row().put("cost_name", name).put("last_update", installed));
      case "engine_cost" ->
          List.of("io_block_read_cost", "memory_block_read_cost")
              .forEach(
                  name ->
                      sheet
                          .row()
                          .put("engine_name", "default")
                          .put("device_type", 0)
                          .put("cost_name", name)
                          .put("last_update", installed));
      case "innodb_table_stats" -> {
        for (String name : List.of("mysql.component", "sys.sys_config")) {
          int dot = name.indexOf('.');
          sheet
              .row()
              .put("database_name", name.substring(0, dot))
              .put("table_name", name.substring(dot + 1))
              .put("last_update", installed)
              .put("n_rows", name.startsWith("sys") ? 6 : 0)
              .put("clustered_index_size", 1)
              .put("sum_of_other_index_sizes", 0);
        }
      }
      default -> {}
    }
  }
}

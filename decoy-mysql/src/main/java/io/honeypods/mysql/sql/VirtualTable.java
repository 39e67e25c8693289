package io.honeypods.mysql.sql;

import java.util.List;

/** A table of the system that is computed when somebody looks. */
interface VirtualTable {
  String schema();

  String name();

  List<TableColumn> columns();

  /** Its rows as somebody may see them, each with a value for each column. */
  List<List<Value>> rows(Session viewer);
}

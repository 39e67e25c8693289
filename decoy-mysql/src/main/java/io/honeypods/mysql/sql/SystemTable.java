package io.honeypods.mysql.sql;

import java.util.List;

/**
 * A table of the system: what it looks like, and what its rows are computed by.
 *
 * @param engine empty where it has none
 * @param options as SHOW TABLE STATUS shows them
 */
record SystemTable(
    String schema,
    String name,
    Kind kind,
    String engine,
    Collation collation,
    String options,
    String comment,
    List<TableColumn> columns,
    List<Key> keys,
    Source source)
    implements VirtualTable {
  SystemTable {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
  }

  @Override
  public List<List<Value>> rows(Session viewer) {
    var sheet = new RowSheet(columns);
    source.fill(sheet, viewer);
    return sheet.rows();
  }

  SystemTable with(Source filled) {
    return new SystemTable(
        schema, name, kind, engine, collation, options, comment, columns, keys, filled);
  }

  /** What information_schema says that it is. */
  enum Kind {
    SYSTEM_VIEW("SYSTEM VIEW"),
    VIEW("VIEW"),
    BASE("BASE TABLE");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /** Puts the rows that somebody may see onto a sheet. */
  @FunctionalInterface
  interface Source {
    Source NONE = (sheet, viewer) -> {};

    void fill(RowSheet sheet, Session viewer);
  }
}

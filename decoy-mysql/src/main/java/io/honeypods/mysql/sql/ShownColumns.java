package io.honeypods.mysql.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How results describe the columns of information_schema: as the server's own views define them.
 */
final class ShownColumns {
  private static final int CELLS = 15;
  private static final String LIST = "shown.txt";
  private static final Map<String, Looks> ALL = read();

  private ShownColumns() {}

  /**
   * What a column looks like from outside.
   *
   * @param table the original table
   */
  record Look(String schema, String table, ResultType type, int flags) {}

  /**
   * Straight from the view, and behind a temporary table.
   *
   * @param named whether results call it as the view does, however a query wrote it
   */
  record Looks(Look direct, Look sorted, boolean named) {
    Looks behindSort() {
      return new Looks(sorted, sorted, named);
    }
  }

  /** A column of a view of the system; null for what is told as it is. */
  static @Nullable Looks of(VirtualTable table, TableColumn column, int flags) {
    if (table.schema().equals("sys")) {
      var look = new Look("", "", Fields.type(column), flags);
      return new Looks(look, look, false);
    }
    return table.schema().equals("information_schema")
        ? ALL.get(key(table.name(), column.name()))
        : null;
  }

  private static String key(String table, String column) {
    return (table + "." + column).toUpperCase(Locale.ROOT);
  }

  private static Map<String, Looks> read() {
    var all = new HashMap<String, Looks>();
    for (List<String> cells : SystemFacts.table(LIST, CELLS)) {
      String table = cells.get(0);
      Look direct = look(cells.get(2), cells.subList(3, 9));
      all.put(
          key(table, cells.get(1)),
          new Looks(
              direct,
              look(cells.get(2), cells.subList(9, 15)),
              direct.table().equals(table) && !direct.schema().equals("information_schema")));
    }
    return all;
  }

  private static Look look(String schema, List<String> cells) {
    boolean text = !cells.get(2).equals("63");
    long length = Long.parseLong(cells.get(3));
    Collation collation = text ? Collation.UTF8MB3 : Collation.BINARY;
    int flags = Integer.parseInt(cells.get(4), 16);
    var type =
        new ResultType(
            ColumnType.valueOf(cells.get(1)),
            text && length < Integer.MAX_VALUE * 2L ? length / 4 : length,
            Integer.parseInt(cells.get(5)),
            (flags & 32) != 0,
            (flags & 1) == 0,
            collation);
    return new Look(schema, cells.get(0), type, flags);
  }
}

package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the columns of each SHOW statement are described as. */
final class ShowShape {
  private static final Map<String, List<ColumnDefinition>> SHAPES = read();

  private static final int PART_KEY = 0x4000;

  private ShowShape() {}

  static List<ColumnDefinition> of(String statement) {
    return Objects.requireNonNull(SHAPES.get(statement), statement);
  }

  /** The same with another name for the first column. */
  static List<ColumnDefinition> named(String statement, String first) {
    var columns = new ArrayList<>(of(statement));
    ColumnDefinition old = columns.getFirst();
    columns.set(
        0,
        new ColumnDefinition(
            old.schema(),
            old.table(),
            old.originalTable(),
            first,
            old.originalName().isEmpty() ? "" : first,
            old.collation(),
            old.length(),
            old.type(),
            old.flags(),
            old.decimals()));
    return columns;
  }

  /** The same with PART_KEY on columns that a condition finds rows by. */
  static List<ColumnDefinition> keyed(List<ColumnDefinition> columns, Set<String> names) {
    return columns.stream()
        .map(
            column ->
                names.contains(column.name().toLowerCase(Locale.ROOT))
                        && !column.originalTable().isEmpty()
                    ? flagged(column, PART_KEY)
                    : column)
        .toList();
  }

  static ColumnDefinition flagged(ColumnDefinition column, int more) {
    return new ColumnDefinition(
        column.schema(),
        column.table(),
        column.originalTable(),
        column.name(),
        column.originalName(),
        column.collation(),
        column.length(),
        column.type(),
        column.flags() | more,
        column.decimals());
  }

  /** The columns as a condition of WHERE refers to them. */
  static List<TableColumn> tableColumns(List<ColumnDefinition> columns) {
    return columns.stream().map(ShowShape::tableColumn).toList();
  }

  private static TableColumn tableColumn(ColumnDefinition column) {
    DataType type =
        switch (column.type()) {
          case TINY, SHORT, LONG, LONGLONG, INT24, YEAR ->
              (column.flags() & 32) != 0
                  ? DataType.unsigned(TypeName.BIGINT)
                  : DataType.of(TypeName.BIGINT);
          case FLOAT, DOUBLE -> DataType.of(TypeName.DOUBLE);
          case NEWDECIMAL -> DataType.decimal(20, 6);
          case TIMESTAMP, DATETIME -> DataType.of(TypeName.DATETIME);
          case DATE -> DataType.of(TypeName.DATE);
          case TIME -> DataType.of(TypeName.TIME);
          default -> DataType.text(TypeName.VARCHAR, column.length() / 4, Collation.UTF8MB3);
        };
    return TableColumn.of(column.name(), type, (column.flags() & 1) == 0);
  }

  private static Map<String, List<ColumnDefinition>> read() {
    var shapes = new HashMap<String, List<ColumnDefinition>>();
    List<ColumnDefinition> current = new ArrayList<>();
    for (String line : SystemFacts.lines("show.txt")) {
      if (line.startsWith("[")) {
        current = new ArrayList<>();
        shapes.put(line.substring(1, line.length() - 1), current);
      } else {
        current.add(column(line.split("\\|", -1)));
      }
    }
    return shapes;
  }

  private static ColumnDefinition column(String[] cells) {
    return new ColumnDefinition(
        cells[3],
        cells[1],
        cells[2],
        cells[0],
        cells[4],
        Integer.parseInt(cells[8]),
        Long.parseLong(cells[6]),
        ColumnType.valueOf(cells[5]),
        Integer.parseInt(cells[7]),
        Integer.parseInt(cells[9]));
  }
}

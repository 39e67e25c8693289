package io.honeypods.mysql.sql;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a table, view or system table alike.
 *
 * @param kind as information_schema's TABLE_TYPE says it
 * @param engine null for what has none
 * @param options as SHOW TABLE STATUS writes them
 * @param size what the rows take, in bytes
 * @param nextAutoIncrement null where no column counts
 * @param view its definition where it is one that somebody made
 */
record TableInfo(
    String schema,
    String name,
    String kind,
    @Nullable String engine,
    Collation collation,
    String options,
    String comment,
    List<TableColumn> columns,
    List<Key> keys,
    List<Key.Foreign> foreignKeys,
    long rows,
    long size,
    @Nullable Long nextAutoIncrement,
    Instant created,
    @Nullable Instant updated,
    @Nullable View view) {
  private static final int PAGE = 16_384;

  TableInfo {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
    foreignKeys = List.copyOf(foreignKeys);
  }

  static TableInfo of(Table table) {
    boolean counts = table.columns().stream().anyMatch(TableColumn::autoIncrement);
    return new TableInfo(
        table.schema(),
        table.name(),
        "BASE TABLE",
        table.options().engine(),
        table.options().collation(),
        table.options().more(),
        table.options().comment(),
        table.columns(),
        sorted(table),
        table.foreignKeys(),
        table.rowCount(),
        table.bytes(),
        counts ? (Long) table.nextAutoIncrement() : null,
        table.created(),
        table.updated(),
        null);
  }

  /**
   * The keys as lists have them: the primary one, unique ones without NULL, unique ones, others.
   */
  private static List<Key> sorted(Table table) {
    return table.keys().stream().sorted(Comparator.comparingInt(key -> rank(table, key))).toList();
  }

  private static int rank(Table table, Key key) {
    return switch (key.kind()) {
      case PRIMARY -> 0;
      case UNIQUE ->
          key.parts().stream()
                  .map(part -> table.position(part.column()))
                  .anyMatch(at -> at >= 0 && table.columns().get(at).nullable())
              ? 2
              : 1;
      case INDEX -> 3;
      case SPATIAL -> 4;
      case FULLTEXT -> 5;
    };
  }

  static TableInfo of(View view, List<TableColumn> columns, Instant created) {
    return new TableInfo(
        view.schema(),
        view.name(),
        "VIEW",
        null,
        Collation.DEFAULT,
        "",
        "VIEW",
        columns,
        List.of(),
        List.of(),
        0,
        0,
        null,
        created,
        null,
        view);
  }

  static TableInfo of(SystemTable table, Instant created) {
    return new TableInfo(
        table.schema(),
        table.name(),
        table.kind().label(),
        table.engine().isEmpty() ? null : table.engine(),
        table.collation(),
        table.options(),
        table.kind() == SystemTable.Kind.VIEW ? "VIEW" : table.comment(),
        table.columns(),
        table.keys(),
        List.of(),
        0,
        0,
        null,
        created,
        null,
        null);
  }

  boolean isView() {
    return kind.equals("VIEW");
  }

  boolean isBase() {
    return kind.equals("BASE TABLE");
  }

  /** Whether it is kept in pages, whose sizes can be told. */
  boolean hasPages() {
    return "InnoDB".equals(engine) || "MyISAM".equals(engine);
  }

  long dataLength() {
    return hasPages() ? Math.max(PAGE, (size * 5 / 4 + PAGE - 1) / PAGE * PAGE) : 0;
  }

  long indexLength() {
    return hasPages() ? PAGE * keys.stream().filter(key -> !key.equals(primary())).count() : 0;
  }

  /** The primary key, or the first unique one that serves as such. */
  @Nullable Key primary() {
    for (Key key : keys) {
      if (key.kind() == Key.Kind.PRIMARY) {
        return key;
      }
    }
    return keys.stream()
        .filter(key -> key.kind() == Key.Kind.UNIQUE && isComplete(key))
        .findFirst()
        .orElse(null);
  }

  @Nullable TableColumn column(String wanted) {
    return columns.stream()
        .filter(column -> column.name().equalsIgnoreCase(wanted))
        .findFirst()
        .orElse(null);
  }

  private boolean isComplete(Key key) {
    return key.parts().stream()
        .allMatch(
            part -> {
              TableColumn column = column(part.column());
              return column != null && !column.nullable() && part.prefix() == 0;
            });
  }
}

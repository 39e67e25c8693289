package io.honeypods.mysql.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A table and its rows, in the order of its primary key. Guarded by the server's lock. */
final class Table {
  private final String schema;
  private final String name;
  private final boolean temporary;
  private final Options options;
  private final Instant created;
  private final List<TableColumn> columns;
  private final List<Key> keys;
  private final List<Key.Foreign> foreignKeys;
  private final Map<String, Integer> positions = new HashMap<>();
  private final TreeMap<RowKey, Value[]> rows = new TreeMap<>();
  private final UniqueKeys unique;
  private final UncommittedRows uncommitted = new UncommittedRows();
  private long nextAutoIncrement = 1;
  private long nextRow;
  private long bytes;
  private @Nullable Instant updated;

  Table(
      String schema,
      String name,
      boolean temporary,
      Options options,
      List<TableColumn> columns,
      List<Key> keys,
      List<Key.Foreign> foreignKeys,
      Instant created) {
    this.schema = schema;
    this.name = name;
    this.temporary = temporary;
    this.options = options;
    this.columns = List.copyOf(columns);
    this.keys = List.copyOf(keys);
    this.foreignKeys = List.copyOf(foreignKeys);
    this.created = created;
    for (int i = 0; i < columns.size(); i++) {
      positions.put(columns.get(i).name().toLowerCase(Locale.ROOT), i);
    }
    this.unique = new UniqueKeys(this.columns, this.keys, this::position, rows::containsKey);
  }

  String schema() {
    return schema;
  }

  String name() {
    return name;
  }

  boolean temporary() {
    return temporary;
  }

  Options options() {
    return options;
  }

  Instant created() {
    return created;
  }

  /** When a row was last changed, null if never. */
  @Nullable Instant updated() {
    return updated;
  }

  List<TableColumn> columns() {
    return columns;
  }

  List<Key> keys() {
    return keys;
  }

  List<Key.Foreign> foreignKeys() {
    return foreignKeys;
  }

  /** The index of a column, in any case, or -1. */
  int position(String column) {
    return positions.getOrDefault(column.toLowerCase(Locale.ROOT), -1);
  }

  /** What keeps rows from being the same, and finds them. */
  UniqueKeys unique() {
    return unique;
  }

  int rowCount() {
    return rows.size();
  }

  /** What its rows take, as the catalogue reckons. */
  long bytes() {
    return bytes;
  }

  long nextAutoIncrement() {
    return nextAutoIncrement;
  }

  void nextAutoIncrement(long next) {
    nextAutoIncrement = next;
  }

  /** The rows as they are; not to be changed. */
  Collection<Value[]> rows() {
    return rows.values();
  }

  /** The rows as a session sees them: what others have not committed is as it was before. */
  Collection<Value[]> rows(Transaction viewer) {
    return uncommitted.visible(rows, viewer);
  }

  /** What transactions have changed and not yet committed. */
  UncommittedRows uncommitted() {
    return uncommitted;
  }

  /** Rows with their keys, for statements that change them. */
  List<Map.Entry<RowKey, Value[]>> entries() {
    return new ArrayList<>(rows.entrySet());
  }

  Value @Nullable [] row(RowKey at) {
    return rows.get(at);
  }

  /** Adds a row that collides with none. */
  RowKey add(Value[] row, Instant now) {
    RowKey ordered = unique.place(row);
    RowKey at = ordered == null ? new RowKey(List.of(), nextRow++) : ordered;
    putBack(at, row);
    updated = now;
    return at;
  }

  /** Adds a row where it was. */
  void putBack(RowKey at, Value[] row) {
    rows.put(at, row);
    unique.add(row, at);
    bytes += size(row);
  }

  Value[] remove(RowKey at) {
    Value[] row = rows.remove(at);
    if (row == null) {
      throw new IllegalStateException("no row at " + at + " of " + name);
    }
    unique.remove(row);
    bytes -= size(row);
    return row;
  }

  /** What a row takes in memory, roughly. */
  static long size(Value[] row) {
    long size = 48;
    for (Value value : row) {
      size += Values.footprint(value);
    }
    return size;
  }

  /**
   * What follows the columns in CREATE TABLE.
   *
   * @param more further options as SHOW CREATE TABLE writes them, such as {@code
   *     ROW_FORMAT=DYNAMIC}
   */
  record Options(String engine, Collation collation, String comment, String more) {}
}

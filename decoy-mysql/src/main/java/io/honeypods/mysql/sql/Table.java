package io.honeypods.mysql.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
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
  private final Map<Key, TreeMap<RowKey, RowKey>> unique = new HashMap<>();
  private final @Nullable Key clustered;
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
    this.clustered = findClustered();
    for (Key key : keys) {
      if (key.unique() && !key.equals(clustered)) {
        unique.put(key, new TreeMap<>());
      }
    }
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

  /** The key by which the rows are ordered, or null where that is the order of insertion. */
  @Nullable Key clustered() {
    return clustered;
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

  /** A row that a new one would collide with, and the key in which, or null. */
  @Nullable Conflict conflict(Value[] row, @Nullable RowKey except) {
    for (Key key : keys) {
      if (!key.unique() || hasNull(key, row)) {
        continue;
      }
      RowKey at = keyOf(key, row, 0);
      RowKey found =
          key.equals(clustered) ? (rows.containsKey(at) ? at : null) : index(key).get(at);
      if (found != null && !found.equals(except)) {
        return new Conflict(key, found);
      }
    }
    return null;
  }

  /** Adds a row that collides with none. */
  RowKey add(Value[] row, Instant now) {
    RowKey at = clustered == null ? new RowKey(List.of(), nextRow++) : keyOf(clustered, row, 0);
    putBack(at, row);
    updated = now;
    return at;
  }

  /** Adds a row where it was. */
  void putBack(RowKey at, Value[] row) {
    rows.put(at, row);
    unique.forEach(
        (key, index) -> {
          if (!hasNull(key, row)) {
            index.put(keyOf(key, row, 0), at);
          }
        });
    bytes += size(row);
  }

  Value[] remove(RowKey at) {
    Value[] row = rows.remove(at);
    if (row == null) {
      throw new IllegalStateException("no row at " + at + " of " + name);
    }
    unique.forEach(
        (key, index) -> {
          if (!hasNull(key, row)) {
            index.remove(keyOf(key, row, 0));
          }
        });
    bytes -= size(row);
    return row;
  }

  /** Finds rows by a unique key whose columns all have known values; null if there is none. */
  @Nullable RowKey find(Key key, Value[] probe) {
    RowKey at = keyOf(key, probe, 0);
    if (key.equals(clustered)) {
      return rows.containsKey(at) ? at : null;
    }
    return index(key).get(at);
  }

  /** What a row takes in memory, roughly. */
  static long size(Value[] row) {
    long size = 48;
    for (Value value : row) {
      size += Values.footprint(value);
    }
    return size;
  }

  private NavigableMap<RowKey, RowKey> index(Key key) {
    TreeMap<RowKey, RowKey> index = unique.get(key);
    if (index == null) {
      throw new IllegalStateException("no index for " + key);
    }
    return index;
  }

  private boolean hasNull(Key key, Value[] row) {
    for (Key.Part part : key.parts()) {
      if (row[position(part.column())] instanceof Value.Null) {
        return true;
      }
    }
    return false;
  }

  private RowKey keyOf(Key key, Value[] row, long tie) {
    var parts = new ArrayList<Comparable<?>>(key.parts().size());
    for (Key.Part part : key.parts()) {
      int at = position(part.column());
      parts.add(
          Comparison.sortKey(
              Values.prefix(row[at], part.prefix()), columns.get(at).type().collation()));
    }
    return new RowKey(parts, tie);
  }

  private @Nullable Key findClustered() {
    Key first = null;
    for (Key key : keys) {
      if (key.kind() == Key.Kind.PRIMARY) {
        return key;
      }
      boolean whole =
          key.kind() == Key.Kind.UNIQUE
              && key.parts().stream()
                  .allMatch(
                      part -> {
                        int at = position(part.column());
                        return at >= 0 && !columns.get(at).nullable() && part.prefix() == 0;
                      });
      if (whole && first == null) {
        first = key;
      }
    }
    return first;
  }

  /** A row that stands in the way of another. */
  record Conflict(Key key, RowKey at) {}

  /**
   * What follows the columns in CREATE TABLE.
   *
   * @param more further options as SHOW CREATE TABLE writes them, such as {@code
   *     ROW_FORMAT=DYNAMIC}
   */
  record Options(String engine, Collation collation, String comment, String more) {}
}

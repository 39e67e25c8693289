package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The unique keys of a table: the one that orders its rows, and the indexes of the others. */
final class UniqueKeys {
  private final List<TableColumn> columns;
  private final List<Key> keys;
  private final ToIntFunction<String> positions;
  private final Predicate<RowKey> taken;
  private final @Nullable Key clustered;
  private final Map<Key, TreeMap<RowKey, RowKey>> indexes = new HashMap<>();

  /**
   * @param positions the index of a column, or -1
   * @param taken whether there is a row at a place
   */
  UniqueKeys(
      List<TableColumn> columns,
      List<Key> keys,
      ToIntFunction<String> positions,
      Predicate<RowKey> taken) {
    this.columns = columns;
    this.keys = keys;
    this.positions = positions;
    this.taken = taken;
    this.clustered = findClustered();
    for (Key key : keys) {
      if (key.unique() && !key.equals(clustered)) {
        indexes.put(key, new TreeMap<>());
      }
    }
  }

  /** A row that stands in the way of another. */
  record Conflict(Key key, RowKey at) {}

  /** The key by which the rows are ordered, or null where that is the order of insertion. */
  @Nullable Key clustered() {
    return clustered;
  }

  /** Where a row belongs by the key that orders them, or null where there is none. */
  @Nullable RowKey place(Value[] row) {
    return clustered == null ? null : keyOf(clustered, row);
  }

  void add(Value[] row, RowKey at) {
    indexes.forEach(
        (key, index) -> {
          if (!hasNull(key, row)) {
            index.put(keyOf(key, row), at);
          }
        });
  }

  void remove(Value[] row) {
    indexes.forEach(
        (key, index) -> {
          if (!hasNull(key, row)) {
            index.remove(keyOf(key, row));
          }
        });
  }

  /** A row that a new one would collide with, and the key in which, or null. */
  @Nullable Conflict conflict(Value[] row, @Nullable RowKey except) {
    for (Key key : keys) {
      if (!key.unique() || hasNull(key, row)) {
        continue;
      }
      RowKey found = find(key, row);
      if (found != null && !found.equals(except)) {
        return new Conflict(key, found);
      }
    }
    return null;
  }

  /** Finds rows by a unique key whose columns all have known values; null if there is none. */
  @Nullable RowKey find(Key key, Value[] probe) {
    RowKey at = keyOf(key, probe);
    if (key.equals(clustered)) {
      return taken.test(at) ? at : null;
    }
    TreeMap<RowKey, RowKey> index = indexes.get(key);
    if (index == null) {
      throw new IllegalStateException("no index for " + key);
    }
    return index.get(at);
  }

  private boolean hasNull(Key key, Value[] row) {
    for (Key.Part part : key.parts()) {
      if (row[positions.applyAsInt(part.column())] instanceof Value.Null) {
        return true;
      }
    }
    return false;
  }

  private RowKey keyOf(Key key, Value[] row) {
    var parts = new ArrayList<Comparable<?>>(key.parts().size());
    for (Key.Part part : key.parts()) {
      int at = positions.applyAsInt(part.column());
      parts.add(
          Comparison.sortKey(
              Values.prefix(row[at], part.prefix()), columns.get(at).type().collation()));
    }
    return new RowKey(parts, 0);
  }

  private @Nullable Key findClustered() {
    Key first = null;
    for (Key key : keys) {
      if (key.kind() == Key.Kind.PRIMARY) {
        return key;
      }
      boolean whole = key.kind() == Key.Kind.UNIQUE && key.parts().stream().allMatch(this::whole);
      if (whole && first == null) {
        first = key;
      }
    }
    return first;
  }

  private boolean whole(Key.Part part) {
    int at = positions.applyAsInt(part.column());
    return at >= 0 && !columns.get(at).nullable() && part.prefix() == 0;
  }
}

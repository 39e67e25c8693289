package io.honeypods.mysql.sql;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of a table that open transactions have changed, and what they were before. */
final class UncommittedRows {
  private final Map<RowKey, Change> changes = new HashMap<>();

  /** Whose a change is, and the row that there was, or null. */
  private static final class Change {
    private final Transaction owner;
    private final Value @Nullable [] before;

    Change(Transaction owner, Value @Nullable [] before) {
      this.owner = owner;
      this.before = before;
    }
  }

  /** A row is changed for the first time by a transaction. */
  void add(RowKey at, Transaction owner, Value @Nullable [] before) {
    changes.putIfAbsent(at, new Change(owner, before));
  }

  boolean isOfOther(RowKey at, Transaction viewer) {
    Change change = changes.get(at);
    return change != null && change.owner != viewer;
  }

  boolean hasOfOthers(Transaction viewer) {
    return changes.values().stream().anyMatch(change -> change.owner != viewer);
  }

  /** A transaction is over. */
  void settle(Transaction owner) {
    changes.values().removeIf(change -> change.owner == owner);
  }

  Collection<Value[]> visible(SortedMap<RowKey, Value[]> rows, Transaction viewer) {
    if (changes.isEmpty() || !hasOfOthers(viewer)) {
      return rows.values();
    }
    var seen = new TreeMap<RowKey, Value[]>(rows);
    changes.forEach(
        (at, change) -> {
          Value[] before = change.before;
          if (change.owner == viewer) {
            return;
          }
          if (before == null) {
            seen.remove(at);
          } else {
            seen.put(at, before);
          }
        });
    return seen.values();
  }
}

package io.honeypods.mysql.sql;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the rows of a table again among joined ones. */
final class RowLocator {
  private final Run run;

  RowLocator(Run run) {
    this.run = run;
  }

  /** The rows of one table among joined ones, each once. */
  Map<RowKey, Value[]> locate(ChangeTarget target, List<Value[]> rows) {
    int width = target.table().columns().size();
    Map<RowIdentity, RowKey> places = new java.util.HashMap<>();
    for (Map.Entry<RowKey, Value[]> entry : target.table().entries()) {
      places.put(new RowIdentity(entry.getValue()), entry.getKey());
    }
    var located = new LinkedHashMap<RowKey, Value[]>();
    var byContent = new HashSet<RowKey>();
    for (Value[] row : rows) {
      run.tick();
      RowKey at = places.get(new RowIdentity(row));
      if (at == null) {
        at = search(target, row, width, byContent);
      }
      if (at != null) {
        located.putIfAbsent(at, row);
      } else if (target.table().uncommitted().hasOfOthers(run.session().transaction())) {
        throw RowChanges.lockWait(run);
      }
    }
    return located;
  }

  /** Joined rows are copies, so that they are found by what they hold. */
  @SuppressWarnings("ReferenceEquality") // joined rows share the values of the rows they are of
  private static @Nullable RowKey search(
      ChangeTarget target, Value[] row, int width, Set<RowKey> taken) {
    for (Map.Entry<RowKey, Value[]> entry : target.table().entries()) {
      boolean same = true;
      for (int i = 0; i < width && same; i++) {
        same = entry.getValue()[i] == row[target.offset() + i];
      }
      if (same && width > 0) {
        taken.add(entry.getKey());
        return entry.getKey();
      }
    }
    return null;
  }

  /** A row as itself, whatever it holds. */
  private static final class RowIdentity {
    private final Value[] row;

    RowIdentity(Value[] row) {
      this.row = row;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // that is what it is for
    public boolean equals(@Nullable Object other) {
      return other instanceof RowIdentity that && that.row == row;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(row);
    }
  }
}

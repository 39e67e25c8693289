package io.honeypods.ipenum;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The sources seen lately, bounded in rows and in the memory of their ports. A row that came back
 * is kept before one that came once, so that a flood of invented sources drives out its own.
 */
final class SourceTable {
  /** Packets that move a row from the newcomers to those kept before them. */
  private static final int KNOWN = 3;

  private final int capacity;
  private final int wideCapacity;
  private final Consumer<Source> evicted;
  private final Map<Source.Key, Source> newcomers = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Source.Key, Source> known = new LinkedHashMap<>(16, 0.75f, true);
  private int wide;
  private long evictions;

  /**
   * An empty table.
   *
   * @param wideBytes what sets of many ports may take together
   * @param evicted takes a row that makes room before it was quiet for long
   */
  SourceTable(int capacity, long wideBytes, Consumer<Source> evicted) {
    this.capacity = capacity;
    this.wideCapacity = (int) Math.max(1, wideBytes / PortSet.WIDE_BYTES);
    this.evicted = evicted;
  }

  /** The row of a source, made where there is none. */
  Source touch(Source.Key key, long now) {
    Source row = known.get(key);
    if (row != null) {
      return row;
    }
    row = newcomers.get(key);
    if (row == null) {
      row = new Source(key, now);
      newcomers.put(key, row);
      makeRoom();
    } else if (row.packets() >= KNOWN) {
      promote(row);
    }
    return row;
  }

  /** Newcomers have at least a quarter of the table to come back in. */
  private void promote(Source row) {
    newcomers.remove(row.key());
    known.put(row.key(), row);
    if (known.size() > capacity - capacity / 4) {
      Source eldest = eldest(known);
      known.remove(eldest.key());
      newcomers.put(eldest.key(), eldest);
    }
  }

  private void makeRoom() {
    while (newcomers.size() + known.size() > capacity) {
      evict(eldest(newcomers.isEmpty() ? known : newcomers));
    }
  }

  private void evict(Source row) {
    remove(row);
    evictions++;
    evicted.accept(row);
  }

  private void remove(Source row) {
    if (newcomers.remove(row.key()) == null) {
      known.remove(row.key());
    }
  }

  /** Visits all rows, drops those that the visitor refuses, and holds the bound of memory. */
  void sweep(Predicate<Source> keep) {
    wide = 0;
    sweep(newcomers, keep);
    sweep(known, keep);
    if (wide > wideCapacity) {
      evictWide();
    }
  }

  private void sweep(Map<Source.Key, Source> rows, Predicate<Source> keep) {
    for (Iterator<Source> each = rows.values().iterator(); each.hasNext(); ) {
      Source row = each.next();
      if (keep.test(row)) {
        wide += row.wideSets();
      } else {
        each.remove();
      }
    }
  }

  /** Tells of a set that has become wide. */
  void widened() {
    wide++;
    if (wide > wideCapacity) {
      sweep(_ -> true);
    }
  }

  /** A quarter goes at once, so that it need not be done for each. */
  private void evictWide() {
    List<Source> rows = new ArrayList<>(newcomers.values());
    rows.addAll(known.values());
    for (Source row : rows) {
      int sets = row.wideSets();
      if (wide <= wideCapacity - wideCapacity / 4) {
        return;
      }
      if (sets > 0) {
        wide -= sets;
        evict(row);
      }
    }
  }

  int size() {
    return newcomers.size() + known.size();
  }

  /** How many rows made room for others so far. */
  long evictions() {
    return evictions;
  }

  @Nullable Source find(Source.Key key) {
    Source row = known.get(key);
    return row == null ? newcomers.get(key) : row;
  }

  private static Source eldest(Map<Source.Key, Source> rows) {
    return rows.values().iterator().next();
  }
}

package io.honeypods.ipenum;

import io.honeypods.ipenum.Passers.Visit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The sources seen lately, bounded in number and in the memory of their ports. Who came back has a
 * row and is kept before those who came once, so that a flood of invented sources drives out its
 * own.
 */
final class SourceTable {
  private final int capacity;
  private final int wideCapacity;
  private final Consumer<Source> evicted;
  private final Passers passers;
  private final Map<Source.Key, Source> rows = new LinkedHashMap<>(16, 0.75f, true);
  private int wide;
  private long evictions;

  /**
   * An empty table.
   *
   * @param wideBytes what sets of many ports may take together
   * @param seed of the hashes, which nobody else knows
   * @param evicted takes a row that makes room before it was quiet for long
   */
  SourceTable(int capacity, long wideBytes, long seed, Consumer<Source> evicted) {
    this.capacity = capacity;
    this.wideCapacity = (int) Math.max(1, wideBytes / PortSet.WIDE_BYTES);
    this.passers = new Passers(capacity, seed);
    this.evicted = evicted;
  }

  /** The row of a source, which is made when it comes back; null where it never came. */
  @Nullable Source find(Source.Key key) {
    Source row = rows.get(key);
    if (row != null) {
      return row;
    }
    Visit first = passers.take(key);
    if (first == null) {
      return null;
    }
    row = new Source(key, first);
    rows.put(key, row);
    if (rows.size() > capacity - capacity / 4) {
      evict(rows.values().iterator().next());
    }
    return row;
  }

  /** Remembers a source that never came before; they have at least a quarter of the table. */
  void pass(Source.Key key, Visit visit) {
    if (size() >= capacity) {
      passers.dropOldest();
      evictions++;
    }
    passers.add(key, visit);
  }

  private void evict(Source row) {
    rows.remove(row.key());
    evictions++;
    evicted.accept(row);
  }

  /** Forgets who came once before then. */
  void forget(long before) {
    passers.forget(before);
  }

  /** Visits all rows, drops those that the visitor refuses, and holds the bound of memory. */
  void sweep(Predicate<Source> keep) {
    wide = 0;
    for (Iterator<Source> each = rows.values().iterator(); each.hasNext(); ) {
      Source row = each.next();
      if (keep.test(row)) {
        wide += row.wideSets();
      } else {
        each.remove();
      }
    }
    if (wide > wideCapacity) {
      evictWide();
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
    List<Source> eldestFirst = new ArrayList<>(rows.values());
    for (Source row : eldestFirst) {
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
    return passers.size() + rows.size();
  }

  /** How many made room for others so far. */
  long evictions() {
    return evictions;
  }
}

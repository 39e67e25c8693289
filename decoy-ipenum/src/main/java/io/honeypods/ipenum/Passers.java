package io.honeypods.ipenum;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The sources that came once, kept as numbers in arrays: a flood of invented ones makes no objects.
 * Who has waited longest goes first.
 */
final class Passers {
  private static final int NOBODY = -1;

  /** Where the parts of one are from its place on: all in one line of the processor's cache. */
  private static final int HIGH = 0;

  private static final int LOW = 1;
  private static final int MARK = 2;
  private static final int FOLLOWING = 3;
  private static final int PARTS = 4;

  private static final int TIME = 20;
  private static final long EXPECTED = 1 << 19;
  private static final long NAMED = 1 << 18;
  private static final long TCP = 1 << 17;
  private static final long PORT = 1 << 16;
  private static final long PORT_NUMBER = 0xffff;

  private final long seed;
  private final int capacity;
  private final long[] parts;
  private final int[] chains;
  private long oldest;
  private long newest;
  private int size;

  /**
   * What a source did when it came.
   *
   * @param port the port it tried; negative where it was none
   * @param named whether it was reported by name
   * @param at when, in milliseconds since 1970
   */
  record Visit(int port, boolean tcp, boolean named, long at) {}

  /**
   * Room for so many.
   *
   * @param seed what nobody else knows, so that nobody can choose addresses that are slow to find
   */
  Passers(int capacity, long seed) {
    this.seed = seed;
    this.capacity = capacity;
    this.parts = new long[capacity * PARTS];
    this.chains = new int[Integer.highestOneBit(capacity) * 2];
    Arrays.fill(chains, NOBODY);
  }

  /** Remembers one that is not there yet, in place of the oldest where there is no more room. */
  void add(Source.Key key, Visit visit) {
    if (newest - oldest == capacity) {
      dropOldest();
    }
    int place = place(newest++);
    parts[place + HIGH] = key.address().high();
    parts[place + LOW] = key.address().low();
    parts[place + MARK] = mark(visit, key.expected());
    int chain = chain(place);
    parts[place + FOLLOWING] = chains[chain];
    chains[chain] = place;
    size++;
  }

  /** Takes one out that has come back; null where it never came. */
  @Nullable Visit take(Source.Key key) {
    long high = key.address().high();
    long low = key.address().low();
    for (int at = chains[chain(high, low)]; at != NOBODY; at = following(at)) {
      boolean expected = (parts[at + MARK] & EXPECTED) != 0;
      if (parts[at + LOW] == low && parts[at + HIGH] == high && expected == key.expected()) {
        Visit visit = visit(parts[at + MARK]);
        remove(at);
        return visit;
      }
    }
    return null;
  }

  /** Drops the one that waited longest, where there is one. */
  void dropOldest() {
    boolean dropped = false;
    while (!dropped && oldest < newest) {
      int place = place(oldest++);
      dropped = parts[place + MARK] != 0;
      if (dropped) {
        remove(place);
      }
    }
  }

  /** Drops all that came before then. */
  void forget(long before) {
    while (size > 0 && parts[place(oldest) + MARK] >>> TIME < before) {
      if (parts[place(oldest) + MARK] == 0) {
        oldest++;
      } else {
        dropOldest();
      }
    }
  }

  int size() {
    return size;
  }

  private void remove(int place) {
    int chain = chain(place);
    if (chains[chain] == place) {
      chains[chain] = following(place);
    } else {
      int before = chains[chain];
      while (following(before) != place) {
        before = following(before);
      }
      parts[before + FOLLOWING] = following(place);
    }
    parts[place + MARK] = 0;
    size--;
  }

  private int following(int place) {
    return (int) parts[place + FOLLOWING];
  }

  private int place(long number) {
    return (int) (number % capacity) * PARTS;
  }

  private int chain(int place) {
    return chain(parts[place + HIGH], parts[place + LOW]);
  }

  private int chain(long high, long low) {
    long mixed = (high ^ seed) * 0x9e37_79b9_7f4a_7c15L;
    mixed = (mixed ^ mixed >>> 32 ^ low ^ Long.rotateLeft(seed, 23)) * 0xd6e8_feb8_6659_fd93L;
    mixed = (mixed ^ mixed >>> 29) * 0xc2b2_ae3d_27d4_eb4fL;
    return (int) (mixed >>> 32) & (chains.length - 1);
  }

  private static long mark(Visit visit, boolean expected) {
    return visit.at << TIME
        | (expected ? EXPECTED : 0)
        | (visit.named ? NAMED : 0)
        | (visit.tcp ? TCP : 0)
        | (visit.port < 0 ? 0 : PORT | visit.port);
  }

  private static Visit visit(long mark) {
    int port = (mark & PORT) == 0 ? -1 : (int) (mark & PORT_NUMBER);
    return new Visit(port, (mark & TCP) != 0, (mark & NAMED) != 0, mark >>> TIME);
  }
}

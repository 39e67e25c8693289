package io.honeypods.ipenum;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A set of port numbers: a sorted list while they are few, a bit for each port when they are many.
 */
final class PortSet {
  private static final int FEW = 64;
  private static final int PORTS = 65_536;

  /** Bytes that a set of many ports takes. */
  static final int WIDE_BYTES = PORTS / 8;

  private char[] few = new char[2];
  private int size;
  private long[] wide = {};

  /** Adds a port; false where it was in. */
  boolean add(int port) {
    if (wide.length > 0) {
      long bit = 1L << port;
      boolean added = (wide[port >>> 6] & bit) == 0;
      wide[port >>> 6] |= bit;
      size += added ? 1 : 0;
      return added;
    }
    int at = Arrays.binarySearch(few, 0, size, (char) port);
    if (at >= 0) {
      return false;
    }
    if (size == FEW) {
      widen();
      return add(port);
    }
    insert(-at - 1, (char) port);
    return true;
  }

  boolean contains(int port) {
    return wide.length > 0
        ? (wide[port >>> 6] & 1L << port) != 0
        : Arrays.binarySearch(few, 0, size, (char) port) >= 0;
  }

  int size() {
    return size;
  }

  boolean isWide() {
    return wide.length > 0;
  }

  /** The least port; 0 where there is none. */
  int first() {
    return size == 0 ? 0 : isWide() ? BitSet.valueOf(wide).nextSetBit(0) : few[0];
  }

  /** The ports as ranges, such as {@code 22,80-90}. */
  String text() {
    var text = new StringBuilder();
    BitSet bits = bits();
    for (int from = bits.nextSetBit(0); from >= 0; ) {
      int end = bits.nextClearBit(from);
      text.append(text.isEmpty() ? "" : ",").append(from);
      if (end - from > 1) {
        text.append('-').append(end - 1);
      }
      from = bits.nextSetBit(end);
    }
    return text.toString();
  }

  private BitSet bits() {
    if (isWide()) {
      return BitSet.valueOf(wide);
    }
    var bits = new BitSet();
    for (int i = 0; i < size; i++) {
      bits.set(few[i]);
    }
    return bits;
  }

  private void insert(int at, char port) {
    if (size == few.length) {
      few = Arrays.copyOf(few, Math.min(FEW, size * 2));
    }
    System.arraycopy(few, at, few, at + 1, size - at);
    few[at] = port;
    size++;
  }

  private void widen() {
    wide = new long[PORTS / 64];
    for (int i = 0; i < size; i++) {
      wide[few[i] >>> 6] |= 1L << few[i];
    }
    few = new char[0];
  }
}

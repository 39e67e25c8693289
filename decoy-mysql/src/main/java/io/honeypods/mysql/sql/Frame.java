package io.honeypods.mysql.sql;

import org.jspecify.annotations.Nullable;

/** Where an expression looks for its columns: a row, and the rows around it. */
final class Frame {
  private static final Value[] NONE = {};

  final @Nullable Frame outer;
  Value[] row = NONE;
  Value[] output = NONE;
  Value[] aggregates = NONE;
  Value[] windows = NONE;

  Frame(@Nullable Frame outer) {
    this.outer = outer;
  }

  /** The same rows, as they are now. */
  Frame copy() {
    var copy = new Frame(outer);
    copy.row = row;
    copy.output = output;
    copy.aggregates = aggregates;
    copy.windows = windows;
    return copy;
  }

  Frame up(int levels) {
    Frame frame = this;
    for (int i = 0; i < levels; i++) {
      Frame next = frame.outer;
      if (next == null) {
        throw new IllegalStateException("no frame " + levels + " levels up");
      }
      frame = next;
    }
    return frame;
  }
}

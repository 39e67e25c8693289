package io.honeypods.mysql.sql;

import org.jspecify.annotations.Nullable;

/** The part of a partition that a window function looks at from one of its rows. */
final class WindowFrame {
  private final Windows.Task task;
  private final int size;
  private final int row;
  private final Peers peers;

  WindowFrame(Windows.Task task, int row, Peers peers) {
    this.task = task;
    this.size = peers.last().length;
    this.row = row;
    this.peers = peers;
  }

  /** For each row of a partition the first and the last of those that ORDER BY puts equal. */
  @SuppressWarnings("ArrayRecordComponent") // made once for a partition, compared with none
  record Peers(int[] first, int[] last) {}

  /** The first row, and the one behind the last. */
  int[] bounds() {
    Expr.@Nullable Frame frame = task.frame();
    if (frame == null) {
      return new int[] {0, task.order().isEmpty() ? size : peers.last()[row] + 1};
    }
    int from = at(frame.from(), frame.rows(), true);
    int to = at(frame.to(), frame.rows(), false) + 1;
    int first = Math.max(0, Math.min(size, from));
    return new int[] {first, Math.max(first, Math.min(size, to))};
  }

  private int at(Expr.Bound bound, boolean rows, boolean first) {
    return switch (bound.kind()) {
      case UNBOUNDED_PRECEDING -> 0;
      case UNBOUNDED_FOLLOWING -> size - 1;
      case CURRENT_ROW -> rows ? row : first ? peers.first()[row] : peers.last()[row];
      case PRECEDING -> row - bound.amount();
      case FOLLOWING -> row + bound.amount();
    };
  }
}

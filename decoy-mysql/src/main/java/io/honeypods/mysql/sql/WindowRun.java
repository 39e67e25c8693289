package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Computes window functions over the rows of a query, and puts these into the windows' order. */
final class WindowRun {
  private final Run run;

  WindowRun(Run run) {
    this.run = run;
  }

  /** The order in which windows are worked through: those of one order next to each other. */
  static List<Integer> steps(List<Windows.Task> tasks) {
    var left = new ArrayList<Integer>();
    var steps = new ArrayList<Integer>();
    for (int i = 0; i < tasks.size(); i++) {
      (tasks.get(i).keys().isEmpty() ? steps : left).add(i);
    }
    while (!left.isEmpty()) {
      Windows.Task first = tasks.get(left.getFirst());
      var group = left.stream().filter(i -> tasks.get(i).follows(first)).toList();
      var same = new ArrayList<Integer>(group.isEmpty() ? left.subList(0, 1) : group);
      steps.addAll(same);
      left.removeAll(same);
    }
    return steps;
  }

  /** Fills {@code frame.windows} of each row; the rows are sorted as the last window is. */
  void compute(List<Windows.Task> tasks, List<Frame> frames) {
    for (Frame frame : frames) {
      frame.windows = new Value[tasks.size()];
      Arrays.fill(frame.windows, Value.NULL);
    }
    for (int index : steps(tasks)) {
      Windows.Task task = tasks.get(index);
      List<Sorted> sorted = sorted(task, frames);
      for (int from = 0; from < sorted.size(); ) {
        int to = from + 1;
        while (to < sorted.size()
            && isSame(sorted.get(from), sorted.get(to), task, task.partition().size())) {
          to++;
        }
        new Partition(task, index, sorted.subList(from, to)).compute();
        from = to;
      }
      if (!task.keys().isEmpty()) {
        frames.clear();
        sorted.forEach(each -> frames.add(each.frame()));
      }
    }
  }

  /** A row with the values that it is sorted by. */
  private record Sorted(Frame frame, List<Value> keys) {}

  private List<Sorted> sorted(Windows.Task task, List<Frame> frames) {
    List<Node> keys = task.keys();
    var sorted = new ArrayList<Sorted>();
    for (Frame frame : frames) {
      run.tick();
      sorted.add(new Sorted(frame, keys.stream().map(node -> node.eval(frame)).toList()));
    }
    if (!keys.isEmpty()) {
      List<Boolean> directions = task.directions();
      Collections.sort(sorted, (a, b) -> compare(a, b, keys, directions));
    }
    return sorted;
  }

  private static int compare(Sorted a, Sorted b, List<Node> keys, List<Boolean> directions) {
    for (int i = 0; i < keys.size(); i++) {
      int order = Ordering.compare(a.keys().get(i), b.keys().get(i), keys.get(i).type());
      if (order != 0) {
        return directions.get(i) ? -order : order;
      }
    }
    return 0;
  }

  private static boolean isSame(Sorted a, Sorted b, Windows.Task task, int keys) {
    return compare(a, b, task.keys().subList(0, keys), task.directions().subList(0, keys)) == 0;
  }

  /** The rows of one partition. */
  private final class Partition {
    private final Windows.Task task;
    private final int index;
    private final List<Sorted> rows;
    private final WindowFrame.Peers peers;

    Partition(Windows.Task task, int index, List<Sorted> rows) {
      this.task = task;
      this.index = index;
      this.rows = rows;
      this.peers = peers();
    }

    private void set(int row, Value value) {
      rows.get(row).frame().windows[index] = value;
    }

    private Value argument(int row) {
      return task.arguments().getFirst().eval(rows.get(row).frame());
    }

    private WindowFrame.Peers peers() {
      int[] first = new int[rows.size()];
      int[] last = new int[rows.size()];
      int keys = task.keys().size();
      for (int from = 0; from < rows.size(); ) {
        int to = from + 1;
        while (to < rows.size() && isSame(rows.get(from), rows.get(to), task, keys)) {
          to++;
        }
        Arrays.fill(first, from, to, from);
        Arrays.fill(last, from, to, to - 1);
        from = to;
      }
      return new WindowFrame.Peers(first, last);
    }

    void compute() {
      switch (task.name()) {
        case "row_number", "rank", "dense_rank", "percent_rank", "cume_dist" -> ranks();
        case "ntile" -> tiles();
        case "lag", "lead" -> shifted();
        case "first_value", "last_value", "nth_value" -> picked();
        default -> added();
      }
    }

    private void ranks() {
      int dense = 0;
      for (int i = 0; i < rows.size(); i++) {
        dense += peers.first()[i] == i ? 1 : 0;
        set(i, rank(i, peers.first()[i], peers.last()[i] + 1, dense));
      }
    }

    private Value rank(int row, int from, int to, int dense) {
      return switch (task.name()) {
        case "row_number" -> Value.Int.of(row + 1L);
        case "rank" -> Value.Int.of(from + 1L);
        case "dense_rank" -> Value.Int.of(dense);
        case "percent_rank" ->
            new Value.Real(rows.size() == 1 ? 0 : from / (double) (rows.size() - 1));
        default -> new Value.Real(to / (double) rows.size());
      };
    }

    private void tiles() {
      long count = task.offset();
      long size = rows.size() / count;
      long larger = rows.size() % count;
      for (int i = 0; i < rows.size(); i++) {
        long inLarger = larger * (size + 1);
        set(
            i,
            Value.Int.of(i < inLarger ? i / (size + 1) + 1 : larger + (i - inLarger) / size + 1));
      }
    }

    private void shifted() {
      long by = task.name().equals("lag") ? -task.offset() : task.offset();
      Node otherwise = task.otherwise();
      for (int i = 0; i < rows.size(); i++) {
        long at = i + by;
        if (at >= 0 && at < rows.size()) {
          set(i, argument((int) at));
        } else if (otherwise != null) {
          set(i, otherwise.eval(rows.get(i).frame()));
        }
      }
    }

    private void picked() {
      for (int i = 0; i < rows.size(); i++) {
        run.tick();
        int[] bounds = new WindowFrame(task, i, peers).bounds();
        long at =
            switch (task.name()) {
              case "first_value" -> bounds[0];
              case "last_value" -> bounds[1] - 1L;
              default -> bounds[0] + task.offset() - 1;
            };
        set(i, at >= bounds[0] && at < bounds[1] ? argument((int) at) : Value.NULL);
      }
    }

    /** Aggregates: a frame that only grows is added up once, others anew for each row. */
    private void added() {
      Aggregator aggregator = Objects.requireNonNull(task.aggregator());
      Aggregator.State state = aggregator.start();
      int done = 0;
      for (int i = 0; i < rows.size(); i++) {
        int[] bounds = new WindowFrame(task, i, peers).bounds();
        boolean grows = bounds[0] == 0 && bounds[1] >= done;
        if (!grows) {
          state = aggregator.start();
          done = bounds[0];
        }
        for (; done < bounds[1]; done++) {
          run.tick();
          state.add(rows.get(done).frame());
        }
        set(i, state.result());
        done = grows ? done : Integer.MAX_VALUE;
      }
    }
  }
}

package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Input;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code comm}: lines that one of two sorted files has, or both. */
final class Merge {
  private final Task task;
  private final Options options;
  private final List<String> names;
  private final boolean[] complained = new boolean[2];

  private Merge(Task task, Options options) {
    this.task = task;
    this.options = options;
    this.names = options.operands();
  }

  static int comm(Task task) {
    Options options =
        Options.of(
            task,
            1,
            "123o:Tzcn",
            "output-delimiter=o",
            "total=T",
            "check-order=c",
            "nocheck-order=n");
    require(task, options);
    return new Merge(task, options).run();
  }

  /** Ends the task where there are not two operands. */
  static void require(Task task, Options options) {
    List<String> operands = options.operands();
    if (operands.size() < 2) {
      throw options
          .manners()
          .complain(
              task,
              operands.isEmpty()
                  ? "missing operand"
                  : "missing operand after '" + operands.getFirst() + "'");
    }
    if (operands.size() > 2) {
      throw options.manners().complain(task, "extra operand '" + operands.get(2) + "'");
    }
  }

  /** The lines of both operands; null, with an error said, where one cannot be read. */
  static @Nullable List<List<String>> both(Task task, List<String> names) {
    var both = new ArrayList<List<String>>();
    for (String name : names) {
      Input input = Lines.open(task, name);
      if (input == null) {
        return null;
      }
      var lines = new ArrayList<String>();
      Lines.of(task, input, lines::add);
      both.add(lines);
    }
    return both;
  }

  private int run() {
    List<List<String>> both = both(task, names);
    if (both == null) {
      return 1;
    }
    List<String> one = both.get(0);
    List<String> other = both.get(1);
    int[] counts = new int[3];
    int i = 0;
    int j = 0;
    while (i < one.size() || j < other.size()) {
      int order = i == one.size() ? 1 : j == other.size() ? -1 : one.get(i).compareTo(other.get(j));
      int column = order < 0 ? 0 : order > 0 ? 1 : 2;
      counts[column]++;
      show(column, order <= 0 ? one.get(i) : other.get(j));
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
      disorder(one, i, 0);
      disorder(other, j, 1);
    }
    String cut = options.value('o', "\t");
    task.out(
        options.has('T') ? counts[0] + cut + counts[1] + cut + counts[2] + cut + "total\n" : "");
    boolean disordered = complained[0] || complained[1];
    return disordered ? task.fail(1, "input is not in sorted order") : 0;
  }

  private void show(int column, String line) {
    if (options.has((char) ('1' + column))) {
      return;
    }
    int before = 0;
    for (int i = 0; i < column; i++) {
      before += options.has((char) ('1' + i)) ? 0 : 1;
    }
    task.out(options.value('o', "\t").repeat(before) + line + "\n");
  }

  private void disorder(List<String> lines, int at, int file) {
    boolean wrong = at > 0 && at < lines.size() && lines.get(at - 1).compareTo(lines.get(at)) > 0;
    if (wrong && !complained[file] && !options.has('n')) {
      complained[file] = true;
      task.fail(1, "file " + (file + 1) + " is not in sorted order");
    }
  }
}

package io.honeypods.ssh.command;

import io.honeypods.ssh.host.ProcessRow;
import io.honeypods.ssh.host.Task;
import java.util.List;

/** {@code pstree}, {@code renice} and {@code fuser}: what hangs on processes. */
final class ProcessTree {
  private static final int MAX_DEPTH = 30;

  private ProcessTree() {}

  static int fuser(Task task) {
    Options options = Options.of(task, 1, "kiml4vn:su69");
    if (options.operands().isEmpty()) {
      task.err("No process specification given\n");
      return 1;
    }
    return 1;
  }

  static int pstree(Task task) {
    var tree = new StringBuilder();
    boolean numbers = task.operands().stream().anyMatch(word -> word.matches("-[a-zA-Z]*p.*"));
    branch(ProcessRow.of(task.machine()), 0, "", numbers, tree, 0);
    task.out(tree.toString());
    return 0;
  }

  private static void branch(
      List<ProcessRow> rows,
      int parent,
      String indent,
      boolean numbers,
      StringBuilder out,
      int depth) {
    List<ProcessRow> children =
        rows.stream().filter(row -> row.parent() == parent && row.pid() != parent).toList();
    for (int i = 0; i < children.size() && depth < MAX_DEPTH; i++) {
      ProcessRow row = children.get(i);
      boolean last = i == children.size() - 1;
      String name = row.name() + (numbers ? "(" + row.pid() + ")" : "");
      String mark =
          depth == 0 ? "" : children.size() == 1 ? "---" : i == 0 ? "-+-" : last ? " `-" : " |-";
      out.append(i == 0 ? "" : indent).append(mark).append(name);
      String below = depth == 0 ? "" : children.size() == 1 ? "   " : last ? "   " : " | ";
      int before = out.length();
      branch(rows, row.pid(), indent + below + " ".repeat(name.length()), numbers, out, depth + 1);
      out.append(out.length() == before ? "\n" : "");
    }
  }

  static int renice(Task task) {
    List<String> words = task.operands();
    if (words.size() < 2) {
      task.err("renice: not enough arguments\nTry 'renice --help' for more information.\n");
      return 1;
    }
    String priority = words.get(words.getFirst().equals("-n") ? 1 : 0);
    String pid = words.getLast();
    if (ProcessRow.of(task.machine()).stream()
        .noneMatch(row -> String.valueOf(row.pid()).equals(pid))) {
      return task.fail(1, "failed to get priority for " + pid + " (process ID): No such process");
    }
    task.out(pid + " (process ID) old priority 0, new priority " + priority + "\n");
    return 0;
  }
}

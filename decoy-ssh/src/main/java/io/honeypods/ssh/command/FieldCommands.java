package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;

/** Programs that take lines apart and put them together. */
final class FieldCommands {
  private FieldCommands() {}

  static int tr(Task task) {
    Options options = Options.of(task, 1, "dscC", "delete=d", "squeeze-repeats=s", "complement=c");
    List<String> sets = options.some(task, "missing operand");
    if (sets.size() < 2 && !options.has('d') && !options.has('s')) {
      task.err(
          "tr: missing operand after '"
              + sets.getFirst()
              + "'\n"
              + "Two strings must be given when translating.\n"
              + "Try 'tr --help' for more information.\n");
      return 1;
    }
    var table =
        Translation.of(
            sets, options.has('d'), options.has('s'), options.has('c') || options.has('C'));
    for (String piece = task.input().read(task); piece != null; piece = task.input().read(task)) {
      task.out(table.apply(piece));
    }
    return 0;
  }

  static int rev(Task task) {
    return Lines.of(
        task, task.operands(), line -> task.out(new StringBuilder(line).reverse() + "\n"));
  }

  static int paste(Task task) {
    Options options = Options.of(task, 1, "d:s", "delimiters=d", "serial=s");
    String delimiter = options.value('d', "\t");
    List<List<String>> columns = new ArrayList<>();
    for (String operand : options.operands().isEmpty() ? List.of("-") : options.operands()) {
      columns.add(Lines.list(task, List.of(operand)));
    }
    if (options.has('s')) {
      columns.forEach(column -> task.out(String.join(delimiter, column) + "\n"));
      return 0;
    }
    int rows = columns.stream().mapToInt(List::size).max().orElse(0);
    for (int row = 0; row < rows; row++) {
      int at = row;
      task.out(
          String.join(
                  delimiter,
                  columns.stream().map(column -> at < column.size() ? column.get(at) : "").toList())
              + "\n");
    }
    return 0;
  }
}

package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;

/** Programs that take lines apart and put them together. */
final class FieldCommands {
  private FieldCommands() {}

  static int cut(Task task) {
    Options options =
        Options.of(
            task,
            1,
            "d:f:c:b:s",
            "delimiter=d",
            "fields=f",
            "characters=c",
            "bytes=b",
            "only-delimited=s",
            "output-delimiter=d");
    String list = options.value('f', options.value('c', options.value('b', "")));
    if (list.isEmpty()) {
      task.err(
          "cut: you must specify a list of bytes, characters, or fields\n"
              + "Try 'cut --help' for more information.\n");
      return 1;
    }
    if (!list.matches("[0-9]{0,6}(-[0-9]{0,6})?(,[0-9]{0,6}(-[0-9]{0,6})?)*")) {
      task.err("cut: invalid field value '" + list + "'\nTry 'cut --help' for more information.\n");
      return 1;
    }
    String delimiter = options.value('d', "\t");
    return Lines.of(
        task,
        options.operands(),
        line -> {
          if (!options.has('f')) {
            task.out(pick(List.of(line.split("", -1)), list, "") + "\n");
          } else if (delimiter.isEmpty() || !line.contains(delimiter)) {
            task.out(options.has('s') ? "" : line + "\n");
          } else {
            task.out(
                pick(
                        List.of(line.split(java.util.regex.Pattern.quote(delimiter), -1)),
                        list,
                        delimiter)
                    + "\n");
          }
        });
  }

  private static String pick(List<String> parts, String list, String delimiter) {
    var picked = new ArrayList<String>();
    for (int i = 1; i <= parts.size(); i++) {
      for (String range : list.split(",", -1)) {
        int dash = range.indexOf('-');
        int from =
            dash == 0 ? 1 : Integer.parseInt("0" + (dash < 0 ? range : range.substring(0, dash)));
        int to =
            dash < 0
                ? from
                : dash == range.length() - 1
                    ? Integer.MAX_VALUE
                    : Integer.parseInt(range.substring(dash + 1));
        if (i >= from && i <= to) {
          picked.add(parts.get(i - 1));
          break;
        }
      }
    }
    return String.join(delimiter, picked);
  }

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

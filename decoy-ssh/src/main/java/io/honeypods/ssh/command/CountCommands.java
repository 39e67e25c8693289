package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Input;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;

/** Programs that count what is there, or count up. */
final class CountCommands {
  private CountCommands() {}

  static int wc(Task task) {
    Options options = Options.of(task, 1, "lwcmL", "lines=l", "words=w", "bytes=c", "chars=m");
    var rows = new ArrayList<long[]>();
    var names = new ArrayList<String>();
    int status =
        Lines.each(
            task,
            options.operands(),
            (name, input) -> {
              rows.add(counts(task, input));
              names.add(options.operands().isEmpty() ? "" : " " + name);
            });
    if (options.operands().size() > 1) {
      rows.add(
          rows.stream()
              .reduce(new long[3], (a, b) -> new long[] {a[0] + b[0], a[1] + b[1], a[2] + b[2]}));
      names.add(" total");
    }
    List<Integer> columns = columns(options);
    boolean piped = options.operands().isEmpty() || options.operands().contains("-");
    long largest = rows.stream().mapToLong(row -> row[2]).max().orElse(0);
    boolean single = columns.size() == 1 && rows.size() == 1;
    int width = single ? 1 : piped ? 7 : String.valueOf(largest).length();
    String form = "%" + width + "d";
    for (int i = 0; i < rows.size(); i++) {
      long[] row = rows.get(i);
      List<String> shown = columns.stream().map(column -> form.formatted(row[column])).toList();
      task.out(String.join(" ", shown) + names.get(i) + "\n");
    }
    return status;
  }

  /** Lines, words and bytes. */
  private static long[] counts(Task task, Input input) {
    long[] counts = new long[3];
    boolean in = false;
    for (String piece = input.read(task); piece != null; piece = input.read(task)) {
      for (int i = 0; i < piece.length(); i++) {
        char c = piece.charAt(i);
        counts[0] += c == '\n' ? 1 : 0;
        boolean blank = c == ' ' || (c >= '\t' && c <= '\r');
        counts[1] += !blank && !in ? 1 : 0;
        in = !blank;
      }
      counts[2] += piece.length();
    }
    return counts;
  }

  /** Which of the counts are asked for. */
  private static List<Integer> columns(Options options) {
    var columns = new ArrayList<Integer>();
    if (options.has('l')) {
      columns.add(0);
    }
    if (options.has('w')) {
      columns.add(1);
    }
    if (options.has('c') || options.has('m')) {
      columns.add(2);
    }
    return columns.isEmpty() ? List.of(0, 1, 2) : columns;
  }

  static int nl(Task task) {
    Options options = Options.of(task, 1, "b:w:s:v:n:");
    int[] number = {0};
    return Lines.of(
        task,
        options.operands(),
        line ->
            task.out(
                line.isEmpty() && !options.value('b', "t").equals("a")
                    ? "       \n"
                    : "%6d\t%s%n".formatted(++number[0], line)));
  }

  static int yes(Task task) {
    String line = (task.operands().isEmpty() ? "y" : String.join(" ", task.operands())) + "\n";
    String block = line.repeat(Math.max(1, 4096 / line.length()));
    while (true) {
      task.out(block);
    }
  }
}

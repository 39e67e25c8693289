package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Input;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;

/** Programs that count what is there, or count up. */
final class CountCommands {
  private static final int COUNTS = 4;

  private CountCommands() {}

  static int wc(Task task) {
    Options options =
        Options.of(
            task, 1, "lwcmL", "lines=l", "words=w", "bytes=c", "chars=m", "max-line-length=L");
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
      rows.add(total(rows));
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

  private static long[] total(List<long[]> rows) {
    long[] total = new long[COUNTS];
    for (long[] row : rows) {
      for (int i = 0; i < 3; i++) {
        total[i] += row[i];
      }
      total[3] = Math.max(total[3], row[3]);
    }
    return total;
  }

  /** Lines, words, bytes, and the length of the longest line. */
  private static long[] counts(Task task, Input input) {
    long[] counts = new long[COUNTS];
    boolean in = false;
    long column = 0;
    for (String piece = input.read(task); piece != null; piece = input.read(task)) {
      for (int i = 0; i < piece.length(); i++) {
        char c = piece.charAt(i);
        counts[0] += c == '\n' ? 1 : 0;
        boolean blank = c == ' ' || (c >= '\t' && c <= '\r');
        counts[1] += !blank && !in ? 1 : 0;
        in = !blank;
        column = c == '\n' || c == '\r' ? 0 : c == '\t' ? column / 8 * 8 + 8 : column + 1;
        counts[3] = Math.max(counts[3], column);
      }
      counts[2] += piece.length();
    }
    return counts;
  }

  /** Which of the counts are asked for. */
  private static List<Integer> columns(Options options) {
    var columns = new ArrayList<Integer>();
    for (int i = 0; i < COUNTS; i++) {
      if (options.has("lwcL".charAt(i)) || (i == 2 && options.has('m'))) {
        columns.add(i);
      }
    }
    return columns.isEmpty() ? List.of(0, 1, 2) : columns;
  }

  static int nl(Task task) {
    Options options =
        Options.of(
            task,
            1,
            "b:w:s:v:n:i:h:f:l:p",
            "body-numbering=b",
            "number-width=w",
            "number-separator=s",
            "starting-line-number=v",
            "number-format=n",
            "line-increment=i");
    int width = Math.clamp(Sizes.parse(options.value('w', "6")), 1, 100);
    String separator = options.value('s', "\t");
    String form =
        switch (options.value('n', "rn")) {
          case "ln" -> "%-" + width + "d";
          case "rz" -> "%0" + width + "d";
          default -> "%" + width + "d";
        };
    String style = options.value('b', "t");
    long[] number = {Math.max(0, Sizes.parse(options.value('v', "1")))};
    long step = Math.max(0, Sizes.parse(options.value('i', "1")));
    return Lines.of(
        task,
        options.operands(),
        line -> {
          if (style.equals("n") || (line.isEmpty() && !style.equals("a"))) {
            task.out(" ".repeat(width + separator.length()) + line + "\n");
          } else {
            task.out(form.formatted(number[0]) + separator + line + "\n");
            number[0] += step;
          }
        });
  }

  static int yes(Task task) {
    String line = (task.operands().isEmpty() ? "y" : String.join(" ", task.operands())) + "\n";
    String block = line.repeat(Math.max(1, 4096 / line.length()));
    while (true) {
      task.out(block);
    }
  }
}

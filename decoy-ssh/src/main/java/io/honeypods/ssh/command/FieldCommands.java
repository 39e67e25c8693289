package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Input;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Programs that turn lines about and put them side by side. */
final class FieldCommands {
  private FieldCommands() {}

  static int rev(Task task) {
    return Lines.of(
        task, task.operands(), line -> task.out(new StringBuilder(line).reverse() + "\n"));
  }

  static int paste(Task task) {
    Options options = Options.of(task, 1, "d:sz", "delimiters=d", "serial=s", "zero-terminated=z");
    String delimiters =
        options
            .value('d', "\t")
            .replace("\\n", "\n")
            .replace("\\t", "\t")
            .replace("\\0", "\0")
            .replace("\\\\", "\\");
    List<String> operands = options.operands().isEmpty() ? List.of("-") : options.operands();
    if (options.has('s')) {
      int status = 0;
      for (String operand : operands) {
        Input input = Lines.open(task, operand);
        status |= input == null ? 1 : 0;
        task.out(input == null ? "" : joined(lines(task, input), delimiters) + "\n");
      }
      return status;
    }
    var inputs = new ArrayList<Input>();
    for (String operand : operands) {
      Input input = Lines.open(task, operand);
      if (input == null) {
        return 1;
      }
      inputs.add(input);
    }
    sideBySide(task, inputs, delimiters);
    return 0;
  }

  private static void sideBySide(Task task, List<Input> inputs, String delimiters) {
    while (true) {
      List<@Nullable String> row = new ArrayList<>();
      inputs.forEach(input -> row.add(Lines.next(task, input)));
      if (row.stream().allMatch(Objects::isNull)) {
        return;
      }
      List<String> cells =
          row.stream().map(cell -> cell == null ? "" : cell.replaceFirst("\n$", "")).toList();
      task.out(joined(cells, delimiters) + "\n");
    }
  }

  private static List<String> lines(Task task, Input input) {
    var lines = new ArrayList<String>();
    Lines.of(task, input, lines::add);
    return lines;
  }

  /** Cells with delimiters between them, which are taken in turn. */
  private static String joined(List<String> cells, String delimiters) {
    var text = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      text.append(cells.get(i));
      boolean more = i < cells.size() - 1 && !delimiters.isEmpty();
      char next = more ? delimiters.charAt(i % delimiters.length()) : 0;
      text.append(next == 0 ? "" : String.valueOf(next));
    }
    return text.toString();
  }

  /** {@code shuf}: lines, words or numbers in an order of chance. */
  static int shuf(Task task) {
    Options options =
        Options.of(
            task,
            1,
            "ei:n:o:rz",
            "echo=e",
            "input-range=i",
            "head-count=n",
            "output=o",
            "repeat=r",
            "zero-terminated=z");
    List<String> all = options.has('e') ? options.operands() : null;
    if (options.has('i')) {
      all = range(task, options.value('i', ""));
      if (all == null) {
        return task.fail(1, "invalid input range: '" + options.value('i', "") + "'");
      }
    }
    var items = new ArrayList<>(all == null ? Lines.list(task, options.operands()) : all);
    Collections.shuffle(
        items, new java.util.Random(task.machine().now().toEpochMilli() * 31 + task.pid()));
    long most = Sizes.parse(options.value('n', String.valueOf(items.size())));
    if (most < 0) {
      return task.fail(1, "invalid line count: '" + options.value('n', "") + "'");
    }
    items.stream().limit(most).forEach(item -> task.out(item + "\n"));
    return 0;
  }

  private static @Nullable List<String> range(Task task, String text) {
    if (!text.matches("[0-9]{1,9}-[0-9]{1,9}")) {
      return null;
    }
    int dash = text.indexOf('-');
    int from = Integer.parseInt(text.substring(0, dash));
    int to = Integer.parseInt(text.substring(dash + 1));
    task.machine().requireMemory(Math.max(0, to - from) * 2);
    var numbers = new ArrayList<String>();
    for (int i = from; i <= to; i++) {
      numbers.add(String.valueOf(i));
    }
    return numbers;
  }
}

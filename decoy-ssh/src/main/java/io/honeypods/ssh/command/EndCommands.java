package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Input;
import io.honeypods.ssh.host.Task;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Programs that show one end of a text. */
final class EndCommands {
  private EndCommands() {}

  static int head(Task task) {
    Options options =
        Options.of(legacy(task), 1, "n:c:qvz", "lines=n", "bytes=c", "quiet=q", "silent=q");
    boolean titles = (options.operands().size() > 1 && !options.has('q')) || options.has('v');
    String text = options.has('c') ? options.value('c', "") : options.value('n', "10");
    long count = Sizes.parse(text.replaceFirst("^-", ""));
    if (count < 0) {
      return task.fail(
          1, "invalid number of " + (options.has('c') ? "bytes" : "lines") + ": '" + text + "'");
    }
    boolean[] first = {true};
    return opened(
        task,
        options,
        (name, input) -> {
          title(task, name, titles, first);
          if (text.startsWith("-") && options.has('c')) {
            String all = Lines.all(task, input);
            task.out(all.substring(0, (int) Math.max(0, all.length() - count)));
            return;
          }
          if (text.startsWith("-")) {
            List<String> lines = lines(task, input);
            lines.subList(0, (int) Math.max(0, lines.size() - count)).forEach(task::out);
            return;
          }
          long left = count;
          while (left > 0) {
            String piece = options.has('c') ? input.read(task) : Lines.next(task, input);
            if (piece == null) {
              return;
            }
            String kept =
                options.has('c') && piece.length() > left ? piece.substring(0, (int) left) : piece;
            task.out(kept);
            left -= options.has('c') ? kept.length() : 1;
          }
        });
  }

  private static List<String> lines(Task task, Input input) {
    var lines = new ArrayList<String>();
    for (String line = Lines.next(task, input); line != null; line = Lines.next(task, input)) {
      lines.add(line);
    }
    return lines;
  }

  private static int opened(
      Task task, Options options, java.util.function.BiConsumer<String, Input> action) {
    int status = 0;
    for (String operand : options.operands().isEmpty() ? List.of("-") : options.operands()) {
      try {
        if (!operand.equals("-") && task.files().stat(operand).isDirectory()) {
          status = task.fail(1, "error reading '" + operand + "': Is a directory");
          continue;
        }
        action.accept(operand, operand.equals("-") ? task.input() : task.files().open(operand));
      } catch (io.honeypods.ssh.host.Fault fault) {
        status = task.fail(1, "cannot open '" + operand + "' for reading: " + fault.text());
      }
    }
    return status;
  }

  /** {@code -5} means {@code -n 5}. */
  private static Task legacy(Task task) {
    var argv = new ArrayList<String>();
    boolean value = false;
    for (String word : task.arguments()) {
      argv.add(word.matches("-[0-9]+") && !value ? "-n" + word.substring(1) : word);
      value = word.matches("-[a-z]*[nc]|--lines|--bytes");
    }
    task.rename(argv);
    return task;
  }

  private static void title(Task task, String name, boolean titles, boolean[] first) {
    if (titles) {
      task.out(
          (first[0] ? "" : "\n")
              + "==> "
              + (name.equals("-") ? "standard input" : name)
              + " <==\n");
    }
    first[0] = false;
  }

  static int tail(Task task) {
    Options options =
        Options.of(
            legacy(task),
            1,
            "n:c:qvfFs:zP:r",
            "lines=n",
            "bytes=c",
            "follow=f",
            "quiet=q",
            "pid=P",
            "retry=r");
    String text = options.has('c') ? options.value('c', "") : options.value('n', "10");
    long count = Sizes.parse(text.replaceFirst("^[-+]", ""));
    if (count < 0) {
      return task.fail(
          1, "invalid number of " + (options.has('c') ? "bytes" : "lines") + ": '" + text + "'");
    }
    boolean titles = options.operands().size() > 1 && !options.has('q');
    boolean[] first = {true};
    int status =
        opened(
            task,
            options,
            (name, input) -> {
              title(task, name, titles, first);
              if (options.has('c')) {
                String all = Lines.all(task, input);
                int from =
                    (int)
                        (text.startsWith("+")
                            ? Math.min(count - 1, all.length())
                            : Math.max(0, all.length() - count));
                task.out(all.substring(from));
              } else {
                lastLines(task, input, count, text.startsWith("+"));
              }
            });
    if (options.has('f') || options.has('F')) {
      if (status != 0 && options.operands().size() == 1 && !options.has('F')) {
        return task.fail(1, "no files remaining");
      }
      task.await(() -> false);
    }
    return status;
  }

  private static void lastLines(Task task, Input input, long count, boolean from) {
    Deque<String> kept = new ArrayDeque<>();
    long number = 0;
    for (String line = Lines.next(task, input); line != null; line = Lines.next(task, input)) {
      if (from) {
        task.out(++number >= count ? line : "");
      } else {
        kept.addLast(line);
        if (kept.size() > count) {
          kept.removeFirst();
        }
      }
    }
    kept.forEach(task::out);
  }
}

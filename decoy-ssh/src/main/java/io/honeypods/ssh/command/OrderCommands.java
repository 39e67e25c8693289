package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Task;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code uniq} and {@code tac}. */
final class OrderCommands {
  private OrderCommands() {}

  static int uniq(Task task) {
    Options options =
        Options.of(
            task,
            1,
            "cdDuif:s:w:z",
            "count=c",
            "repeated=d",
            "all-repeated=D",
            "unique=u",
            "ignore-case=i",
            "skip-fields=f",
            "skip-chars=s",
            "check-chars=w");
    List<String> operands = options.operands();
    if (operands.size() > 2) {
      throw options.manners().complain(task, "extra operand '" + operands.get(2) + "'");
    }
    var runs = new Runs(task, options);
    int status = Lines.of(task, operands.subList(0, Math.min(1, operands.size())), runs::take);
    runs.end();
    if (operands.size() > 1) {
      try {
        task.files().write(operands.get(1), runs.text.toString());
      } catch (Fault fault) {
        return task.fail(1, operands.get(1) + ": " + fault.text());
      }
    } else {
      task.out(runs.text.toString());
    }
    return status;
  }

  /** Lines that are the same, one after the other. */
  private static final class Runs {
    private final Task task;
    private final Options options;
    private final StringBuilder text = new StringBuilder();
    private @Nullable String first;
    private String key = "";
    private int count;

    Runs(Task task, Options options) {
      this.task = task;
      this.options = options;
    }

    void take(String line) {
      String found = key(line);
      if (first != null && found.equals(key)) {
        count++;
        boolean all = options.has('D');
        text.append(all && count == 2 ? first + "\n" : "").append(all ? line + "\n" : "");
      } else {
        end();
        first = line;
        key = found;
        count = 1;
      }
      task.machine().requireMemory(text.length());
    }

    void end() {
      boolean shown =
          first != null
              && !options.has('D')
              && (!options.has('d') || count > 1)
              && (!options.has('u') || count == 1);
      if (shown) {
        text.append(options.has('c') ? "%7d ".formatted(count) : "").append(first).append('\n');
      }
    }

    /** What of a line is compared. */
    private String key(String line) {
      int at = 0;
      for (long i = Math.max(0, Sizes.parse(options.value('f', "0"))); i > 0; i--) {
        while (at < line.length() && " \t".indexOf(line.charAt(at)) >= 0) {
          at++;
        }
        while (at < line.length() && " \t".indexOf(line.charAt(at)) < 0) {
          at++;
        }
        i = at == line.length() ? 1 : i;
      }
      long skipped = at + Math.max(0, Sizes.parse(options.value('s', "0")));
      String kept = line.substring((int) Math.min(skipped, line.length()));
      long most = Sizes.parse(options.value('w', ""));
      String cut = most < 0 ? kept : kept.substring(0, (int) Math.min(most, kept.length()));
      return options.has('i') ? cut.toLowerCase(Locale.ROOT) : cut;
    }
  }

  static int tac(Task task) {
    Options options = Options.of(task, 1, "brs:", "before=b", "regex=r", "separator=s");
    return Lines.each(
        task,
        options.operands(),
        (_, input) -> {
          String all = Lines.all(task, input);
          String separator = options.value('s', "\n");
          int end = all.length();
          while (end > 0 && !separator.isEmpty()) {
            int before = all.lastIndexOf(separator, end - separator.length() - 1);
            int from = before < 0 ? 0 : before + separator.length();
            task.out(all.substring(from, end));
            end = from;
          }
        });
  }
}

package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.util.List;

/** Programs that order lines. */
final class OrderCommands {
  private OrderCommands() {}

  static int uniq(Task task) {
    Options options = Options.of(task, 1, "cduif:s:w:", "count=c", "repeated=d", "unique=u");
    String[] last = {null};
    int[] count = {0};
    Runnable show =
        () -> {
          boolean shown =
              last[0] != null
                  && (!options.has('d') || count[0] > 1)
                  && (!options.has('u') || count[0] == 1);
          task.out(
              shown ? (options.has('c') ? "%7d ".formatted(count[0]) : "") + last[0] + "\n" : "");
        };
    List<String> operands = options.operands();
    int status =
        Lines.of(
            task,
            operands.subList(0, Math.min(1, operands.size())),
            line -> {
              if (last[0] != null
                  && (options.has('i') ? line.equalsIgnoreCase(last[0]) : line.equals(last[0]))) {
                count[0]++;
              } else {
                show.run();
                last[0] = line;
                count[0] = 1;
              }
            });
    show.run();
    return status;
  }

  static int tac(Task task) {
    Lines.list(task, task.operands()).reversed().forEach(line -> task.out(line + "\n"));
    return 0;
  }
}

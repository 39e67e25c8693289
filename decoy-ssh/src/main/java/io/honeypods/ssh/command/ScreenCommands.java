package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.Terminal;

/** Programs of the terminal and for reading and editing at it. */
final class ScreenCommands {
  private ScreenCommands() {}

  static int more(Task task) {
    return Lines.each(
        task,
        task.operands().stream().filter(word -> !word.startsWith("-")).toList(),
        (_, input) -> {
          for (String piece = input.read(task); piece != null; piece = input.read(task)) {
            task.out(piece);
          }
        });
  }

  static int tty(Task task) {
    Terminal terminal = task.terminal();
    if (terminal == null || task.input() != terminal) {
      task.out("not a tty\n");
      return 1;
    }
    task.out("/dev/" + terminal.name() + "\n");
    return 0;
  }

  static int stty(Task task) {
    if (task.terminal() == null || task.input() != task.terminal()) {
      return task.fail(1, "'standard input': Inappropriate ioctl for device");
    }
    for (String word : task.operands()) {
      switch (word) {
        case "-echo" -> task.terminal().echo(false);
        case "echo", "sane" -> task.terminal().echo(true);
        case "size" -> task.out(task.terminal().rows() + " " + task.terminal().columns() + "\n");
        default -> {}
      }
    }
    task.out(task.operands().isEmpty() ? "speed 38400 baud; line = 0;\n-brkint -imaxbel\n" : "");
    return 0;
  }

  static int clear(Task task) {
    if (task.environment().getOrDefault("TERM", "").isEmpty()) {
      task.err("TERM environment variable not set.\n");
      return 1;
    }
    task.out("\u001b[H\u001b[2J\u001b[3J");
    return 0;
  }
}

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

  static int vi(Task task) {
    if (task.terminal() == null) {
      task.err(
          "Vim: Warning: Output is not to a terminal\n"
              + "Vim: Warning: Input is not from a terminal\n");
      return 1;
    }
    task.terminal().raw(true);
    try {
      String file = task.operands().isEmpty() ? "" : task.operands().getFirst();
      String text = file.isEmpty() || !task.files().exists(file) ? "" : task.files().read(file);
      task.out(
          "\u001b[?1049h\u001b[H\u001b[2J"
              + text.replace("\n", "\r\n")
              + "~\r\n\u001b["
              + task.terminal().rows()
              + ";1H\""
              + file
              + "\""
              + (text.isEmpty() ? " [New]" : ""));
      var typed = new StringBuilder();
      for (Character key = task.terminal().key(task);
          key != null;
          key = task.terminal().key(task)) {
        typed.append(key.charValue());
        if (typed.toString().matches("(?s).*(:(w?q!?|wq|x|qa!?)\r|ZZ|ZQ)")) {
          break;
        }
        task.machine().requireMemory(typed.length());
      }
      task.out("\u001b[?1049l");
      return 0;
    } finally {
      task.terminal().raw(false);
    }
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

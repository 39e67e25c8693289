package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.Terminal;

/** {@code vi}, which is vim.tiny on Debian: it shows a file, changes it, and writes it. */
final class Vi {
  private static final char ESCAPE = 27;
  private static final String NOT_TERMINAL =
      "Vim: Warning: Output is not to a terminal\nVim: Warning: Input is not from a terminal\n";

  private final Task task;
  private final Terminal terminal;
  private final ViScreen screen;
  private final ViBuffer buffer;
  private final ViLine line;
  private boolean inserting;

  private Vi(Task task, Terminal terminal, String file, String text) {
    this.task = task;
    this.terminal = terminal;
    this.buffer = new ViBuffer(text);
    this.line = new ViLine(task, buffer, file);
    this.screen = new ViScreen(task, terminal);
  }

  static int run(Task task) {
    Terminal terminal = task.terminal();
    if (terminal == null) {
      task.err(NOT_TERMINAL);
      return 1;
    }
    String file =
        task.operands().stream()
            .filter(word -> !word.startsWith("-") && !word.startsWith("+"))
            .findFirst()
            .orElse("");
    String text = "";
    boolean isNew = file.isEmpty() || !task.files().exists(file);
    try {
      text = isNew ? "" : task.files().read(file);
    } catch (Fault fault) {
      task.err("\"" + file + "\" " + fault.text() + "\n");
    }
    terminal.raw(true);
    try {
      return new Vi(task, terminal, file, text).edit(file, isNew, text.length());
    } finally {
      terminal.raw(false);
    }
  }

  private int edit(String file, boolean isNew, int size) {
    String lines =
        isNew ? " [New]" : " %dL, %dB".formatted(size == 0 ? 0 : buffer.lines().size(), size);
    screen.open();
    screen.draw(buffer, file.isEmpty() ? "" : "\"" + file + "\"" + lines);
    char before = 0;
    while (!line.isOver()) {
      Character key = terminal.key(task);
      if (key == null) {
        break;
      }
      task.work(64);
      String message = inserting ? insert(key) : command(key, before);
      before = before == 0 && "dgZ".indexOf(key) >= 0 ? key : 0;
      if (!line.isOver()) {
        screen.draw(buffer, message);
      }
    }
    screen.close();
    return 0;
  }

  private String insert(char key) {
    switch (key) {
      case ESCAPE -> {
        escape();
        return inserting ? "-- INSERT --" : "";
      }
      case '\r', '\n' -> buffer.split();
      case 8, 127 -> buffer.deleteBefore();
      default -> {
        if (key >= ' ' || key == '\t') {
          buffer.insert(key);
        }
      }
    }
    return "-- INSERT --";
  }

  /** An escape alone ends what is put in; with a letter behind it, it is a cursor key. */
  private void escape() {
    if (terminal.hasKeys()) {
      arrow();
    } else {
      inserting = false;
      buffer.move(buffer.row(), buffer.column() - 1, false);
    }
  }

  private void arrow() {
    Character bracket = terminal.key(task);
    if (bracket == null || (bracket != '[' && bracket != 'O')) {
      inserting = false;
      if (bracket != null) {
        command(bracket, (char) 0);
      }
      return;
    }
    Character letter = terminal.key(task);
    step(letter == null ? 0 : letter);
  }

  private void step(char letter) {
    int row = buffer.row();
    int column = buffer.column();
    switch (letter) {
      case 'A', 'k' -> buffer.move(row - 1, column, inserting);
      case 'B', 'j', '\r' -> buffer.move(row + 1, column, inserting);
      case 'C', 'l', ' ' -> buffer.move(row, column + 1, inserting);
      case 'D', 'h', 8, 127 -> buffer.move(row, column - 1, inserting);
      default -> {}
    }
  }

  private String command(char key, char before) {
    switch (key) {
      case ':' -> {
        String text = screen.ask(":");
        return text == null ? "" : line.obey(text.strip());
      }
      case ESCAPE -> {
        if (terminal.hasKeys()) {
          arrow();
        }
      }
      case 'i', 'a', 'I', 'A', 'o', 'O' -> {
        begin(key);
        return "-- INSERT --";
      }
      case 'Z' -> {
        if (before == 'Z') {
          return line.obey("x");
        }
      }
      case 'Q' -> {
        if (before == 'Z') {
          return line.obey("q!");
        }
      }
      default -> change(key, before);
    }
    return "";
  }

  private void change(char key, char before) {
    switch (key) {
      case 'x' -> buffer.deleteAt();
      case 'D' -> buffer.deleteRest();
      case 'd' -> {
        if (before == 'd') {
          buffer.deleteLine();
        }
      }
      case 'G' -> buffer.move(Integer.MAX_VALUE, 0, false);
      case 'g' -> {
        if (before == 'g') {
          buffer.move(0, 0, false);
        }
      }
      case '0', '^' -> buffer.move(buffer.row(), 0, false);
      case '$' -> buffer.move(buffer.row(), Integer.MAX_VALUE, false);
      default -> step(key);
    }
  }

  private void begin(char key) {
    inserting = true;
    int row = buffer.row();
    switch (key) {
      case 'a' -> buffer.move(row, buffer.column() + 1, true);
      case 'I' -> buffer.move(row, 0, true);
      case 'A' -> buffer.move(row, Integer.MAX_VALUE, true);
      case 'o' -> buffer.open(true);
      case 'O' -> buffer.open(false);
      default -> buffer.move(row, buffer.column(), true);
    }
  }
}

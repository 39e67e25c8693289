package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.Terminal;
import org.jspecify.annotations.Nullable;

/** The screen of {@code vi}: the lines around the cursor, and one for messages below them. */
final class ViScreen {
  private static final int MAX_LINE = 500;
  private static final char ESCAPE = 27;

  private final Task task;
  private final Terminal terminal;
  private int top;

  ViScreen(Task task, Terminal terminal) {
    this.task = task;
    this.terminal = terminal;
  }

  void open() {
    task.out("\u001b[?1049h\u001b[?1h\u001b=\u001b[H\u001b[2J");
  }

  void close() {
    task.out("\u001b[?1l\u001b>\u001b[?1049l");
  }

  private int rows() {
    return Math.max(1, terminal.rows() - 1);
  }

  void draw(ViBuffer buffer, String message) {
    top = Math.clamp(top, Math.max(0, buffer.row() - rows() + 1), Math.max(0, buffer.row()));
    var out = new StringBuilder("\u001b[?25l\u001b[H");
    for (int i = top; i < top + rows(); i++) {
      out.append(i < buffer.lines().size() ? shown(buffer.lines().get(i).toString()) : "~")
          .append("\u001b[K\r\n");
    }
    out.append(cut(message)).append("\u001b[K");
    int column = shown(buffer.lines().get(buffer.row()).substring(0, buffer.column())).length();
    out.append("\u001b[%d;%dH\u001b[?25h".formatted(buffer.row() - top + 1, column + 1));
    task.out(out.toString());
  }

  private String shown(String line) {
    return cut(line.replace("\t", "        ").replace("\u001b", "^["));
  }

  private String cut(String text) {
    return text.substring(0, Math.min(text.length(), terminal.columns()));
  }

  /** A line typed at the bottom; null where it was given up. */
  @Nullable String ask(String prompt) {
    task.out("\u001b[%d;1H\u001b[K%s".formatted(rows() + 1, prompt));
    var line = new StringBuilder();
    for (Character key = terminal.key(task); key != null; key = terminal.key(task)) {
      if (key == '\r' || key == '\n') {
        return line.toString();
      }
      if (key == ESCAPE || ((key == 8 || key == 127) && line.isEmpty())) {
        return null;
      }
      if (key == 8 || key == 127) {
        line.setLength(line.length() - 1);
        task.out("\b \b");
      } else if (key >= ' ' && line.length() < MAX_LINE) {
        line.append(key.charValue());
        task.out(String.valueOf(key));
      }
    }
    return null;
  }
}

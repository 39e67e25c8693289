package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;

/**
 * Commands that are typed at the bottom of the screen of {@code vi}: they write, and they leave.
 */
final class ViLine {
  private final Task task;
  private final ViBuffer buffer;
  private String file;
  private boolean over;

  ViLine(Task task, ViBuffer buffer, String file) {
    this.task = task;
    this.buffer = buffer;
    this.file = file;
  }

  boolean isOver() {
    return over;
  }

  /** Does what is typed; what is told below. */
  String obey(String text) {
    String[] words = text.split("\\s+", 2);
    String path = words.length > 1 ? words[1] : "";
    return switch (words[0]) {
      case "q" -> {
        over = !buffer.isChanged();
        yield over ? "" : "E37: No write since last change (add ! to override)";
      }
      case "q!", "qa!", "cq" -> quit();
      case "qa" -> obey("q");
      case "w", "w!" -> write(path, false);
      case "wq", "wq!", "x", "xit", "wqa" -> write(path, true);
      case "", "set", "syntax", "noh" -> "";
      default -> number(text);
    };
  }

  private String number(String text) {
    if (text.matches("[0-9]{1,6}")) {
      buffer.move(Integer.parseInt(text) - 1, 0, false);
      return "";
    }
    return text.equals("$") ? obey("999999") : "E492: Not an editor command: " + text;
  }

  private String quit() {
    over = true;
    return "";
  }

  private String write(String path, boolean ends) {
    String target = path.isEmpty() ? file : path;
    if (target.isEmpty()) {
      return "E32: No file name";
    }
    String text = buffer.text();
    boolean isNew = !task.files().exists(target);
    try {
      task.files().write(target, text);
    } catch (Fault fault) {
      return "\"" + target + "\" E212: Can't open file for writing";
    }
    task.machine().reports().uploaded(Paths.resolve(task.directory(), target), text);
    file = file.isEmpty() ? target : file;
    buffer.saved();
    over = ends;
    return "\"%s\"%s %dL, %dB written"
        .formatted(
            target,
            isNew ? " [New]" : "",
            text.isEmpty() ? 0 : buffer.lines().size(),
            text.length());
  }
}

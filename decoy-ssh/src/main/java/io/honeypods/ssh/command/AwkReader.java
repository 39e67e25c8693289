package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Input;
import io.honeypods.ssh.host.Task;
import org.jspecify.annotations.Nullable;

/** Reads the records of one input of {@code awk}. */
final class AwkReader {
  private final Task task;
  private final Input input;

  AwkReader(Task task, Input input) {
    this.task = task;
    this.input = input;
  }

  /** The next record without what ends it; null at the end. */
  @Nullable String next(String separator) {
    if (separator.isEmpty()) {
      return paragraph();
    }
    if (separator.equals("\n")) {
      String line = Lines.next(task, input);
      return line == null || !line.endsWith("\n") ? line : line.substring(0, line.length() - 1);
    }
    return upTo(separator.charAt(0));
  }

  private @Nullable String paragraph() {
    String line = next("\n");
    while (line != null && line.isEmpty()) {
      line = next("\n");
    }
    if (line == null) {
      return null;
    }
    var text = new StringBuilder(line);
    for (String more = next("\n"); more != null && !more.isEmpty(); more = next("\n")) {
      text.append('\n').append(more);
      task.machine().requireMemory(text.length());
    }
    return text.toString();
  }

  private @Nullable String upTo(char end) {
    var text = new StringBuilder();
    boolean any = false;
    for (String piece = input.readTo(task, end); piece != null; piece = input.readTo(task, end)) {
      any = true;
      text.append(piece);
      if (piece.indexOf(end) >= 0) {
        return text.substring(0, text.length() - 1);
      }
      task.machine().requireMemory(text.length());
    }
    return any && !text.toString().equals("\n") ? text.toString() : null;
  }
}

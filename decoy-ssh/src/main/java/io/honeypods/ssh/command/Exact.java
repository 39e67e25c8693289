package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import org.jspecify.annotations.Nullable;

/** Reads as many bytes as a binary protocol wants. */
final class Exact {
  private final Task task;
  private final StringBuilder held = new StringBuilder();

  Exact(Task task) {
    this.task = task;
  }

  /** So many bytes; null where the input ends before. */
  @Nullable String bytes(int count) {
    while (held.length() < count) {
      String piece = task.input().read(task);
      if (piece == null) {
        return null;
      }
      held.append(piece);
    }
    String bytes = held.substring(0, count);
    held.delete(0, count);
    return bytes;
  }

  /** A line without its end; null where the input ends before. */
  @Nullable String line() {
    var line = new StringBuilder();
    for (String next = bytes(1); next != null && line.length() < 8192; next = bytes(1)) {
      if (next.equals("\n")) {
        return line.toString();
      }
      line.append(next);
    }
    return null;
  }
}

package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Output;
import io.honeypods.ssh.host.Task;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What {@code sed} writes: to its output or, where it edits in place, to be kept; and to files. */
final class SedWriter {
  private static final int MOST = 32;

  private final Task task;
  private final boolean keeps;
  private final char end;
  private final StringBuilder kept = new StringBuilder();
  private final Map<String, Output> files = new HashMap<>();
  private boolean owes;

  SedWriter(Task task, boolean keeps, char end, List<SedCommand> script) {
    this.task = task;
    this.keeps = keeps;
    this.end = end;
    for (SedCommand command : script) {
      SedSubstitution what = command.substitution();
      String path = command.name() == 'w' ? command.text() : what == null ? "" : what.file();
      if (!path.isEmpty()) {
        open(path);
      }
    }
  }

  private void open(String path) {
    if (files.size() < MOST && !path.startsWith("/dev/std")) {
      files.put(path, task.files().create(path, false));
    }
  }

  /** A line, with an end unless it is the last and had none. */
  void line(String text, boolean ended) {
    plain(text + (ended ? String.valueOf(end) : ""));
    owes = !ended;
  }

  void plain(String text) {
    if (text.isEmpty()) {
      return;
    }
    String whole = owes ? end + text : text;
    owes = false;
    if (keeps) {
      kept.append(whole);
      task.machine().requireMemory(kept.length());
    } else {
      task.out(whole);
    }
  }

  void file(String path, String text) {
    Output out =
        path.equals("/dev/stdout")
            ? task.outputs().get(1)
            : path.equals("/dev/stderr") ? task.outputs().get(2) : files.get(path);
    if (out != null) {
      out.write(task, text);
    }
  }

  String kept() {
    return kept.toString();
  }
}

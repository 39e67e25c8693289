package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Input;
import io.honeypods.ssh.host.Task;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of the files that {@code sed} reads, of which it knows the last in advance. */
final class SedLines {
  private final Task task;
  private final Deque<String> files;
  private final char end;
  private @Nullable Input input;
  private @Nullable String ahead;
  private String file = "-";
  private boolean looked;
  private boolean ended = true;
  private long number;
  private int status;

  SedLines(Task task, List<String> files, char end) {
    this.task = task;
    this.files = new ArrayDeque<>(files);
    this.end = end;
  }

  /** The next line without its end; null behind the last. */
  @Nullable String next() {
    String line = look();
    looked = false;
    if (line == null) {
      return null;
    }
    number++;
    ended = line.indexOf(end) == line.length() - 1 && !line.isEmpty();
    return ended ? line.substring(0, line.length() - 1) : line;
  }

  boolean isLast() {
    return look() == null;
  }

  long number() {
    return number;
  }

  String file() {
    return file;
  }

  /** Whether the line at hand had an end. */
  boolean isEnded() {
    return ended;
  }

  int status() {
    return status;
  }

  private @Nullable String look() {
    if (!looked) {
      ahead = read();
      looked = true;
    }
    return ahead;
  }

  private @Nullable String read() {
    while (true) {
      Input current = input;
      String line =
          current == null ? null : end == '\n' ? Lines.next(task, current) : upTo(current);
      if (line != null) {
        return line;
      }
      if (files.isEmpty()) {
        return null;
      }
      input = open(files.removeFirst());
    }
  }

  private @Nullable String upTo(Input current) {
    String text = new AwkReader(task, current).next(String.valueOf(end));
    return text == null ? null : text + end;
  }

  private @Nullable Input open(String path) {
    file = path;
    try {
      if (path.equals("-")) {
        return task.input();
      }
      if (task.files().isDirectory(path)) {
        status = task.fail(2, "couldn't read " + path + ": Is a directory");
        return null;
      }
      return task.files().open(path);
    } catch (Fault fault) {
      status = task.fail(2, "can't read " + path + ": " + fault.text());
      return null;
    }
  }
}

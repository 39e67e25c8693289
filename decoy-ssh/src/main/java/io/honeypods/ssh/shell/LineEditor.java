package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.Terminal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines as they are typed: shown, edited, fetched from the history. */
final class LineEditor {
  private static final int MAX_LINE = 16 * 1024;

  private final Shell shell;
  private final Task task;
  private final Terminal terminal;
  private final StringBuilder line = new StringBuilder();
  private String killed = "";
  private int cursor;
  private int past;
  private String unfinished = "";

  LineEditor(Shell shell, Terminal terminal) {
    this.shell = shell;
    this.task = shell.task();
    this.terminal = terminal;
  }

  /** The next line without its end; null where the end was typed. */
  @Nullable String read(String prompt) {
    boolean dumb = "dumb".equals(shell.value("TERM")) || shell.value("TERM") == null;
    line.setLength(0);
    cursor = 0;
    past = shell.history().lines().size();
    terminal.raw(true);
    show((dumb ? "" : "\u001b[?2004h") + prompt.replace("\u0001", "").replace("\u0002", ""));
    try {
      while (true) {
        Character key = terminal.key(task);
        if (key == null || (key == 4 && line.isEmpty())) {
          show((dumb ? "" : "\u001b[?2004l\r") + (key == null ? "" : "\r\n"));
          return null;
        }
        if (key == '\r' || key == '\n') {
          show("\r\n" + (dumb ? "" : "\u001b[?2004l\r"));
          return line.toString();
        }
        if (key == 3) {
          show(
              "^C"
                  + (dumb ? "" : "\u001b[?2004l\r")
                  + "\r\n"
                  + (dumb ? "" : "\u001b[?2004h")
                  + prompt.replace("\u0001", "").replace("\u0002", ""));
          line.setLength(0);
          cursor = 0;
          shell.status(130);
        } else {
          take(key, prompt);
        }
      }
    } finally {
      terminal.raw(false);
    }
  }

  private void show(String text) {
    terminal.write(task, text);
  }

  private void take(char key, String prompt) {
    switch (key) {
      case 1 -> move(0);
      case 2 -> move(cursor - 1);
      case 4 -> delete(cursor, cursor + 1);
      case 5 -> move(line.length());
      case 6 -> move(cursor + 1);
      case 8, 127 -> delete(cursor - 1, cursor);
      case 9 -> complete(prompt);
      case 11 -> kill(cursor, line.length());
      case 12 -> show("\u001b[H\u001b[2J" + prompt + line + "\b".repeat(line.length() - cursor));
      case 14 -> recall(past + 1);
      case 16 -> recall(past - 1);
      case 21 -> kill(0, cursor);
      case 23 -> kill(wordStart(), cursor);
      case 25 -> insert(killed);
      case 27 -> escape();
      default -> {
        if (key >= ' ') {
          insert(String.valueOf(key));
        }
      }
    }
  }

  private void insert(String text) {
    if (line.length() + text.length() > MAX_LINE) {
      show("\u0007");
      return;
    }
    line.insert(cursor, text);
    cursor += text.length();
    show(text + line.substring(cursor) + "\b".repeat(line.length() - cursor));
  }

  private void move(int to) {
    int target = Math.clamp(to, 0, line.length());
    show(target < cursor ? "\b".repeat(cursor - target) : line.substring(cursor, target));
    cursor = target;
  }

  private void delete(int from, int to) {
    if (from < 0 || to > line.length()) {
      show("\u0007");
      return;
    }
    move(from);
    line.delete(from, to);
    String rest = line.substring(cursor);
    show(rest + " ".repeat(to - from) + "\b".repeat(rest.length() + to - from));
  }

  private void kill(int from, int to) {
    if (from < to) {
      killed = line.substring(from, to);
      delete(from, to);
    }
  }

  private int wordStart() {
    int at = cursor;
    while (at > 0 && line.charAt(at - 1) == ' ') {
      at--;
    }
    while (at > 0 && line.charAt(at - 1) != ' ') {
      at--;
    }
    return at;
  }

  private void recall(int index) {
    List<String> lines = shell.history().lines();
    if (index < 0 || index > lines.size()) {
      show("\u0007");
      return;
    }
    unfinished = past == lines.size() ? line.toString() : unfinished;
    past = index;
    delete(0, line.length());
    insert(index == lines.size() ? unfinished : lines.get(index));
  }

  /** Cursor keys and their like; other sequences are passed over. */
  private void escape() {
    Character second = terminal.key(task);
    if (second == null || (second != '[' && second != 'O')) {
      return;
    }
    var digits = new StringBuilder();
    Character last = terminal.key(task);
    while (last != null && last < '@' && digits.length() < 8) {
      digits.append(last);
      last = terminal.key(task);
    }
    if (last == null) {
      return;
    }
    switch (last) {
      case 'A' -> recall(past - 1);
      case 'B' -> recall(past + 1);
      case 'C' -> move(cursor + 1);
      case 'D' -> move(cursor - 1);
      case 'H' -> move(0);
      case 'F' -> move(line.length());
      case '~' -> {
        switch (digits.toString()) {
          case "1", "7" -> move(0);
          case "4", "8" -> move(line.length());
          case "3" -> delete(cursor, cursor + 1);
          default -> {}
        }
      }
      default -> {}
    }
  }

  private void complete(String prompt) {
    int start = wordStart();
    String word = line.substring(start, cursor);
    List<String> found = Completion.of(shell, word, line.substring(0, start).isBlank());
    String common = Completion.common(found);
    if (common.length() > word.length()) {
      insert(
          common.substring(word.length())
              + (found.size() == 1 && !common.endsWith("/") ? " " : ""));
    } else if (found.size() == 1) {
      insert(" ");
    } else if (found.size() > 1 && found.size() < 100) {
      show(
          "\r\n"
              + String.join("  ", found.stream().map(Completion::shown).toList())
              + "\r\n"
              + prompt.replace("\u0001", "").replace("\u0002", "")
              + line
              + "\b".repeat(line.length() - cursor));
    } else {
      show("\u0007");
    }
  }
}

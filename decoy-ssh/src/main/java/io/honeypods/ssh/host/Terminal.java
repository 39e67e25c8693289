package io.honeypods.ssh.host;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A pseudo-terminal: keys come in, and are made lines of unless a program wants them raw. */
public final class Terminal implements Input, Output {
  private static final int MAX_LINE = 4095;
  private static final int MAX_KEYS = 64 * 1024;

  private final Pipe screen;
  private final StringBuilder keys = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private final StringBuilder ready = new StringBuilder();
  private final String name;
  private int columns;
  private int rows;
  private boolean echo = true;
  private boolean raw;
  private boolean ended;
  private boolean hungUp;

  public Terminal(String name, int columns, int rows, Pipe screen) {
    this.name = name;
    this.screen = screen;
    resize(columns, rows);
  }

  /** Such as {@code pts/0}. */
  public String name() {
    return name;
  }

  public int columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  public void resize(int width, int height) {
    columns = width <= 0 || width > 1000 ? 80 : width;
    rows = height <= 0 || height > 1000 ? 24 : height;
  }

  /** Whether keys are shown as they are typed. */
  public void echo(boolean on) {
    echo = on;
  }

  /** Whether keys go to a program one by one, unseen. */
  public void raw(boolean on) {
    raw = on;
    if (!on) {
      discipline();
    } else {
      keys.insert(0, ready);
      ready.setLength(0);
    }
  }

  /** Keys come; those that interrupt are not taken but answered with true. */
  public boolean type(String bytes) {
    boolean interrupted = false;
    for (int i = 0; i < bytes.length(); i++) {
      char c = bytes.charAt(i);
      if (!raw && c == 3) {
        line.setLength(0);
        ready.setLength(0);
        keys.setLength(0);
        screen.add("^C");
        interrupted = true;
      } else if (keys.length() < MAX_KEYS) {
        keys.append(c);
      }
    }
    if (!raw) {
      discipline();
    }
    return interrupted;
  }

  /** Nobody is at the keys any more. */
  public void hangUp() {
    hungUp = true;
  }

  /** Whether a key was typed that nobody took yet. */
  public boolean hasKeys() {
    return !keys.isEmpty();
  }

  /** The next key; null once there is nobody. */
  public @Nullable Character key(Task task) {
    task.await(() -> keys.length() > 0 || hungUp);
    if (keys.isEmpty()) {
      return null;
    }
    char key = keys.charAt(0);
    keys.deleteCharAt(0);
    return key;
  }

  @Override
  public @Nullable String read(Task task) {
    task.await(() -> ready.length() > 0 || ended || hungUp);
    if (ready.isEmpty()) {
      ended = false;
      return null;
    }
    String bytes = ready.toString();
    ready.setLength(0);
    task.arrivals().heard();
    return bytes;
  }

  @Override
  public @Nullable String readTo(Task task, char end) {
    String piece = read(task);
    int found = piece == null ? -1 : piece.indexOf(end);
    if (piece == null || found < 0) {
      return piece;
    }
    unread(piece.substring(found + 1));
    return piece.substring(0, found + 1);
  }

  @Override
  public @Nullable String read(Task task, Duration most) {
    return task.await(() -> ready.length() > 0 || ended || hungUp, most) ? read(task) : null;
  }

  @Override
  public void unread(String rest) {
    ready.insert(0, rest);
  }

  @Override
  public void write(Task task, String bytes) {
    screen.write(task, raw ? bytes : bytes.replace("\n", "\r\n"));
  }

  private void discipline() {
    for (int i = 0; i < keys.length(); i++) {
      take(keys.charAt(i));
    }
    keys.setLength(0);
  }

  private void take(char c) {
    switch (c) {
      case '\r', '\n' -> {
        show("\r\n");
        ready.append(line).append('\n');
        line.setLength(0);
      }
      case 4 -> {
        ended = line.isEmpty();
        ready.append(line);
        line.setLength(0);
      }
      case 8, 127 -> {
        if (!line.isEmpty()) {
          line.setLength(line.length() - 1);
          show("\b \b");
        }
      }
      case 21 -> {
        show("\b \b".repeat(line.length()));
        line.setLength(0);
      }
      default -> {
        if (line.length() < MAX_LINE) {
          line.append(c);
          show(c < ' ' && c != '\t' ? "^" + (char) (c + '@') : String.valueOf(c));
        }
      }
    }
  }

  private void show(String text) {
    if (echo) {
      screen.add(text);
    }
  }
}

package io.honeypods.ssh.host;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Bytes on their way from tasks to a task, or between a task and a channel. */
public final class Pipe implements Input, Output {
  private static final int ROOM = 64 * 1024;

  private final StringBuilder held = new StringBuilder();
  private final int room;
  private boolean ended;
  private boolean broken;
  private boolean carries;

  public Pipe() {
    this(ROOM);
  }

  private Pipe(int room) {
    this.room = room;
  }

  /** A pipe that takes up to so many bytes and drops the rest: what a substitution reads. */
  public static Pipe keeping(int room) {
    return new Pipe(-room);
  }

  @Override
  public @Nullable String read(Task task) {
    task.await(() -> held.length() > 0 || ended);
    if (carries && held.length() > 0) {
      task.arrivals().heard();
    }
    return take(ROOM);
  }

  @Override
  public @Nullable String readTo(Task task, char end) {
    task.await(() -> held.length() > 0 || ended);
    if (carries && held.length() > 0) {
      task.arrivals().heard();
    }
    int found = held.indexOf(String.valueOf(end));
    int length = found < 0 ? held.length() : found + 1;
    task.work(length);
    return take(length);
  }

  @Override
  public @Nullable String read(Task task, Duration most) {
    return task.await(() -> held.length() > 0 || ended, most) ? read(task) : null;
  }

  @Override
  public void unread(String rest) {
    held.insert(0, rest);
  }

  @Override
  public void write(Task task, String bytes) {
    task.work(bytes.length());
    carries |= task.arrivals().hasHeard();
    if (room < 0) {
      if (held.length() + bytes.length() > -room) {
        throw new Killed(Killed.KILL);
      }
      held.append(bytes);
      return;
    }
    int at = 0;
    while (at < bytes.length()) {
      task.await(() -> held.length() < room || broken);
      if (broken) {
        throw new Killed(Killed.PIPE);
      }
      int end = Math.min(bytes.length(), at + room - held.length());
      held.append(bytes, at, end);
      at = end;
    }
  }

  /** Adds without waiting, as a channel does that has its own window. */
  public void add(String bytes) {
    if (!broken) {
      carries = true;
      held.append(bytes);
    }
  }

  /** Up to so many bytes that are there now; null where there are none. */
  public @Nullable String take(int most) {
    if (held.isEmpty()) {
      return null;
    }
    int length = Math.min(most, held.length());
    String bytes = held.substring(0, length);
    held.delete(0, length);
    return bytes;
  }

  /** All that was written. */
  public String all() {
    return held.toString();
  }

  public int length() {
    return held.length();
  }

  /** Nobody will write any more. */
  public void end() {
    ended = true;
  }

  /** Nobody will read any more. */
  public void breakOff() {
    broken = true;
    held.setLength(0);
  }
}

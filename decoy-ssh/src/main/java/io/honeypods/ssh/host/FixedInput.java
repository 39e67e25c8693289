package io.honeypods.ssh.host;

import org.jspecify.annotations.Nullable;

/** Bytes that are there already: a file, a here-document, or the same for ever. */
public final class FixedInput implements Input {
  private static final int PIECE = 4096;

  private String bytes;
  private final boolean endless;
  private int at;

  private FixedInput(String bytes, boolean endless) {
    this.bytes = bytes;
    this.endless = endless;
  }

  public static FixedInput of(String bytes) {
    return new FixedInput(bytes, false);
  }

  /** {@code /dev/zero} and its like. */
  static FixedInput endless(String piece) {
    return new FixedInput(piece, true);
  }

  @Override
  public @Nullable String read(Task task) {
    task.work(PIECE);
    if (endless) {
      return bytes;
    }
    if (at >= bytes.length()) {
      return null;
    }
    int end = Math.min(bytes.length(), at + PIECE);
    String piece = bytes.substring(at, end);
    at = end;
    return piece;
  }

  @Override
  public @Nullable String readTo(Task task, char end) {
    if (endless) {
      return read(task);
    }
    if (at >= bytes.length()) {
      return null;
    }
    int found = bytes.indexOf(end, at);
    int to = Math.min(found < 0 ? bytes.length() : found + 1, at + PIECE);
    String piece = bytes.substring(at, to);
    task.work(piece.length());
    at = to;
    return piece;
  }

  @Override
  public void unread(String rest) {
    if (!endless) {
      boolean same = at >= rest.length() && bytes.startsWith(rest, at - rest.length());
      bytes = same ? bytes : rest + bytes.substring(at);
      at = same ? at - rest.length() : 0;
    }
  }
}

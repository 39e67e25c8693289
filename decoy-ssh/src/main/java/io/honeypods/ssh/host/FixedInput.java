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
  public void unread(String rest) {
    if (!endless) {
      bytes = rest + bytes.substring(at);
      at = 0;
    }
  }
}

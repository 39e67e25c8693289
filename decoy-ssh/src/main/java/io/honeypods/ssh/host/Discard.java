package io.honeypods.ssh.host;

/** {@code /dev/null} and its like to write to. */
public final class Discard implements Output {
  private final boolean isFull;

  private Discard(boolean isFull) {
    this.isFull = isFull;
  }

  public static Discard nothing() {
    return new Discard(false);
  }

  /** {@code /dev/full}. */
  static Discard full() {
    return new Discard(true);
  }

  @Override
  public void write(Task task, String bytes) {
    task.work(bytes.length());
    if (isFull) {
      throw new Fault(Errno.NO_SPACE);
    }
  }
}

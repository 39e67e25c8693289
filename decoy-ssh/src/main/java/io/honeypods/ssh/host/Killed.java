package io.honeypods.ssh.host;

/** A task that ends by a signal. */
public final class Killed extends RuntimeException {
  public static final int INTERRUPT = 2;
  public static final int KILL = 9;
  public static final int PIPE = 13;
  public static final int TERMINATE = 15;

  private static final long serialVersionUID = 1;

  private final int signal;
  private final boolean all;

  public Killed(int signal) {
    this(signal, signal == INTERRUPT || signal == KILL);
  }

  Killed(int signal, boolean all) {
    super("signal " + signal, null, false, false);
    this.signal = signal;
    this.all = all;
  }

  /** Whether it ends those too who wait for the task it was for. */
  boolean isForAll() {
    return all;
  }

  public int signal() {
    return signal;
  }

  /** The exit status that a shell sees. */
  public int status() {
    return 128 + signal;
  }
}

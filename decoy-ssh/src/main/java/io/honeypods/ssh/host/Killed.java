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
  private final int target;

  public Killed(int signal) {
    this(signal, signal == INTERRUPT || signal == KILL);
  }

  private Killed(int signal, boolean all) {
    this(signal, all, 0);
  }

  /**
   * A signal that ends others too.
   *
   * @param target the pid of the outermost that ends; 0 for no such
   */
  Killed(int signal, boolean all, int target) {
    super("signal " + signal, null, false, false);
    this.signal = signal;
    this.all = all;
    this.target = target;
  }

  int target() {
    return target;
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

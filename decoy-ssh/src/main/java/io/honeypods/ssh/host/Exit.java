package io.honeypods.ssh.host;

/** A task that ends by itself, from wherever it is. */
public final class Exit extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  public Exit(int status) {
    super("exit " + status, null, false, false);
    this.status = status & 0xff;
  }

  public int status() {
    return status;
  }
}

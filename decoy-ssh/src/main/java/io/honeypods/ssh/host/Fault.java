package io.honeypods.ssh.host;

/** A system call that failed. */
public final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Errno errno;

  Fault(Errno errno) {
    super(errno.text(), null, false, false);
    this.errno = errno;
  }

  /** A failure that a program finds out itself. */
  public static Fault of(Errno errno) {
    return new Fault(errno);
  }

  /** What only root may do. */
  public static Fault notPermitted() {
    return new Fault(Errno.NOT_PERMITTED);
  }

  public Errno errno() {
    return errno;
  }

  public String text() {
    return errno.text();
  }
}

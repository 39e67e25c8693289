package io.honeypods.ssh.host;

/** Who finds the files as a visitor left them. */
public enum FileScope {
  /** Nobody: they are gone with the connection. */
  SESSION,
  /** Whoever comes by the same account later, or at the same time. */
  ACCOUNT
}

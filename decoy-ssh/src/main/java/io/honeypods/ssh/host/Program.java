package io.honeypods.ssh.host;

/** What runs when a task is started. */
@FunctionalInterface
public interface Program {

  /** Runs to its end; the exit status. */
  int run(Task task);
}

package io.honeypods.ssh.host;

/** Where bytes go, one character each. */
public sealed interface Output permits Discard, FileOutput, Pipe, Terminal {

  /** Writes all; the task waits until there is room. */
  void write(Task task, String bytes);
}

package io.honeypods.ssh.host;

import org.jspecify.annotations.Nullable;

/** Where bytes come from, one character each. */
public sealed interface Input permits FixedInput, Pipe, Terminal {

  /** Some bytes, for which the task waits; null at the end. */
  @Nullable String read(Task task);

  /** Gives back what was read too much. */
  void unread(String rest);
}

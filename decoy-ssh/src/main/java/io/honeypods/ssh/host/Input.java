package io.honeypods.ssh.host;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where bytes come from, one character each. */
public sealed interface Input permits FixedInput, Pipe, Terminal {

  /** Some bytes, for which the task waits; null at the end. */
  @Nullable String read(Task task);

  /** Bytes up to and with a character, or those before it that are there; null at the end. */
  @Nullable String readTo(Task task, char end);

  /** Some bytes, for which the task waits no longer than given; null at the end or then. */
  default @Nullable String read(Task task, Duration most) {
    return read(task);
  }

  /** Gives back what was read too much. */
  void unread(String rest);
}

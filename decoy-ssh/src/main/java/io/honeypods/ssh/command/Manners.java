package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Exit;
import io.honeypods.ssh.host.Task;

/**
 * How a program takes options that are none of its own, and those that every program has.
 *
 * @param failure its exit status then
 * @param version the first line of {@code --version}; empty for that of the coreutils
 * @param hint what it says behind an error; empty for where help is to be had
 */
record Manners(int failure, String version, String hint) {

  static Manners of(int failure) {
    return new Manners(failure, "", "");
  }

  Exit complain(Task task, String problem) {
    task.err(task.name() + ": " + problem + "\n");
    return hint(task);
  }

  /** Ends with where help is to be had. */
  Exit hint(Task task) {
    task.err(hint.isEmpty() ? "Try '" + task.name() + " --help' for more information.\n" : hint);
    return new Exit(failure);
  }

  Exit help(Task task) {
    task.out(
        hint.startsWith("Usage") ? hint : "Usage: " + task.name() + " [OPTION]... [FILE]...\n");
    return new Exit(0);
  }

  Exit tellVersion(Task task) {
    task.out(
        (version.isEmpty()
                ? task.name() + " (GNU coreutils) " + task.machine().host().debian().coreutils()
                : version)
            + "\n");
    return new Exit(0);
  }
}

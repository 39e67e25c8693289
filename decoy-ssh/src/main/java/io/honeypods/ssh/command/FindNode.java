package io.honeypods.ssh.command;

/** A test or an action of {@code find}, or several. */
@FunctionalInterface
interface FindNode {
  /** Whether it holds for a file; an action is done by that. */
  boolean holds(FindFile file);
}

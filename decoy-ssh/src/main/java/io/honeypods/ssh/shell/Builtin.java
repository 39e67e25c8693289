package io.honeypods.ssh.shell;

import java.util.List;

/** A command that a shell does itself. */
@FunctionalInterface
interface Builtin {

  /** Runs with its name and arguments; the exit status. */
  int run(Interpreter interpreter, List<String> argv);
}

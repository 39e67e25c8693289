package io.honeypods.ssh.shell;

import java.util.List;

/** Builtins that tell of the shell and of what it was told. */
final class HelpBuiltins {
  private HelpBuiltins() {}

  static int history(Interpreter interpreter, List<String> argv) {
    History history = interpreter.shell().history();
    if (argv.contains("-c")) {
      history.clear();
      return 0;
    }
    if (argv.size() > 1 && argv.get(1).startsWith("-")) {
      return 0;
    }
    int size = history.lines().size();
    int shown =
        argv.size() > 1 && argv.get(1).matches("[0-9]{1,6}")
            ? Math.min(size, Integer.parseInt(argv.get(1)))
            : size;
    for (int i = size - shown; i < size; i++) {
      interpreter.shell().task().out("%5d  %s%n".formatted(i + 1, history.lines().get(i)));
    }
    return 0;
  }

  static int help(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    if (argv.size() > 1) {
      return Builtins.find(argv.get(1), false) == null
          ? shell.fail(
              1,
              "help: no help topics match `"
                  + argv.get(1)
                  + "'.  Try `help help' or `man -k "
                  + argv.get(1)
                  + "' or `info "
                  + argv.get(1)
                  + "'.")
          : Builtins.write(interpreter, argv.get(1) + ": " + argv.get(1) + "\n");
    }
    return Builtins.write(
        interpreter,
        "GNU bash, version "
            + shell.task().machine().host().debian().bash()
            + "-release (x86_64-pc-linux-gnu)\n"
            + "These shell commands are defined internally.  Type `help' to see this list.\n\n "
            + String.join("\n ", Builtins.names())
            + "\n");
  }
}

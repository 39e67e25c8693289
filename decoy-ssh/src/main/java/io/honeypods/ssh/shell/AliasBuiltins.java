package io.honeypods.ssh.shell;

import java.util.List;

/** Builtins of aliases. */
final class AliasBuiltins {
  private AliasBuiltins() {}

  static int alias(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    if (argv.size() == 1) {
      shell
          .aliases()
          .forEach((name, value) -> shell.task().out("alias " + name + "='" + value + "'\n"));
    }
    int status = 0;
    for (String word : argv.subList(1, argv.size())) {
      int equals = word.indexOf('=');
      if (equals > 0 && shell.aliases().size() < 200) {
        shell.aliases().put(word.substring(0, equals), word.substring(equals + 1));
      } else if (shell.aliases().containsKey(word)) {
        shell.task().out("alias " + word + "='" + shell.aliases().get(word) + "'\n");
      } else {
        status = shell.fail(1, "alias: " + word + ": not found");
      }
    }
    return status;
  }

  static int unalias(Interpreter interpreter, List<String> argv) {
    int status = 0;
    for (String name : argv.subList(1, argv.size())) {
      if (name.equals("-a")) {
        interpreter.shell().aliases().clear();
      } else if (interpreter.shell().aliases().remove(name) == null) {
        status = interpreter.shell().fail(1, "unalias: " + name + ": not found");
      }
    }
    return status;
  }
}

package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Exit;
import io.honeypods.ssh.host.Fault;
import java.util.List;

/** Builtins that say what runs next. */
final class FlowBuiltins {
  private FlowBuiltins() {}

  static int source(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    if (argv.size() < 2) {
      return shell.fail(
          2,
          argv.getFirst()
              + ": filename argument required\n"
              + argv.getFirst()
              + ": usage: "
              + argv.getFirst()
              + " filename [arguments]");
    }
    String text;
    try {
      text = shell.task().files().read(argv.get(1));
    } catch (Fault fault) {
      return shell.fail(
          1,
          (shell.isPosix()
              ? ".: cannot open " + argv.get(1) + ": No such file"
              : argv.get(1) + ": " + fault.text()));
    }
    List<String> arguments = argv.size() > 2 ? argv.subList(2, argv.size()) : null;
    return interpreter.nested(arguments, () -> run(interpreter, text));
  }

  static int eval(Interpreter interpreter, List<String> argv) {
    return run(interpreter, String.join(" ", argv.subList(1, argv.size())));
  }

  private static int run(Interpreter interpreter, String text) {
    var parser = new Parser(new Source(text), 0, interpreter.shell().aliases());
    int status = 0;
    try {
      for (Node node = parser.next(); node != null; node = parser.next()) {
        status = interpreter.run(node);
      }
    } catch (SyntaxException e) {
      return interpreter.shell().fail(2, e.text());
    }
    return status;
  }

  static int exec(Interpreter interpreter, List<String> argv) {
    List<String> rest = argv.subList(1, argv.size());
    int skipped = 0;
    while (skipped < rest.size() && rest.get(skipped).startsWith("-")) {
      skipped += rest.get(skipped).equals("-a") ? 2 : 1;
    }
    List<String> command = rest.subList(Math.min(skipped, rest.size()), rest.size());
    if (command.isEmpty()) {
      return 0;
    }
    Shell shell = interpreter.shell();
    String path =
        shell.task().files().which(command.getFirst(), String.valueOf(shell.value("PATH")));
    if (path == null) {
      return shell.fail(127, "exec: " + command.getFirst() + ": not found");
    }
    throw new Exit(
        new CommandRunner(shell, interpreter, interpreter.expansion())
            .invoke(command, List.of(), false));
  }

  static int exit(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    if (shell.isInteractive()) {
      shell
          .task()
          .err(
              argv.getFirst().equals("exit") && !shell.name().startsWith("-")
                  ? "exit\n"
                  : "logout\n");
    }
    throw new Exit(number(interpreter, argv, shell.status()));
  }

  static int giveBack(Interpreter interpreter, List<String> argv) {
    int status = number(interpreter, argv, interpreter.shell().status());
    throw new Jump(Jump.Kind.RETURN, status & 0xff);
  }

  static int leave(Interpreter interpreter, List<String> argv) {
    boolean breaks = argv.getFirst().equals("break");
    if (!interpreter.isInLoop()) {
      return interpreter
          .shell()
          .fail(0, argv.getFirst() + ": only meaningful in a `for', `while', or `until' loop");
    }
    throw new Jump(
        breaks ? Jump.Kind.BREAK : Jump.Kind.CONTINUE, Math.max(1, number(interpreter, argv, 1)));
  }

  private static int number(Interpreter interpreter, List<String> argv, int fallback) {
    if (argv.size() < 2) {
      return fallback;
    }
    if (!argv.get(1).matches("[-+]?[0-9]{1,18}")) {
      return interpreter
          .shell()
          .fail(2, argv.getFirst() + ": " + argv.get(1) + ": numeric argument required");
    }
    return (int) Long.parseLong(argv.get(1));
  }

  static int trap(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    if (argv.size() == 1) {
      shell
          .traps()
          .forEach(
              (signal, action) -> shell.task().out("trap -- '" + action + "' " + signal + "\n"));
    }
    for (String signal : argv.subList(Math.min(2, argv.size()), argv.size())) {
      if (argv.get(1).equals("-")) {
        shell.traps().remove(signal);
      } else {
        shell.traps().put(signal.equals("0") ? "EXIT" : signal, argv.get(1));
      }
    }
    return 0;
  }
}

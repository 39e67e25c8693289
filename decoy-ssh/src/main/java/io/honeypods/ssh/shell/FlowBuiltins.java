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
    return interpreter.nested(arguments, () -> run(interpreter, argv.get(1), text));
  }

  static int eval(Interpreter interpreter, List<String> argv) {
    return run(interpreter, "eval", String.join(" ", argv.subList(1, argv.size())));
  }

  private static int run(Interpreter interpreter, String command, String text) {
    Shell shell = interpreter.shell();
    var parser = new Parser(Source.whole(text, shell.isPosix()), 0, shell.aliases());
    int status = 0;
    try {
      for (Node node = parser.next(); node != null; node = parser.next()) {
        status = interpreter.run(node);
      }
    } catch (SyntaxException e) {
      interpreter.shell().complain(command, e);
      return 2;
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
      shell.fail(127, "exec: " + command.getFirst() + ": not found");
      throw new Exit(127);
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
    if (argv.size() > 2 && argv.get(1).matches("[-+]?[0-9]+")) {
      int failed = shell.fail(1, "exit: too many arguments");
      if (shell.isInteractive()) {
        return failed;
      }
      throw new Exit(failed);
    }
    throw new Exit(number(interpreter, argv, shell.status()));
  }

  static int giveBack(Interpreter interpreter, List<String> argv) {
    if (interpreter.shell().deepen(0) == 0) {
      return interpreter
          .shell()
          .fail(2, "return: can only `return' from a function or sourced script");
    }
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
}

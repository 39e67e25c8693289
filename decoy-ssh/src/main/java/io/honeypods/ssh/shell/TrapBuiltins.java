package io.honeypods.ssh.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Builtins about signals and what is done when they come. */
final class TrapBuiltins {
  private static final List<String> NAMES =
      List.of(
          "EXIT", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV",
          "USR2", "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU");

  private TrapBuiltins() {}

  /** The number of a signal by its name or number; -1 for none. */
  static int number(String text) {
    if (text.matches("[0-9]{1,3}")) {
      return Integer.parseInt(text) < 65 ? Integer.parseInt(text) : -1;
    }
    return NAMES.indexOf(text.toUpperCase(Locale.ROOT).replaceFirst("^SIG", ""));
  }

  /** The name of a signal without SIG. */
  static String name(int number) {
    return number < NAMES.size() ? NAMES.get(number) : String.valueOf(number);
  }

  private static String shown(String name) {
    return NAMES.indexOf(name) > 0 ? "SIG" + name : name;
  }

  static int trap(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    boolean lists = argv.size() == 1 || argv.get(1).equals("-p");
    if (lists) {
      list(shell, argv.subList(Math.min(2, argv.size()), argv.size()));
      return 0;
    }
    int status = 0;
    for (String signal : argv.subList(Math.min(2, argv.size()), argv.size())) {
      String name = signal.toUpperCase(Locale.ROOT).replaceFirst("^SIG", "");
      int number = number(signal);
      String key = number >= 0 ? name(number) : name;
      if (number < 0 && !List.of("ERR", "DEBUG", "RETURN").contains(name)) {
        status = shell.fail(1, "trap: " + signal + ": invalid signal specification");
      } else if (argv.get(1).equals("-")) {
        shell.traps().remove(key);
      } else {
        shell.traps().put(key, argv.get(1));
      }
    }
    return status;
  }

  private static void list(Shell shell, List<String> signals) {
    for (Map.Entry<String, String> each : shell.traps().entrySet()) {
      boolean asked =
          signals.isEmpty()
              || signals.stream()
                  .anyMatch(signal -> each.getKey().equals(signal.replaceFirst("^SIG", "")));
      if (asked) {
        shell.task().out("trap -- '" + each.getValue() + "' " + shown(each.getKey()) + "\n");
      }
    }
  }

  /** Does what was to be done for a signal that a shell sent itself; false where nothing was. */
  static boolean catches(Interpreter interpreter, int signal) {
    String action = interpreter.shell().traps().get(name(signal));
    if (action == null || signal == 9) {
      return false;
    }
    if (!action.isEmpty()) {
      FlowBuiltins.eval(interpreter, List.of("eval", action));
    }
    return true;
  }
}

package io.honeypods.ssh.shell;

import java.util.ArrayList;
import java.util.List;

/** Builtins that say what kind of variable a name is. */
final class DeclareBuiltins {
  private DeclareBuiltins() {}

  static int declare(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    String command = argv.getFirst();
    if (command.equals("local") && shell.deepen(0) == 0) {
      return shell.fail(1, "local: can only be used in a function");
    }
    var flags = new StringBuilder();
    var names = new ArrayList<String>();
    for (String word : argv.subList(1, argv.size())) {
      if (names.isEmpty() && (word.startsWith("-") || word.startsWith("+")) && word.length() > 1) {
        flags.append(word.startsWith("-") ? word.substring(1) : "");
      } else {
        names.add(word);
      }
    }
    if (flags.indexOf("p") >= 0 || (names.isEmpty() && !command.equals("local"))) {
      return show(shell, command, names);
    }
    int status = 0;
    for (String name : names) {
      status |= one(shell, command, flags.toString(), name);
    }
    return status;
  }

  private static int one(Shell shell, String command, String flags, String word) {
    String bare = word.replaceFirst("[+]?=.*", "").replaceFirst("(?s)\\n.*", "");
    if (Source.isName(bare)) {
      if (shell.deepen(0) > 0 && flags.indexOf('g') < 0) {
        shell.variables().own(bare);
      }
      prepare(shell, flags, bare);
    }
    String name = VariableBuiltins.define(shell, word, command);
    if (!name.isEmpty() && flags.indexOf('x') >= 0) {
      shell.variables().export(name, true);
    }
    if (!name.isEmpty() && flags.indexOf('r') >= 0) {
      shell.variables().fix(name);
    }
    return name.isEmpty() ? 1 : 0;
  }

  private static void prepare(Shell shell, String flags, String name) {
    if (flags.indexOf('i') >= 0) {
      shell.variables().variable(name).counted();
    }
    if (flags.indexOf('A') >= 0) {
      shell.variables().variable(name).keyed();
    } else if (flags.indexOf('a') >= 0) {
      shell.variables().variable(name).indexed();
    }
  }

  private static int show(Shell shell, String command, List<String> names) {
    int status = 0;
    for (String name : names.isEmpty() ? shell.variables().all().keySet() : names) {
      Variable variable = shell.variables().find(name);
      if (variable == null) {
        status = shell.fail(1, command + ": " + name + ": not found");
      } else {
        shell.task().out(shown(shell, name, variable) + "\n");
      }
    }
    return status;
  }

  private static String shown(Shell shell, String name, Variable variable) {
    String flags =
        (variable.isKeyed() ? "A" : variable.isArray() ? "a" : "")
            + (variable.isCounted() ? "i" : "")
            + (shell.variables().isFixed(name) ? "r" : "")
            + (shell.variables().isExported(name) ? "x" : "");
    String head = "declare -" + (flags.isEmpty() ? "-" : flags) + " " + name;
    if (!variable.isArray()) {
      String value = variable.elements().get(0);
      return value == null ? head : head + "=\"" + value + "\"";
    }
    var text = new StringBuilder(head).append("=(");
    List<String> indices = variable.indices();
    for (int i = 0; i < indices.size(); i++) {
      String value =
          shell.variables().elements(name).get(Assigning.index(shell, name, indices.get(i)));
      text.append(i > 0 && !variable.isKeyed() ? " " : "")
          .append("[" + indices.get(i) + "]=\"" + value + "\"")
          .append(variable.isKeyed() ? " " : "");
    }
    return text.append(')').toString();
  }
}

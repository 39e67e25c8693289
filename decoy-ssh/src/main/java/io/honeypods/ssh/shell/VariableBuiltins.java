package io.honeypods.ssh.shell;

import java.util.List;

/** Builtins about variables and options. */
final class VariableBuiltins {
  private VariableBuiltins() {}

  static int export(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    boolean removes = argv.contains("-n");
    List<String> names =
        argv.subList(1, argv.size()).stream().filter(each -> !each.startsWith("-")).toList();
    if (names.isEmpty()) {
      for (var each : shell.variables().environment().entrySet()) {
        String form = shell.isPosix() ? "export %s='%s'%n" : "declare -x %s=\"%s\"%n";
        shell.task().out(form.formatted(each.getKey(), each.getValue()));
      }
    }
    int status = 0;
    for (String name : names) {
      String bare = define(shell, name, "export");
      if (bare.isEmpty()) {
        status = 1;
      } else {
        shell.variables().export(bare, !removes);
      }
    }
    return status;
  }

  /** Sets what stands behind an equals sign; the name, or nothing where it is none. */
  static String define(Shell shell, String text, String command) {
    int equals = text.indexOf('=');
    boolean adds = equals > 0 && text.charAt(equals - 1) == '+';
    String name = equals < 0 ? text : text.substring(0, adds ? equals - 1 : equals);
    if (!Source.isName(name)) {
      shell.fail(1, command + ": `" + text + "': not a valid identifier");
      return "";
    }
    if (equals >= 0) {
      String before = shell.variables().get(name);
      shell.assign(name, (adds && before != null ? before : "") + text.substring(equals + 1));
    }
    return name;
  }

  static int readonly(Interpreter interpreter, List<String> argv) {
    for (String name : argv.subList(1, argv.size())) {
      String bare = name.startsWith("-") ? "" : define(interpreter.shell(), name, "readonly");
      if (!bare.isEmpty()) {
        interpreter.shell().variables().fix(bare);
      }
    }
    return 0;
  }

  static int unset(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    boolean functions = argv.contains("-f");
    for (String name : argv.subList(1, argv.size())) {
      if (shell.variables().isFixed(name)) {
        return shell.fail(1, "unset: " + name + ": cannot unset: readonly variable");
      }
      int open = name.indexOf('[');
      if (open > 0 && name.endsWith("]")) {
        String array = name.substring(0, open);
        String index = name.substring(open + 1, name.length() - 1);
        shell.variables().unset(array, Assigning.index(shell, array, index));
        continue;
      }
      if (functions || shell.variables().get(name) == null) {
        shell.functions().remove(name);
      }
      if (!functions) {
        shell.variables().unset(name);
      }
    }
    return 0;
  }

  static String quote(String value) {
    return value.matches("[A-Za-z0-9_@%+=:,./-]*")
        ? value
        : "'" + value.replace("'", "'\\''") + "'";
  }

  /** As {@code printf %q} writes it. */
  static String escape(String value) {
    return value.isEmpty() ? "''" : value.replaceAll("([^A-Za-z0-9_@%+=:,./-])", "\\\\$1");
  }

  static int let(Interpreter interpreter, List<String> argv) {
    long value = 0;
    for (String expression : argv.subList(1, argv.size())) {
      value = Arithmetic.value(interpreter.shell(), expression);
    }
    return value == 0 ? 1 : 0;
  }
}

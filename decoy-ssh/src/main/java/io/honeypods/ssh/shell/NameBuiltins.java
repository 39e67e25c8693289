package io.honeypods.ssh.shell;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builtins that tell what a name stands for. */
final class NameBuiltins {
  private NameBuiltins() {}

  static final Set<String> KEYWORDS =
      Set.of(
          "if",
          "then",
          "else",
          "elif",
          "fi",
          "case",
          "esac",
          "for",
          "while",
          "until",
          "do",
          "done",
          "in",
          "function",
          "time",
          "{",
          "}",
          "!",
          "[[",
          "]]");

  static int command(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    if (argv.size() < 2) {
      return 0;
    }
    boolean shows = argv.get(1).equals("-v") || argv.get(1).equals("-V");
    if (!shows) {
      int from = argv.get(1).equals("-p") ? 2 : 1;
      return new CommandRunner(shell, interpreter, interpreter.expansion())
          .invoke(argv.subList(from, argv.size()), List.of(), false);
    }
    int status = 0;
    for (String name : argv.subList(2, argv.size())) {
      String found = what(shell, name, argv.get(1).equals("-V"));
      status = found == null ? 1 : status;
      if (found != null) {
        shell.task().out(found + "\n");
      } else if (argv.get(1).equals("-V")) {
        shell.fail(1, "command: " + name + ": not found");
      }
    }
    return status;
  }

  static int type(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    int status = 0;
    boolean brief =
        argv.size() > 1
            && (argv.get(1).equals("-t") || argv.get(1).equals("-p") || argv.get(1).equals("-P"));
    boolean option = argv.size() > 1 && argv.get(1).startsWith("-") && argv.get(1).length() == 2;
    for (String name : argv.subList(option ? 2 : 1, argv.size())) {
      String found = what(shell, name, true);
      if (found == null) {
        status = 1;
        if (!brief) {
          shell.fail(1, "type: " + name + ": not found");
        }
      } else if (brief) {
        shell.task().out(kind(found, argv.get(1), shell, name));
      } else {
        shell.task().out(found + "\n");
      }
    }
    return status;
  }

  private static String kind(String found, String option, Shell shell, String name) {
    if (!option.equals("-t")) {
      String path = shell.task().files().which(name, String.valueOf(shell.value("PATH")));
      return path == null || (option.equals("-p") && found.endsWith("builtin")) ? "" : path + "\n";
    }
    return found.endsWith("builtin")
        ? "builtin\n"
        : found.endsWith("keyword")
            ? "keyword\n"
            : found.endsWith("function")
                ? "function\n"
                : found.contains("aliased") ? "alias\n" : "file\n";
  }

  private static @Nullable String what(Shell shell, String name, boolean words) {
    String alias = shell.aliases().get(name);
    if (alias != null) {
      return words ? name + " is aliased to `" + alias + "'" : "alias " + name + "='" + alias + "'";
    }
    if (KEYWORDS.contains(name)) {
      return words ? name + " is a shell keyword" : name;
    }
    if (shell.functions().containsKey(name)) {
      return words ? name + " is a function" : name;
    }
    if (Builtins.find(name, shell.isPosix()) != null) {
      return words ? name + " is a shell builtin" : name;
    }
    String path = shell.task().files().which(name, String.valueOf(shell.value("PATH")));
    return path == null ? null : words ? name + " is " + path : path;
  }
}

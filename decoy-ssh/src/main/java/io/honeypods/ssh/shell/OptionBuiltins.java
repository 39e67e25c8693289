package io.honeypods.ssh.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Builtins of options and positional parameters. */
final class OptionBuiltins {
  private static final Set<String> SETTINGS =
      Set.of(
          "nullglob",
          "dotglob",
          "extglob",
          "globstar",
          "nocaseglob",
          "nocasematch",
          "failglob",
          "expand_aliases",
          "checkwinsize",
          "cmdhist",
          "histappend",
          "sourcepath",
          "login_shell",
          "lastpipe",
          "autocd",
          "cdspell",
          "huponexit",
          "lithist",
          "promptvars",
          "interactive_comments");

  private OptionBuiltins() {}

  static int set(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    if (argv.size() == 1) {
      shell
          .variables()
          .all()
          .forEach(
              (name, value) -> shell.task().out(name + "=" + VariableBuiltins.quote(value) + "\n"));
      return 0;
    }
    int at = 1;
    while (at < argv.size()
        && (argv.get(at).startsWith("-") || argv.get(at).startsWith("+"))
        && argv.get(at).length() > 1) {
      String word = argv.get(at++);
      if (word.equals("--")) {
        shell.arguments(argv.subList(at, argv.size()));
        return 0;
      }
      boolean on = word.startsWith("-");
      if (word.equals("-o") && at >= argv.size()) {
        return Builtins.write(interpreter, SetOptions.list(shell));
      }
      if (word.substring(1).endsWith("o") && at < argv.size()) {
        String option = argv.get(at++);
        if (!SetOptions.isKnown(option)) {
          return shell.fail(2, "set: " + option + ": invalid option name");
        }
        SetOptions.turn(shell, option, on);
        letters(shell, word, on);
      } else {
        letters(shell, word, on);
      }
    }
    if (at < argv.size()) {
      shell.arguments(argv.subList(at, argv.size()));
    }
    return 0;
  }

  private static void letters(Shell shell, String word, boolean on) {
    word.substring(1)
        .chars()
        .filter(c -> "aefhnuvxBCEHT".indexOf(c) >= 0)
        .forEach(c -> shell.option((char) c, on));
  }

  static int shift(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    int count =
        argv.size() > 1 && argv.get(1).matches("[0-9]{1,6}") ? Integer.parseInt(argv.get(1)) : 1;
    if (count > shell.arguments().size()) {
      return 1;
    }
    shell.arguments(new ArrayList<>(shell.arguments().subList(count, shell.arguments().size())));
    return 0;
  }

  static int shopt(Interpreter interpreter, List<String> argv) {
    if (argv.size() < 2) {
      return Builtins.write(
          interpreter,
          "checkwinsize   \ton\ncmdhist        \ton\nlogin_shell    \ton\nsourcepath     \ton\n");
    }
    Shell shell = interpreter.shell();
    int status = 0;
    for (String name : argv.subList(1, argv.size())) {
      if (!name.startsWith("-") && !SETTINGS.contains(name)) {
        status = shell.fail(1, "shopt: " + name + ": invalid shell option name");
      } else if (argv.contains("-s")) {
        shell.settings().add(name);
      } else if (argv.contains("-u")) {
        shell.settings().remove(name);
      }
    }
    return status;
  }
}

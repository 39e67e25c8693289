package io.honeypods.ssh.shell;

import java.util.ArrayList;
import java.util.List;

/** Builtins of options and positional parameters. */
final class OptionBuiltins {
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
      if (word.substring(1).equals("o") && at < argv.size()) {
        String option = argv.get(at++);
        shell.option(
            switch (option) {
              case "pipefail" -> 'P';
              case "errexit" -> 'e';
              case "nounset" -> 'u';
              case "xtrace" -> 'x';
              case "noglob" -> 'f';
              default -> 'H';
            },
            on);
      } else {
        word.substring(1)
            .chars()
            .filter(c -> "aefhnuvxBCEHT".indexOf(c) >= 0)
            .forEach(c -> shell.option((char) c, on));
      }
    }
    if (at < argv.size()) {
      shell.arguments(argv.subList(at, argv.size()));
    }
    return 0;
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
    return argv.size() < 2
        ? Builtins.write(
            interpreter,
            "checkwinsize   \ton\ncmdhist        \ton\nlogin_shell    \ton\nsourcepath     \ton\n")
        : 0;
  }

  static int getopts(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    if (argv.size() < 3) {
      return shell.fail(2, "getopts: usage: getopts optstring name [arg ...]");
    }
    List<String> words = argv.size() > 3 ? argv.subList(3, argv.size()) : shell.arguments();
    String index = shell.value("OPTIND");
    int at =
        index != null && index.matches("[0-9]{1,6}") ? Math.max(1, Integer.parseInt(index)) : 1;
    if (at > words.size() || !words.get(at - 1).matches("-[^-].*")) {
      shell.assign(argv.get(2), "?");
      return 1;
    }
    String word = words.get(at - 1);
    char letter = word.charAt(1);
    int known = argv.get(1).indexOf(letter);
    boolean takes =
        known >= 0 && known + 1 < argv.get(1).length() && argv.get(1).charAt(known + 1) == ':';
    if (known < 0) {
      shell.fail(0, "illegal option -- " + letter);
    }
    shell.assign(argv.get(2), known < 0 ? "?" : String.valueOf(letter));
    if (takes) {
      boolean joined = word.length() > 2;
      shell.assign("OPTARG", joined ? word.substring(2) : at < words.size() ? words.get(at) : "");
      at += joined ? 0 : 1;
    }
    shell.assign("OPTIND", String.valueOf(at + 1));
    return 0;
  }
}

package io.honeypods.ssh.shell;

import java.util.List;

/** Builtins that write or read text. */
final class TextBuiltins {
  private TextBuiltins() {}

  static int echo(Interpreter interpreter, List<String> argv) {
    boolean escapes = interpreter.shell().isPosix();
    boolean line = true;
    int at = 1;
    while (at < argv.size()
        && argv.get(at).matches(interpreter.shell().isPosix() ? "-n" : "-[neE]+")) {
      String option = argv.get(at++);
      line &= !option.contains("n");
      escapes =
          option.lastIndexOf('e') > option.lastIndexOf('E') || (escapes && !option.contains("E"));
    }
    String text = String.join(" ", argv.subList(at, argv.size()));
    if (escapes) {
      text = Escapes.echo(text);
      if (text.endsWith("\uffff")) {
        return Builtins.write(interpreter, text.substring(0, text.length() - 1));
      }
    }
    return Builtins.write(interpreter, line ? text + "\n" : text);
  }

  static int printf(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    int at = 1;
    String variable = null;
    if (argv.size() > 3 && argv.get(1).equals("-v")) {
      variable = argv.get(2);
      at = 3;
    } else if (argv.size() > 1 && argv.get(1).equals("--")) {
      at = 2;
    }
    String first = argv.size() > 1 ? argv.get(1) : "";
    if (at == 1 && first.matches("(?s)-[^-].*")) {
      shell.fail(2, "printf: " + first.substring(0, 2) + ": invalid option");
    }
    if (argv.size() <= at || (at == 1 && first.matches("(?s)-[^-].*"))) {
      shell.task().err("printf: usage: printf [-v var] format [arguments]\n");
      return 2;
    }
    var format =
        new Printf(argv.get(at), argv.subList(at + 1, argv.size()), shell.task().machine().now());
    String text = format.format();
    if (variable == null) {
      shell.task().out(text);
    } else {
      shell.assign(variable, text);
    }
    format.problems().forEach(problem -> shell.fail(1, "printf: " + problem));
    return format.problems().isEmpty() ? 0 : 1;
  }

  static int mapfile(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    boolean trims = argv.contains("-t");
    String name = argv.size() > 1 && !argv.getLast().startsWith("-") ? argv.getLast() : "MAPFILE";
    shell.variables().clear(name);
    int index = 0;
    for (String line = shell.task().readLine(); line != null; line = shell.task().readLine()) {
      shell
          .variables()
          .set(
              name,
              index++,
              trims && line.endsWith("\n") ? line.substring(0, line.length() - 1) : line);
    }
    return 0;
  }
}

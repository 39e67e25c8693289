package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;

/** {@code awk}, which is mawk on Debian: its options and what it is told to do. */
final class Awk {
  private static final String USAGE =
      """
      Usage: mawk [Options] [Program] [file ...]

      Program:
          The -f option value is the name of a file containing program text.
          If no -f option is given, a "--" ends option processing; the following
          parameters are the program text.

      Options:
          -f program-file  Program  text is read from file instead of from the
                           command-line.  Multiple -f options are accepted.
          -F value         sets the field separator, FS, to value.
          -v var=value     assigns value to program variable var.
          --               unambiguous end of options.

          Implementation-specific options are prefixed with "-W".  They can be
          abbreviated:

          -W version       show version information and exit.
          -W dump          show assembler-like listing of program and exit.
          -W help          show this message and exit.
          -W interactive   set unbuffered output, line-buffered input.
          -W exec file     use file as program as well as last option.
          -W random=number set initial random seed.
          -W sprintf=number adjust size of sprintf buffer.
          -W posix_space   do not consider "\\n" a space.
          -W usage         show this message and exit.
      """;

  private final Task task;
  private final AwkFault fault;
  private final AwkVariables variables;
  private final List<String> programs = new ArrayList<>();
  private int at;

  private Awk(Task task) {
    this.task = task;
    this.fault = new AwkFault(task);
    this.variables = new AwkVariables(task);
  }

  static int run(Task task) {
    return new Awk(task).start();
  }

  private int start() {
    List<String> words = task.operands();
    while (at < words.size() && words.get(at).startsWith("-") && words.get(at).length() > 1) {
      String word = words.get(at++);
      if (word.equals("--")) {
        break;
      }
      if (word.startsWith("-W") || word.equals("--version")) {
        return told(word);
      }
      option(word);
    }
    if (programs.isEmpty()) {
      if (at >= words.size()) {
        task.err(USAGE);
        return 0;
      }
      programs.add(words.get(at++));
    }
    AwkProgram program = AwkParser.parse(String.join("\n", programs), fault);
    return new AwkRun(task, program, variables, words.subList(at, words.size())).run();
  }

  private void option(String word) {
    char letter = word.charAt(1);
    if ("Fvf".indexOf(letter) < 0) {
      throw wrong(word);
    }
    if (word.length() == 2 && at >= task.operands().size()) {
      throw fault.plain("option " + word + " lacks argument");
    }
    String value = word.length() > 2 ? word.substring(2) : task.operands().get(at++);
    switch (letter) {
      case 'F' -> variables.set("FS", AwkValue.of(AwkText.unescape(value)));
      case 'v' -> assign(value);
      default -> programs.add(read(value));
    }
  }

  private io.honeypods.ssh.host.Exit wrong(String word) {
    task.err(task.name() + ": not an option: " + word + "\n");
    return new io.honeypods.ssh.host.Exit(2);
  }

  private void assign(String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || !text.substring(0, equals).matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw fault.plain("improper assignment: -v " + text);
    }
    variables.set(
        text.substring(0, equals), AwkValue.input(AwkText.unescape(text.substring(equals + 1))));
  }

  private String read(String path) {
    try {
      return path.equals("-") ? task.readAll() : task.files().read(path);
    } catch (Fault problem) {
      throw fault.plain("cannot open " + path + " (" + problem.text() + ")");
    }
  }

  private int told(String word) {
    String rest =
        word.length() > 2
            ? word.substring(2)
            : at < task.operands().size() ? task.operands().get(at) : "";
    if (rest.startsWith("v") || word.startsWith("--")) {
      task.out(
          "mawk 1.3.4 20200120\n"
              + "Copyright 2008-2019,2020, Thomas E. Dickey\n"
              + "Copyright 1991-1996,2014, Michael D. Brennan\n\n"
              + "random-funcs:       srandom/random\n"
              + "regex-funcs:        internal\n"
              + "compiled limits:\n"
              + "sprintf buffer      8192\n"
              + "maximum-integer     2147483647\n");
      return 0;
    }
    task.out(USAGE);
    return 0;
  }
}

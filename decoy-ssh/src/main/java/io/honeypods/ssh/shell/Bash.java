package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Program;
import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.Terminal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shells as programs, and the builtins that are programs too. */
public final class Bash {
  private static final List<String> ALSO_PROGRAMS =
      List.of("echo", "printf", "test", "[", "true", "false", "kill", "pwd");

  private Bash() {}

  /** What this package has to run, by name. */
  public static Map<String, Program> programs() {
    var programs = new HashMap<String, Program>();
    programs.put("bash", task -> run(task, false));
    programs.put("dash", task -> run(task, true));
    for (String name : ALSO_PROGRAMS) {
      programs.put(name, task -> builtin(task));
    }
    return programs;
  }

  private static int builtin(Task task) {
    var shell = new Shell(task, false, task.name());
    Builtin builtin = Builtins.find(task.name(), false);
    var runner = new Runner(shell);
    return builtin == null
        ? 127
        : runner.finish(() -> builtin.run(runner.interpreter(), task.arguments()));
  }

  private static int run(Task task, boolean isPosix) {
    List<String> operands = task.operands();
    String first = task.arguments().getFirst();
    var shell =
        new Shell(
            task, isPosix || task.name().equals("sh"), first.startsWith("-") ? first : task.name());
    int at = 0;
    boolean command = false;
    boolean stdin = false;
    while (at < operands.size()
        && (operands.get(at).startsWith("-") || operands.get(at).startsWith("+"))
        && operands.get(at).length() > 1) {
      String option = operands.get(at++);
      if (option.equals("--version") && !isPosix) {
        task.out(version(task));
        return 0;
      }
      if (option.startsWith("--")) {
        continue;
      }
      command |= option.contains("c");
      stdin |= option.contains("s");
      option.chars().filter(c -> "eux".indexOf(c) >= 0).forEach(c -> shell.option((char) c, true));
      if (option.contains("i") && !isPosix) {
        shell.interact();
      }
      at += option.equals("-o") ? 1 : 0;
    }
    List<String> rest = operands.subList(Math.min(at, operands.size()), operands.size());
    var runner = new Runner(shell);
    if (command) {
      shell.option('c', true);
      return text(runner, shell, rest);
    }
    if (!rest.isEmpty() && !stdin) {
      return file(shell, rest);
    }
    shell.arguments(rest);
    Terminal terminal = task.terminal();
    if (terminal != null && task.input() == terminal) {
      return new Conversation(shell, terminal, runner).run();
    }
    return runner.stream();
  }

  private static String version(Task task) {
    return "GNU bash, version "
        + task.machine().host().debian().bash()
        + "-release (x86_64-pc-linux-gnu)\n"
        + "Copyright (C) 2022 Free Software Foundation, Inc.\n"
        + "License GPLv3+: GNU GPL version 3 or later <http://gnu.org/licenses/gpl.html>\n\n"
        + "This is free software; you are free to change and redistribute it.\n"
        + "There is NO WARRANTY, to the extent permitted by law.\n";
  }

  private static int text(Runner runner, Shell shell, List<String> rest) {
    if (rest.isEmpty()) {
      return shell.task().fail(2, "-c: option requires an argument");
    }
    if (rest.size() > 1) {
      shell.name(rest.get(1));
      shell.arguments(rest.subList(2, rest.size()));
    }
    return runner.finish(() -> runner.script(rest.getFirst(), "-c"));
  }

  private static int file(Shell shell, List<String> rest) {
    String text;
    try {
      text = shell.task().files().read(rest.getFirst());
    } catch (Fault fault) {
      String name = shell.task().name();
      shell
          .task()
          .err(
              shell.isPosix()
                  ? "%s: 0: cannot open %s: %s%n"
                      .formatted(
                          name, rest.getFirst(), fault.text().replace("file or directory", "file"))
                  : "%s: %s: %s%n".formatted(name, rest.getFirst(), fault.text()));
      return shell.isPosix() ? 2 : 127;
    }
    if (text.startsWith("\u007fELF")) {
      shell
          .task()
          .err("%s: %s: cannot execute binary file%n".formatted(rest.getFirst(), rest.getFirst()));
      return 126;
    }
    var script = shell.named(rest.getFirst());
    script.arguments(rest.subList(1, rest.size()));
    var scripted = new Runner(script);
    return scripted.finish(() -> scripted.script(text, ""));
  }
}

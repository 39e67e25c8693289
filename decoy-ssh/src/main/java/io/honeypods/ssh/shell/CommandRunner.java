package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Errno;
import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Killed;
import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.shell.Node.Assignment;
import io.honeypods.ssh.shell.Node.Simple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs simple commands: functions, builtins, programs. */
final class CommandRunner {
  private final Shell shell;
  private final Interpreter interpreter;
  private final Expansion expansion;

  CommandRunner(Shell shell, Interpreter interpreter, Expansion expansion) {
    this.shell = shell;
    this.interpreter = interpreter;
    this.expansion = expansion;
  }

  int run(Simple simple) {
    shell.line(simple.line());
    shell.task().work(64);
    return expansion.during(() -> run(simple, expansion.fields(simple.words())));
  }

  private int run(Simple simple, List<String> argv) {
    if (argv.isEmpty()) {
      return assignOnly(simple);
    }
    trace(argv);
    if (argv.getFirst().equals("exec") && argv.size() == 1) {
      return keep(simple);
    }
    int status =
        interpreter.redirected(
            simple.redirections(), () -> invoke(argv, simple.assignments(), true));
    simple.declared().forEach(this::assign);
    shell.variables().set("_", argv.getLast());
    return status;
  }

  private void trace(List<String> argv) {
    if (shell.option('x')) {
      shell
          .task()
          .err("+ " + String.join(" ", argv.stream().map(VariableBuiltins::quote).toList()) + "\n");
    }
  }

  private int assignOnly(Simple simple) {
    int before = shell.status();
    shell.status(0);
    for (Assignment each : simple.assignments()) {
      assign(each);
      String value = shell.variables().get(each.name());
      if (shell.option('x') && value != null) {
        shell.task().err("+ " + each.name() + "=" + VariableBuiltins.quote(value) + "\n");
      }
    }
    boolean substituted =
        simple.assignments().stream()
            .flatMap(each -> each.value().parts().stream())
            .anyMatch(Word.Substitution.class::isInstance);
    int status = substituted ? shell.status() : 0;
    shell.status(before);
    return interpreter.redirected(simple.redirections(), () -> status);
  }

  /** {@code exec} without a command: streams stay where they were turned to. */
  private int keep(Simple simple) {
    try {
      new Redirector(shell, expansion).apply(simple.redirections());
      return 0;
    } catch (Redirector.Failed failed) {
      return shell.fail(failed.status(), failed.text());
    }
  }

  /** Runs a command by its name; functions only where they are asked for. */
  int invoke(List<String> argv, List<Assignment> assignments, boolean functions) {
    String name = argv.getFirst();
    Node function = functions ? shell.functions().get(name) : null;
    Builtin builtin = Builtins.find(name, shell.isPosix());
    if (function == null && builtin == null) {
      return program(argv, assignments);
    }
    Map<String, @Nullable String> before = new LinkedHashMap<>();
    for (Assignment assignment : assignments) {
      before.put(assignment.name(), shell.variables().get(assignment.name()));
      assign(assignment);
    }
    try {
      return function != null
          ? interpreter.function(argv.subList(1, argv.size()), function)
          : builtin(builtin, argv);
    } finally {
      before.forEach(this::restore);
    }
  }

  private int builtin(@Nullable Builtin builtin, List<String> argv) {
    try {
      return builtin == null ? 127 : builtin.run(interpreter, argv);
    } catch (Fault fault) {
      return shell.fail(1, argv.getFirst() + ": " + fault.text());
    }
  }

  private void restore(String name, @Nullable String value) {
    if (value == null) {
      shell.variables().unset(name);
    } else {
      shell.variables().set(name, value);
    }
  }

  void assign(Assignment assignment) {
    new Assigning(shell, expansion).assign(assignment);
  }

  private int program(List<String> argv, List<Assignment> assignments) {
    String name = argv.getFirst();
    Task task = shell.task();
    Map<String, String> environment = shell.variables().environment();
    environment.put("PWD", task.directory());
    for (Assignment assignment : assignments) {
      environment.put(assignment.name(), expansion.single(assignment.value()));
    }
    environment.put("_", name);
    String path =
        task.files()
            .which(
                name,
                environment.getOrDefault(
                    "PATH",
                    shell.value("PATH") == null ? "" : String.valueOf(shell.value("PATH"))));
    if (path == null) {
      return notFound(name);
    }
    if (task.machine().lacksInterpreter(task, path)) {
      return shell.fail(127, name + ": cannot execute: required file not found");
    }
    int status = task.call(task.machine().executable(path), task.start(argv).in(environment));
    report(status, argv);
    return status;
  }

  private void report(int status, List<String> argv) {
    String what =
        switch (status) {
          case 128 + 11 -> "Segmentation fault";
          case 128 + Killed.KILL -> "Killed";
          case 128 + Killed.TERMINATE -> shell.isInteractive() ? "Terminated" : "";
          default -> "";
        };
    if (!what.isEmpty()) {
      boolean bare = shell.isInteractive();
      String place = bare ? "" : shell.prefix() + "%5d ".formatted(shell.task().pid() + 1);
      String command = bare ? "" : "%-24s%s".formatted(what, quoted(argv)).substring(what.length());
      shell.task().err(place + what + command + "\n");
    }
  }

  private static String quoted(List<String> argv) {
    return String.join(
        " ",
        argv.stream()
            .map(word -> word.matches(".*[ $\"&;|<>()*?\\\\].*") ? "'" + word + "'" : word)
            .toList());
  }

  private int notFound(String name) {
    Inode inode = name.contains("/") ? shell.task().files().peek(name) : null;
    if (inode != null && inode.isDirectory()) {
      return shell.fail(126, name + (shell.isPosix() ? ": Permission denied" : ": Is a directory"));
    }
    if (inode != null) {
      return shell.fail(126, name + ": " + Errno.ACCESS.text());
    }
    if (shell.isPosix()) {
      return shell.fail(127, name + ": not found");
    }
    return shell.fail(
        127, name + (name.contains("/") ? ": " + Errno.NO_ENTRY.text() : ": command not found"));
  }
}

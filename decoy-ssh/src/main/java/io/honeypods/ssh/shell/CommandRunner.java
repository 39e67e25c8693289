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
    List<String> argv = expansion.fields(simple.words());
    if (shell.option('x')) {
      shell.task().err("+ " + String.join(" ", argv) + "\n");
    }
    if (argv.isEmpty()) {
      int before = shell.status();
      shell.status(0);
      simple.assignments().forEach(this::assign);
      boolean substituted =
          simple.assignments().stream()
              .anyMatch(
                  each ->
                      each.value().parts().stream().anyMatch(Word.Substitution.class::isInstance));
      int status = substituted ? shell.status() : 0;
      shell.status(before);
      return interpreter.redirected(simple.redirections(), () -> status);
    }
    boolean replaces = argv.getFirst().equals("exec") && argv.size() == 1;
    if (replaces) {
      return keep(simple);
    }
    return interpreter.redirected(
        simple.redirections(), () -> invoke(argv, simple.assignments(), true));
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
          ? interpreter.nested(argv.subList(1, argv.size()), () -> interpreter.run(function))
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
    String name = assignment.name();
    if (assignment.elements() != null) {
      if (!assignment.adds()) {
        shell.variables().clear(name);
      }
      int index =
          shell.variables().elements(name).isEmpty()
              ? 0
              : shell.variables().elements(name).lastKey() + 1;
      for (String value : expansion.fields(assignment.elements())) {
        shell.variables().set(name, index++, value);
      }
      return;
    }
    String value = expansion.single(assignment.value());
    if (assignment.index() != null) {
      int index =
          Math.clamp(Arithmetic.value(shell, expansion.single(assignment.index())), 0, 1_000_000);
      shell.variables().set(name, index, value);
      return;
    }
    String old = shell.variables().get(name);
    shell.assign(name, assignment.adds() && old != null ? old + value : value);
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
    Task.Start start = task.start(argv);
    var full =
        new Task.Start(
            argv,
            start.user(),
            start.directory(),
            environment,
            start.inputs(),
            start.outputs(),
            start.terminal(),
            start.parent());
    int status = task.call(task.machine().executable(path), full);
    report(status, argv);
    return status;
  }

  private void report(int status, List<String> argv) {
    if (status == 128 + 11) {
      String place =
          shell.isInteractive() ? "" : shell.prefix() + "%5d ".formatted(shell.task().pid() + 1);
      shell
          .task()
          .err(
              place
                  + "Segmentation fault"
                  + (place.isEmpty() ? "" : "      " + String.join(" ", argv))
                  + "\n");
    } else if (status == 128 + Killed.TERMINATE) {
      shell.task().err("Terminated\n");
    }
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

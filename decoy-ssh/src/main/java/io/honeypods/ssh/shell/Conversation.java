package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Exit;
import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Killed;
import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.Terminal;
import org.jspecify.annotations.Nullable;

/** A shell that somebody types into. */
final class Conversation {
  private final Shell shell;
  private final Task task;
  private final Terminal terminal;
  private final Runner runner;
  private final LineEditor editor;

  Conversation(Shell shell, Terminal terminal, Runner runner) {
    this.shell = shell;
    this.task = shell.task();
    this.terminal = terminal;
    this.runner = runner;
    this.editor = new LineEditor(shell, terminal);
  }

  int run() {
    if (!shell.isInteractive()) {
      shell.interact();
    }
    if (!shell.isPosix()) {
      begin();
    }
    int status =
        runner.finish(
            () -> {
              String text = read();
              while (text != null) {
                obey(text);
                text = read();
              }
              task.err(shell.name().startsWith("-") ? "logout\n" : "exit\n");
              return shell.status();
            });
    save();
    return status;
  }

  private void begin() {
    shell.variables().set("PS1", "\\s-\\v\\$ ");
    shell.variables().set("PS2", "> ");
    file("/etc/bash.bashrc");
    boolean login = shell.name().startsWith("-");
    String home = shell.value("HOME");
    if (login) {
      file("/etc/profile");
      file(home + "/.profile");
    } else {
      file(home + "/.bashrc");
    }
    try {
      shell.history().load(task.files().read(home + "/.bash_history"));
    } catch (Fault _) {
      return; // nothing was typed before
    }
  }

  private void file(String path) {
    if (task.files().exists(path)) {
      FlowBuiltins.source(runner.interpreter(), java.util.List.of(".", path));
      shell.line(0);
    }
  }

  private void save() {
    String added = shell.history().unsaved();
    if (added.isEmpty()
        || shell.isPosix()
        || (shell.value("HISTFILE") == null && shell.value("HOME") == null)) {
      return;
    }
    try {
      task.files().create(shell.value("HOME") + "/.bash_history", true).write(task, added);
    } catch (Fault _) {
      return; // as bash does where it may not write
    }
  }

  /** A whole command, over as many lines as it takes; null at the end. */
  private @Nullable String read() {
    task.err(shell.jobs().report());
    var text = new StringBuilder();
    while (true) {
      String line = line(text.isEmpty());
      if (line == null) {
        return text.isEmpty() ? null : text.toString();
      }
      text.append(line).append('\n');
      try {
        new Parser(new Source(text.toString()), 0, shell.aliases()).all();
        return text.toString();
      } catch (SyntaxException e) {
        if (!e.isIncomplete()) {
          return text.toString();
        }
      }
    }
  }

  private @Nullable String line(boolean first) {
    String format = shell.value(first ? "PS1" : "PS2");
    String fallback = shell.isPosix() ? (task.user().isRoot() ? "# " : "$ ") : "";
    String prompt =
        format == null || shell.isPosix()
            ? (first ? fallback : "> ")
            : Prompt.of(shell, runner.interpreter(), format);
    if (shell.isPosix()) {
      task.err(prompt);
      String line = task.readLine();
      return line == null ? null : line.replaceFirst("\n$", "");
    }
    return editor.read(prompt);
  }

  private void obey(String text) {
    if (text.isBlank()) {
      return;
    }
    shell.history().add(text.stripTrailing());
    task.machine().reports().command(text.stripTrailing());
    try {

      shell.status(runner.script(text, ""));
    } catch (Killed killed) {
      runner.interrupted(killed);
      task.err("\n");
    } catch (Exit exit) {
      throw exit;
    } catch (ShellError error) {
      shell.status(shell.fail(error.status(), error.text()));
    } finally {
      terminal.raw(false);
      terminal.echo(true);
    }
  }
}

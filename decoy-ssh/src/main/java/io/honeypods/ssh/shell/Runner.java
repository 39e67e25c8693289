package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Exit;
import io.honeypods.ssh.host.Killed;
import io.honeypods.ssh.host.Task;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Runs texts to their end. */
final class Runner {
  private final Shell shell;
  private final Task task;
  private final Interpreter interpreter;

  Runner(Shell shell) {
    this.shell = shell;
    this.task = shell.task();
    this.interpreter = new Interpreter(shell);
  }

  Interpreter interpreter() {
    return interpreter;
  }

  /** Runs something with all that can end a shell; its status. */
  int finish(IntSupplier body) {
    int status;
    try {
      status = body.getAsInt();
    } catch (Exit e) {
      status = e.status();
    } catch (Jump jump) {
      status = jump.kind() == Jump.Kind.RETURN ? jump.value() : 0;
    } catch (ShellError error) {
      status = shell.fail(error.status(), error.text());
    }
    return trapped(status);
  }

  private int trapped(int status) {
    String action = shell.traps().remove("EXIT");
    if (action == null) {
      return status;
    }
    shell.status(status);
    try {
      script(action, "");
    } catch (Exit e) {
      return e.status();
    }
    return status;
  }

  int script(String text, String kind) {
    var parser = new Parser(Source.whole(text, shell.isPosix()), 0, shell.aliases());
    int status = 0;
    while (true) {
      try {
        Node node = parser.next();
        parser.documents.warnings().forEach(each -> task.err(shell.name() + ": " + each + "\n"));
        if (node == null) {
          return status;
        }
        status = guarded(node);
      } catch (SyntaxException e) {
        return complain(e, text, kind);
      }
    }
  }

  private int guarded(Node node) {
    try {
      return interpreter.run(node);
    } catch (ShellError error) {
      int status = shell.status(shell.fail(error.status(), error.text()));
      if (error.status() == 127 || shell.isPosix()) {
        throw new Exit(shell.isPosix() ? 2 : status);
      }
      return status;
    } catch (Jump jump) {
      return jump.kind() == Jump.Kind.RETURN
          ? shell.fail(1, "return: can only `return' from a function or sourced script")
          : 0;
    }
  }

  private int complain(SyntaxException e, String text, String kind) {
    shell.line(e.line());
    if (shell.isPosix()) {
      shell.fail(2, "Syntax error: " + posix(e));
      return 2;
    }
    String prefix = shell.prefix();
    String where =
        kind.isEmpty()
            ? prefix
            : shell.name().equals("bash") || prefix.startsWith("bash:")
                ? "bash: " + kind + ": line " + e.line() + ": "
                : prefix;
    task.err(where + e.text() + "\n");
    String[] lines = text.split("\n", -1);
    if (!e.isIncomplete() && e.line() <= lines.length) {
      task.err(where + "`" + lines[e.line() - 1] + "'\n");
    }
    return 2;
  }

  private static String posix(SyntaxException e) {
    String expecting = e.expecting().isEmpty() ? "" : " (expecting \"" + e.expecting() + "\")";
    if (e.isIncomplete()) {
      return e.text().contains("matching")
          ? "Unterminated quoted string"
          : "end of file unexpected" + expecting;
    }
    int from = e.text().indexOf('`');
    int to = e.text().lastIndexOf('\'');
    return from < 0 || to < from
        ? e.text()
        : "\"" + e.text().substring(from + 1, to) + "\" unexpected" + expecting;
  }

  /** Commands as they come in over a stream. */
  int stream() {
    return finish(
        () -> {
          var text = new StringBuilder();
          int status = 0;
          for (String line = task.readLine(); line != null; line = task.readLine()) {
            text.append(line);
            Integer done = whole(text.toString());
            if (done != null) {
              status = done;
              text.setLength(0);
            }
          }
          return text.isEmpty() ? status : script(text.toString(), "");
        });
  }

  /** Runs text if it is complete; null where more is needed. */
  @Nullable Integer whole(String text) {
    try {
      new Parser(new Source(text), 0, shell.aliases()).all();
    } catch (SyntaxException e) {
      if (e.isIncomplete()) {
        return null;
      }
    }
    if (!text.isBlank()) {
      task.machine().reports().command(text.stripTrailing());
    }
    return script(text, "");
  }

  /** What a signal leaves of a shell that people type into. */
  int interrupted(Killed killed) {
    if (killed.signal() != Killed.INTERRUPT) {
      throw killed;
    }
    return shell.status(killed.status());
  }
}

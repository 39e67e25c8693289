package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.FixedInput;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Input;
import io.honeypods.ssh.host.Output;
import io.honeypods.ssh.host.Pipe;
import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.Terminal;
import io.honeypods.ssh.shell.Node.Redirection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns the streams of a task elsewhere, and back. */
final class Redirector {
  private static final Duration NO_ANSWER = Duration.ofSeconds(131);

  private final Shell shell;
  private final Task task;
  private final Expansion expansion;
  private final Map<Integer, Input> inputs;
  private final Map<Integer, Output> outputs;

  Redirector(Shell shell, Expansion expansion) {
    this.shell = shell;
    this.task = shell.task();
    this.expansion = expansion;
    this.inputs = new TreeMap<>(task.inputs());
    this.outputs = new TreeMap<>(task.outputs());
  }

  /** A stream that cannot be turned. */
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    Failed(int status, String text) {
      super(text, null, false, false);
      this.status = status;
    }

    int status() {
      return status;
    }

    String text() {
      return String.valueOf(getMessage());
    }
  }

  void apply(List<Redirection> redirections) {
    redirections.forEach(this::apply);
  }

  void restore() {
    task.inputs().clear();
    task.inputs().putAll(inputs);
    task.outputs().clear();
    task.outputs().putAll(outputs);
  }

  private void apply(Redirection redirection) {
    if (redirection.text() != null) {
      task.inputs()
          .put(redirection.descriptor(), FixedInput.of(expansion.single(redirection.text())));
      return;
    }
    String target = expansion.single(redirection.target());
    int descriptor = redirection.descriptor();
    switch (redirection.operator()) {
      case "<<<" -> task.inputs().put(descriptor, FixedInput.of(target + "\n"));
      case "<&" -> duplicate(descriptor, target);
      case ">&" -> {
        if (target.matches("[0-9]+|-")) {
          duplicate(descriptor, target);
        } else {
          both(target, false);
        }
      }
      case "&>" -> both(target, false);
      case "&>>" -> both(target, true);
      case "<" -> task.inputs().put(descriptor, opened(target));
      case "<>" -> {
        network(target);
        task.inputs().put(descriptor, opened(target));
      }
      default ->
          task.outputs()
              .put(
                  descriptor,
                  created(
                      target,
                      redirection.operator().equals(">>"),
                      redirection.operator().equals(">|")));
    }
  }

  private void both(String target, boolean append) {
    Output out = created(target, append, false);
    task.outputs().put(1, out);
    task.outputs().put(2, out);
  }

  private void duplicate(int descriptor, String from) {
    if (from.equals("-")) {
      task.inputs().remove(descriptor);
      task.outputs().remove(descriptor);
      return;
    }
    if (!from.matches("[0-9]+")) {
      throw new Failed(1, from + ": ambiguous redirect");
    }
    int source = from.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(from);
    Input input = task.inputs().get(source);
    Output output = task.outputs().get(source);
    if (input == null && output == null) {
      throw new Failed(1, from + ": Bad file descriptor");
    }
    if (output != null) {
      task.outputs().put(descriptor, output);
      switch (output) {
        case Terminal terminal when descriptor == 0 -> task.inputs().put(0, terminal);
        case Pipe pipe when descriptor == 0 -> task.inputs().put(0, pipe);
        default -> {}
      }
    }
    if (input != null) {
      task.inputs().put(descriptor, input);
    }
  }

  private Input opened(String target) {
    network(target);
    try {
      return task.files().open(target);
    } catch (Fault fault) {
      throw failed(target, fault, "cannot open %s: %s");
    }
  }

  private Output created(String target, boolean append, boolean clobbers) {
    network(target);
    Inode there = clobbers || append || !shell.option('C') ? null : task.files().peek(target);
    if (there != null && there.isRegular()) {
      throw new Failed(1, target + ": cannot overwrite existing file");
    }
    try {
      return task.files().create(target, append);
    } catch (Fault fault) {
      throw failed(target, fault, "cannot create %s: %s");
    }
  }

  private Failed failed(String target, Fault fault, String posix) {
    String text =
        fault
            .text()
            .replace(
                "No such file or directory",
                posix.contains("create") ? "Directory nonexistent" : "No such file");
    return shell.isPosix()
        ? new Failed(2, posix.formatted(target, text))
        : new Failed(1, (target.isEmpty() ? "" : target) + ": " + fault.text());
  }

  /** {@code /dev/tcp/host/port}, from which nothing ever comes back. */
  private void network(String target) {
    String[] parts = target.split("/", -1);
    boolean is =
        parts.length == 5
            && parts[1].equals("dev")
            && (parts[2].equals("tcp") || parts[2].equals("udp"));
    if (!is || shell.isPosix()) {
      return;
    }
    int port = parts[4].matches("[0-9]{1,5}") ? Integer.parseInt(parts[4]) : 0;
    task.machine().reports().outbound("bash", parts[3], port);
    if (!parts[3].matches("[0-9.]+|[0-9a-fA-F]*:[0-9a-fA-F:.]*")) {
      task.sleep(Duration.ofSeconds(20));
      shell.fail(1, parts[3] + ": Temporary failure in name resolution");
      throw new Failed(1, target + ": Invalid argument");
    }
    if (parts[3].startsWith("127.") || parts[3].equals(task.machine().host().address())) {
      shell.fail(1, "connect: Connection refused");
      throw new Failed(1, target + ": Connection refused");
    }
    task.sleep(NO_ANSWER);
    shell.fail(1, "connect: Connection timed out");
    throw new Failed(1, target + ": Connection timed out");
  }
}

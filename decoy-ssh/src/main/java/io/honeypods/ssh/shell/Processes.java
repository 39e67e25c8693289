package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Pipe;
import io.honeypods.ssh.host.Start;
import io.honeypods.ssh.host.Strand;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What process substitutions of one command line run beside it. */
final class Processes {
  private static final int LAST = 63;
  private static final int MOST = 20;

  private final Shell shell;
  private final Interpreter interpreter;
  private final List<Integer> descriptors = new ArrayList<>();
  private final List<Pipe> fed = new ArrayList<>();
  private final List<Pipe> read = new ArrayList<>();
  private final List<Strand> fedStrands = new ArrayList<>();

  Processes(Shell shell, Interpreter interpreter) {
    this.shell = shell;
    this.interpreter = interpreter;
  }

  /** Starts a command; the path by which its stream is opened. */
  String start(Word.Beside process) {
    Task task = shell.task();
    int descriptor = LAST;
    while (task.inputs().containsKey(descriptor) || task.outputs().containsKey(descriptor)) {
      descriptor--;
    }
    if (LAST - descriptor > MOST) {
      throw new ShellError(1, "cannot make pipe for process substitution: Too many open files");
    }
    var pipe = new Pipe();
    Start start = task.start(task.arguments());
    var inputs = new TreeMap<>(start.inputs());
    var outputs = new TreeMap<>(start.outputs());
    if (process.reads()) {
      outputs.put(1, pipe);
    } else {
      inputs.put(0, pipe);
    }
    Strand strand =
        task.fork(
            child -> {
              try {
                return interpreter.within(child, process.list());
              } finally {
                pipe.end();
                if (!process.reads()) {
                  pipe.breakOff();
                }
              }
            },
            start.with(inputs, outputs));
    if (strand == null) {
      pipe.end();
    }
    open(process.reads(), descriptor, pipe, strand);
    return "/dev/fd/" + descriptor;
  }

  private void open(
      boolean reads, int descriptor, Pipe pipe, @org.jspecify.annotations.Nullable Strand strand) {
    descriptors.add(descriptor);
    if (reads) {
      shell.task().inputs().put(descriptor, pipe);
      read.add(pipe);
    } else {
      shell.task().outputs().put(descriptor, pipe);
      fed.add(pipe);
      if (strand != null) {
        fedStrands.add(strand);
      }
    }
  }

  /** The command is over: nobody reads or writes these any more. */
  void close() {
    for (int descriptor : descriptors) {
      shell.task().inputs().remove(descriptor);
      shell.task().outputs().remove(descriptor);
    }
    fed.forEach(Pipe::end);
    read.forEach(Pipe::breakOff);
    if (!fedStrands.isEmpty()) {
      shell.task().await(() -> fedStrands.stream().allMatch(Strand::isOver));
    }
  }
}

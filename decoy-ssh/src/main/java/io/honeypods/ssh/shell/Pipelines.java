package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.FixedInput;
import io.honeypods.ssh.host.Input;
import io.honeypods.ssh.host.Output;
import io.honeypods.ssh.host.Pipe;
import io.honeypods.ssh.host.Start;
import io.honeypods.ssh.host.Strand;
import io.honeypods.ssh.host.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Commands that run side by side. */
final class Pipelines {
  private final Shell shell;
  private final Task task;
  private final Interpreter interpreter;

  Pipelines(Shell shell, Interpreter interpreter) {
    this.shell = shell;
    this.task = shell.task();
    this.interpreter = interpreter;
  }

  int run(Node.Pipeline pipeline) {
    Instant began = task.machine().now();
    int status =
        pipeline.negated()
            ? (interpreter.test(body(pipeline)) == 0 ? 1 : 0)
            : pipeline.stages().size() == 1
                ? interpreter.run(pipeline.stages().getFirst())
                : pipe(pipeline.stages());
    if (pipeline.timed()) {
      double real = Duration.between(began, task.machine().now()).toMillis() / 1000.0;
      task.err(
          String.format(
              java.util.Locale.ROOT,
              "%nreal\t0m%.3fs%nuser\t0m%.3fs%nsys\t0m%.3fs%n",
              real,
              real > 0.002 ? 0.001 : 0.0,
              0.0));
    }
    return status;
  }

  private static Node body(Node.Pipeline pipeline) {
    return pipeline.stages().size() == 1
        ? pipeline.stages().getFirst()
        : new Node.Pipeline(pipeline.stages(), false, false);
  }

  private int pipe(List<Node> stages) {
    var strands = new ArrayList<Strand>();
    Pipe before = null;
    for (int i = 0; i < stages.size(); i++) {
      Pipe after = i < stages.size() - 1 ? new Pipe() : null;
      Strand strand = start(stages.get(i), before, after);
      if (strand == null) {
        strands.forEach(each -> each.signal(15));
        return cannotFork();
      }
      strands.add(strand);
      before = after;
    }
    try {
      task.await(() -> strands.stream().allMatch(Strand::isOver));
    } finally {
      strands.stream().filter(each -> !each.isOver()).forEach(each -> each.signal(2));
    }
    shell.pipeStatus(strands.stream().map(Strand::status).toList());
    int status = strands.getLast().status();
    if (shell.option(SetOptions.PIPE_FAIL)) {
      for (Strand strand : strands) {
        status = strand.status() != 0 ? strand.status() : status;
      }
    }
    return status;
  }

  private @Nullable Strand start(Node stage, @Nullable Pipe before, @Nullable Pipe after) {
    Start start = task.start(task.arguments());
    var inputs = new TreeMap<Integer, Input>(start.inputs());
    var outputs = new TreeMap<Integer, Output>(start.outputs());
    if (before != null) {
      inputs.put(0, before);
    }
    if (after != null) {
      outputs.put(1, after);
    }
    var piped = start.with(inputs, outputs);
    Strand strand =
        task.fork(
            child -> {
              try {
                return interpreter.within(child, stage);
              } finally {
                if (after != null) {
                  after.end();
                }
                if (before != null) {
                  before.breakOff();
                }
              }
            },
            piped);
    if (strand != null && isDetached()) {
      strand.detach();
    }
    return strand;
  }

  private boolean isDetached() {
    Strand own = task.machine().strandOf(task.pid());
    return own != null && own.isBackground();
  }

  int detach(Node.Background background) {
    Start start = task.start(task.arguments());
    var inputs = new TreeMap<Integer, Input>(start.inputs());
    inputs.put(0, FixedInput.of(""));
    Strand strand =
        task.fork(
            child -> interpreter.within(child, background.body()),
            start.with(inputs, new TreeMap<>(start.outputs())));
    if (strand == null) {
      return cannotFork();
    }
    strand.detach();
    Jobs.Job job = shell.jobs().add(strand.pid(), strand, background.text());
    if (shell.isInteractive()) {
      task.err("[%d] %d%n".formatted(job.number(), job.pid()));
    }
    return 0;
  }

  private int cannotFork() {
    for (int seconds = 1; seconds <= 8; seconds *= 2) {
      shell.fail(1, "fork: retry: Resource temporarily unavailable");
      task.sleep(Duration.ofSeconds(seconds));
    }
    shell.fail(1, "fork: Resource temporarily unavailable");
    throw new io.honeypods.ssh.host.Exit(254);
  }
}

package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.FixedInput;
import io.honeypods.ssh.host.Input;
import io.honeypods.ssh.host.Output;
import io.honeypods.ssh.host.Pipe;
import io.honeypods.ssh.host.Start;
import io.honeypods.ssh.host.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files and commands that a running {@code awk} reads and writes. */
final class AwkStreams {
  private static final int MOST = 64;
  private static final int MAX_OUTPUT = 1 << 20;

  private final Task task;
  private final Map<String, AwkReader> readers = new LinkedHashMap<>();
  private final Map<String, Output> files = new LinkedHashMap<>();
  private final Map<String, StringBuilder> commands = new LinkedHashMap<>();

  AwkStreams(Task task) {
    this.task = task;
  }

  void write(String redirection, String target, String text) {
    if (redirection.equals("|")) {
      StringBuilder held = commands.computeIfAbsent(target, _ -> new StringBuilder());
      task.machine().requireMemory(held.append(text).length());
      return;
    }
    Output out = files.get(target);
    if (out == null) {
      out = open(target, redirection.equals(">>"));
      files.put(target, out);
    }
    if (out != null) {
      out.write(task, text);
    }
  }

  private @Nullable Output open(String target, boolean appends) {
    if (files.size() >= MOST) {
      throw new AwkFault(task)
          .plain("cannot open \"" + target + "\" for output (Too many open files)");
    }
    switch (target) {
      case "/dev/stdout", "-" -> {
        return task.outputs().get(1);
      }
      case "/dev/stderr" -> {
        return task.outputs().get(2);
      }
      default -> {
        try {
          return task.files().create(target, appends);
        } catch (Fault fault) {
          throw new AwkFault(task)
              .plain("cannot open \"" + target + "\" for output (" + fault.text() + ")");
        }
      }
    }
  }

  /** What a file or command is read with; null where it cannot be. */
  @Nullable AwkReader reader(String source, boolean command) {
    AwkReader reader = readers.get(source);
    if (reader == null && readers.size() < MOST) {
      Input input = command ? FixedInput.of(output(source)) : input(source);
      reader = input == null ? null : new AwkReader(task, input);
      if (reader != null) {
        readers.put(source, reader);
      }
    }
    return reader;
  }

  private @Nullable Input input(String path) {
    try {
      return path.equals("-") || path.equals("/dev/stdin") ? task.input() : task.files().open(path);
    } catch (Fault _) {
      return null; // getline tells of it by its value
    }
  }

  private String output(String command) {
    Pipe out = Pipe.keeping(MAX_OUTPUT);
    var outputs = new TreeMap<>(task.outputs());
    outputs.put(1, out);
    run(command, task.input(), outputs);
    return out.all();
  }

  /** Runs a command as {@code system} does; its status. */
  int run(String command) {
    return run(command, task.input(), task.outputs());
  }

  private int run(String command, Input input, Map<Integer, Output> outputs) {
    Start start = task.start(List.of("sh", "-c", command));
    var inputs = new TreeMap<>(start.inputs());
    inputs.put(0, input);
    var program = task.machine().program("dash");
    return program == null ? 127 : task.call(program, start.with(inputs, outputs));
  }

  /** Ends what goes by a name; -1 where nothing does. */
  int close(String name) {
    boolean read = readers.remove(name) != null;
    boolean any = files.remove(name) != null || read;
    StringBuilder held = commands.remove(name);
    return held == null
        ? (any ? 0 : -1)
        : run(name, FixedInput.of(held.toString()), task.outputs());
  }

  void closeAll() {
    List.copyOf(commands.keySet()).forEach(this::close);
  }
}

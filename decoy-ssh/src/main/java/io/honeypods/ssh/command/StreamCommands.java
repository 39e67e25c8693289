package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Output;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;

/** Programs that pass on the bytes they read. */
final class StreamCommands {
  private StreamCommands() {}

  static int tee(Task task) {
    Options options = Options.of(task, 1, "aip", "append=a");
    var outputs = new ArrayList<Output>();
    int status = 0;
    for (String path : options.operands()) {
      try {
        outputs.add(task.files().create(path, options.has('a')));
      } catch (Fault fault) {
        status = task.fail(1, path + ": " + fault.text());
      }
    }
    for (String piece = task.input().read(task); piece != null; piece = task.input().read(task)) {
      task.out(piece);
      for (Output each : outputs) {
        each.write(task, piece);
      }
    }
    return status;
  }
}

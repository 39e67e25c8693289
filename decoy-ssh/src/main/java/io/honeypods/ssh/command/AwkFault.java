package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Exit;
import io.honeypods.ssh.host.Task;

/** What {@code mawk} says before it gives up. */
record AwkFault(Task task) {
  private static final int STATUS = 2;

  Exit syntax(int line, String problem) {
    task.err(task.name() + ": line " + line + ": " + problem + "\n");
    return new Exit(STATUS);
  }

  Exit unexpected(int line, char c) {
    task.err(task.name() + ": " + line + ": unexpected character '" + c + "'\n");
    return new Exit(STATUS);
  }

  Exit plain(String problem) {
    task.err(task.name() + ": " + problem + "\n");
    return new Exit(STATUS);
  }

  /** A mistake that only shows when the program runs, with the record it was at. */
  Exit running(String problem, AwkRecord record) {
    task.err(
        "%s: run time error: %s%n\tFILENAME=\"%s\" FNR=%s NR=%s%n"
            .formatted(
                task.name(),
                problem,
                record.get("FILENAME").text(),
                record.get("FNR").text(),
                record.get("NR").text()));
    return new Exit(STATUS);
  }
}

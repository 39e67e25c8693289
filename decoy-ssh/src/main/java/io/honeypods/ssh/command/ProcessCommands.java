package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Memory;
import io.honeypods.ssh.host.ProcessRow;
import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.User;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Programs that look for processes. */
final class ProcessCommands {
  private ProcessCommands() {}

  static int lsof(Task task) {
    User user = task.user();
    task.out("COMMAND   PID   USER   FD   TYPE DEVICE SIZE/OFF NODE NAME\n");
    task.out(
        user.isRoot()
            ? "sshd        1   root    6u  IPv4  28114      0t0  TCP *:ssh (LISTEN)\n"
            : "");
    return 0;
  }

  static int ps(Task task) {
    return new Ps(task, ProcessRow.of(task.machine())).run();
  }

  /** {@code top}: one page, again every three seconds unless it is for a file. */
  static int top(Task task) {
    boolean once =
        task.operands().stream().anyMatch(word -> word.contains("b")) || task.terminal() == null;
    if (!once && task.environment().getOrDefault("TERM", "").isEmpty()) {
      return task.fail(1, "TERM environment variable not set.");
    }
    do {
      task.out((once ? "" : "\u001b[H\u001b[2J") + page(task));
      if (!once && task.await(() -> false, Duration.ofSeconds(3))) {
        return 0;
      }
    } while (!once);
    return 0;
  }

  private static String page(Task task) {
    Memory memory = Memory.of(task.machine().now());
    List<ProcessRow> rows = ProcessRow.of(task.machine());
    var page = new StringBuilder("top -").append(HostCommands.uptimeLine(task));
    page.append(
        "Tasks: %3d total,   1 running, %3d sleeping,   0 stopped,   0 zombie%n"
            .formatted(rows.size(), rows.size() - 1));
    page.append(
        "%Cpu(s):  0.7 us,  0.3 sy,  0.0 ni, 98.9 id,  0.1 wa,  0.0 hi,  0.0 si,  0.0 st \n");
    page.append(memory(memory));
    page.append("    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND\n");
    for (ProcessRow row : rows) {
      page.append(
          String.format(
              Locale.ROOT,
              "%7d %-8s  20   0 %7d %6d %6d %c   0.0 %5.1f %9s %s%n",
              row.pid(),
              task.accounts().userName(row.uid()),
              row.virtual(),
              row.resident(),
              row.resident() / 2,
              row.state().charAt(0),
              row.resident() * 100.0 / memory.total(),
              Ps.time(row) + ".00",
              row.name()));
    }
    return page.toString();
  }

  private static String memory(Memory memory) {
    return String.format(
            Locale.ROOT,
            "MiB Mem : %8.1f total, %8.1f free, %8.1f used, %8.1f buff/cache     %n",
            memory.total() / 1024.0,
            memory.free() / 1024.0,
            memory.used() / 1024.0,
            (memory.buffers() + memory.cached()) / 1024.0)
        + String.format(
            Locale.ROOT,
            "MiB Swap: %8.1f total, %8.1f free, %8.1f used. %8.1f avail Mem %n%n",
            0.0,
            0.0,
            0.0,
            memory.available() / 1024.0);
  }

  static int pgrep(Task task) {
    Options options = Options.of(task, 2, "flxau:n0123456789P:o", "full=f", "list-full=a");
    List<String> names = options.operands();
    if (names.isEmpty() && !options.has('u')) {
      task.err(
          "%s: no matching criteria specified%nTry `%s --help' for more information.%n"
              .formatted(task.name(), task.name()));
      return 2;
    }
    boolean kills = !task.name().equals("pgrep");
    boolean any = false;
    for (ProcessRow row : ProcessRow.of(task.machine())) {
      String shown = options.has('f') ? row.command() : row.name();
      boolean matches =
          row.pid() != task.pid()
              && names.stream()
                  .allMatch(
                      name ->
                          (options.has('x') || task.name().equals("killall"))
                              ? shown.equals(name)
                              : shown.contains(name));
      if (!matches) {
        continue;
      }
      boolean mine = task.user().isRoot() || task.user().uid() == row.uid();
      var strand = task.machine().strandOf(row.pid());
      if (kills && !mine) {
        task.err(
            task.name().equals("killall")
                ? "%s(%d): Operation not permitted%n".formatted(row.name(), row.pid())
                : "pkill: killing pid %d failed: Operation not permitted%n".formatted(row.pid()));
      } else if (kills && strand != null) {
        strand.signal(15);
      } else if (!kills) {
        task.out(
            row.pid()
                + (options.has('l')
                    ? " " + row.name()
                    : options.has('a') ? " " + row.command() : "")
                + "\n");
      }
      any = true;
    }
    if (!any && task.name().equals("killall")) {
      names.forEach(name -> task.err(name + ": no process found\n"));
    }
    return any ? 0 : 1;
  }

  static int pidof(Task task) {
    List<String> pids =
        ProcessRow.of(task.machine()).stream()
            .filter(row -> task.operands().contains(row.name()))
            .map(row -> String.valueOf(row.pid()))
            .toList();
    task.out(pids.isEmpty() ? "" : String.join(" ", pids.reversed()) + "\n");
    return pids.isEmpty() ? 1 : 0;
  }
}

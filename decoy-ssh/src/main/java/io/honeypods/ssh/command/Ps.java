package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Memory;
import io.honeypods.ssh.host.ProcessRow;
import io.honeypods.ssh.host.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** {@code ps}, and what looks into processes as it does. */
final class Ps {
  private final Task task;

  private final List<ProcessRow> rows;

  Ps(Task task, List<ProcessRow> rows) {
    this.task = task;
    this.rows = rows;
  }

  int run() {
    String flags = String.join("", task.operands());
    if (!flags.matches("-?[a-zA-Z0-9,=%-]*")) {
      task.err(
          "error: unsupported option (BSD syntax)\n\n"
              + "Usage:\n"
              + " ps [options]\n\n"
              + " Try 'ps --help <simple|list|output|threads|misc|all>'\n"
              + "  or 'ps --help <s|l|o|t|m|a>'\n"
              + " for additional help text.\n\n"
              + "For more details see ps(1).\n");
      return 1;
    }
    boolean bsd = !flags.startsWith("-") && !flags.isEmpty();
    if (flags.contains("u") && (bsd || flags.contains("aux"))) {
      task.out("USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\n");
      rows.forEach(row -> task.out(cut(byUser(row)) + "\n"));
    } else if (flags.contains("f") || flags.contains("F")) {
      task.out("UID          PID    PPID  C STIME TTY          TIME CMD\n");
      chosen(flags).forEach(row -> task.out(cut(full(row)) + "\n"));
    } else if (bsd) {
      task.out("    PID TTY      STAT   TIME COMMAND\n");
      rows.forEach(row -> task.out(cut(stated(row)) + "\n"));
    } else {
      task.out("    PID TTY          TIME CMD\n");
      chosen(flags).forEach(row -> task.out(brief(row) + "\n"));
    }
    return 0;
  }

  private String byUser(ProcessRow row) {
    return "%-8s %7d  0.0 %4.1f %6d %5d %-8s %-4s %5s %6s %s"
        .formatted(
            task.accounts().userName(row.uid()),
            row.pid(),
            row.resident() * 100.0 / Memory.of(task.machine().now()).total(),
            row.virtual(),
            row.resident(),
            row.terminal(),
            row.state(),
            start(row),
            time(row),
            row.command());
  }

  private String full(ProcessRow row) {
    return "%-8s %7d %7d  0 %5s %-8s %8s %s"
        .formatted(
            task.accounts().userName(row.uid()),
            row.pid(),
            row.parent(),
            start(row),
            row.terminal(),
            long8(row),
            row.command());
  }

  private static String stated(ProcessRow row) {
    return "%7d %-8s %-4s %6s %s"
        .formatted(row.pid(), row.terminal(), row.state(), time(row), row.command());
  }

  private static String brief(ProcessRow row) {
    return "%7d %-8s %8s %s".formatted(row.pid(), row.terminal(), long8(row), row.name());
  }

  private List<ProcessRow> chosen(String flags) {
    boolean all = flags.contains("e") || flags.contains("A");
    String own = task.terminal() == null ? "?" : task.terminal().name();
    return all
        ? rows
        : rows.stream()
            .filter(row -> row.terminal().equals(own) && row.uid() == task.user().uid())
            .toList();
  }

  private String cut(String line) {
    return task.terminal() != null
            && task.outputs().get(1) == task.terminal()
            && line.length() > task.terminal().columns()
        ? line.substring(0, task.terminal().columns())
        : line;
  }

  private String start(ProcessRow row) {
    Instant now = task.machine().now();
    boolean today = Duration.between(row.started(), now).toHours() < 24;
    return DateTimeFormatter.ofPattern(today ? "HH:mm" : "MMMdd", Locale.ROOT)
        .withZone(ZoneOffset.UTC)
        .format(row.started());
  }

  static String time(ProcessRow row) {
    return "%d:%02d".formatted(row.cpu().toMinutes(), row.cpu().toSeconds() % 60);
  }

  private static String long8(ProcessRow row) {
    return "%02d:%02d:%02d"
        .formatted(row.cpu().toHours(), row.cpu().toMinutes() % 60, row.cpu().toSeconds() % 60);
  }
}

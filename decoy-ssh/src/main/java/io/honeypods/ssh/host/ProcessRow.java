package io.honeypods.ssh.host;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A process as {@code ps} tells of it.
 *
 * @param virtual and
 * @param resident in KiB
 */
public record ProcessRow(
    int pid,
    int parent,
    int uid,
    String terminal,
    String state,
    long virtual,
    long resident,
    Instant started,
    Duration cpu,
    String command) {

  private static final int SHELL_VIRTUAL = 8172;
  private static final int SHELL_RESIDENT = 5120;
  private static final int TOOL_VIRTUAL = 6400;
  private static final int TOOL_RESIDENT = 3712;

  /** All processes of the pod and of a visit, in order of their numbers. */
  public static List<ProcessRow> of(Machine machine) {
    Host host = machine.host();
    Instant began = host.started();
    Duration up = Duration.between(began, machine.now());
    var rows = new ArrayList<ProcessRow>();
    rows.add(
        new ProcessRow(
            1,
            0,
            0,
            "?",
            "Ss",
            11_780,
            7_424,
            began,
            up.dividedBy(40_000),
            "sshd: /usr/sbin/sshd -D [listener] 0 of 10-100 startups"));
    rows.add(
        new ProcessRow(
            23,
            1,
            0,
            "?",
            "Ss",
            3_612,
            1_920,
            began.plusSeconds(1),
            up.dividedBy(90_000),
            "/usr/sbin/cron -f"));
    rows.add(
        new ProcessRow(
            31,
            1,
            0,
            "?",
            "S",
            5_908,
            2_944,
            began.plusSeconds(1),
            up.dividedBy(30_000),
            "/bin/sh /usr/local/bin/sync-kubeconfig"));
    for (Task task : machine.tasks()) {
      rows.add(row(machine, task));
    }
    return rows;
  }

  private static ProcessRow row(Machine machine, Task task) {
    Terminal terminal = task.terminal();
    boolean shell = task.name().contains("sh") && task.name().length() < 6;
    boolean waits = machine.strandOf(task.pid()) != null && isParent(machine, task);
    return new ProcessRow(
        task.pid(),
        task.parent(),
        task.user().uid(),
        terminal == null ? "?" : terminal.name(),
        waits ? "Ss" : "R+",
        shell ? SHELL_VIRTUAL : TOOL_VIRTUAL,
        shell ? SHELL_RESIDENT : TOOL_RESIDENT,
        task.started(),
        Duration.ZERO,
        String.join(" ", task.arguments()));
  }

  private static boolean isParent(Machine machine, Task task) {
    return machine.tasks().stream().anyMatch(each -> each.parent() == task.pid());
  }

  /** The program's name alone. */
  public String name() {
    String first = command.split(" ", 2)[0];
    String bare = first.startsWith("-") ? first.substring(1) : Paths.name(first);
    return bare.endsWith(":") ? bare.substring(0, bare.length() - 1) : bare;
  }
}

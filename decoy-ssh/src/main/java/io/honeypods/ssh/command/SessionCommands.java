package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.Terminal;
import io.honeypods.ssh.host.User;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Programs that tell who is logged in. */
final class SessionCommands {
  private SessionCommands() {}

  static int w(Task task) {
    task.out(HostCommands.uptimeLine(task));
    task.out("USER     TTY      FROM             LOGIN@   IDLE   JCPU   PCPU WHAT\n");
    Terminal terminal = task.terminal();
    if (terminal != null) {
      String time =
          DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
              .withZone(ZoneOffset.UTC)
              .format(task.machine().began());
      task.out(
          "%-8s %-8s %-16s %-7s 1.00s  0.02s  0.00s w%n"
              .formatted(visitor(task), terminal.name(), from(task), time));
    }
    return 0;
  }

  private static String visitor(Task task) {
    return task.environment()
        .getOrDefault("SUDO_USER", task.environment().getOrDefault("LOGNAME", task.user().name()));
  }

  static String from(Task task) {
    return task.environment().getOrDefault("SSH_CLIENT", "10.0.0.1").split(" ", 2)[0];
  }

  static int who(Task task) {
    Terminal terminal = task.terminal();
    if (terminal != null) {
      String time =
          DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
              .withZone(ZoneOffset.UTC)
              .format(task.machine().began());
      task.out("%-8s %-12s %s (%s)%n".formatted(visitor(task), terminal.name(), time, from(task)));
    }
    return 0;
  }

  static int last(Task task) {
    Terminal terminal = task.terminal();
    DateTimeFormatter day =
        DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    Instant began = task.machine().began();
    if (terminal != null) {
      task.out(
          "%-8s %-12s %-16s %s   still logged in%n"
              .formatted(visitor(task), terminal.name(), from(task), day.format(began)));
    }
    Instant started = task.machine().host().started();
    task.out(
        "\nwtmp begins %s %s%n"
            .formatted(
                DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC)
                    .format(started),
                ZonedDateTime.ofInstant(started, ZoneOffset.UTC).getYear()));
    return 0;
  }

  static int lastlog(Task task) {
    task.out("Username         Port     From                                       Latest\n");
    for (User user : task.accounts().users()) {
      task.out(
          "%-16s                                                            **Never logged in**%n"
              .formatted(user.name()));
    }
    return 0;
  }

  static int users(Task task) {
    task.out(
        task.terminal() == null
            ? ""
            : task.environment().getOrDefault("LOGNAME", task.user().name()) + "\n");
    return 0;
  }
}

package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Host;
import io.honeypods.ssh.host.Load;
import io.honeypods.ssh.host.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Programs that tell which host this is, and its time. */
final class HostCommands {
  private HostCommands() {}

  static int uname(Task task) {
    Options options =
        Options.of(
            task,
            1,
            "asnrvmpio",
            "all=a",
            "kernel-name=s",
            "nodename=n",
            "kernel-release=r",
            "machine=m",
            "operating-system=o",
            "kernel-version=v");
    if (!options.operands().isEmpty()) {
      task.err(
          "uname: extra operand '"
              + options.operands().getFirst()
              + "'\nTry 'uname --help' for more information.\n");
      return 1;
    }
    Host host = task.machine().host();
    var parts = new ArrayList<String>();
    boolean none = task.operands().isEmpty();
    add(parts, options, 's', "Linux", none);
    add(parts, options, 'n', host.name(), false);
    add(parts, options, 'r', host.debian().kernel(), false);
    add(parts, options, 'v', host.debian().build(), false);
    add(parts, options, 'm', "x86_64", false);
    if (options.has('p') || options.has('i')) {
      parts.add("unknown");
    }
    add(parts, options, 'o', "GNU/Linux", false);
    task.out(String.join(" ", parts) + "\n");
    return 0;
  }

  private static void add(
      List<String> parts, Options options, char letter, String text, boolean anyway) {
    if (anyway || options.has(letter) || options.has('a')) {
      parts.add(text);
    }
  }

  static int hostname(Task task) {
    Options options = Options.of(task, 1, "fisdIAaF:b");
    Host host = task.machine().host();
    if (!options.operands().isEmpty()) {
      return task.fail(1, "you must be root to change the host name");
    }
    boolean address = options.has('i') || options.has('I');
    task.out((address ? host.address() + (options.has('I') ? " " : "") : host.name()) + "\n");
    return 0;
  }

  private static String span(Duration up) {
    long days = up.toDays();
    long hours = up.toHours() % 24;
    long minutes = up.toMinutes() % 60;
    String day = days > 0 ? days + (days == 1 ? " day, " : " days, ") : "";
    return day + (hours > 0 ? "%2d:%02d".formatted(hours, minutes) : minutes + " min");
  }

  private static String load(Instant now) {
    Load load = Load.of(now);
    return String.format(Locale.ROOT, "%.2f, %.2f, %.2f", load.one(), load.five(), load.fifteen());
  }

  static String uptimeLine(Task task) {
    Instant now = task.machine().now();
    String time =
        DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC).format(now);
    int users = task.terminal() == null ? 0 : 1;
    return " %s up %s,  %d user%s,  load average: %s%n"
        .formatted(
            time, span(task.machine().host().uptime()), users, users == 1 ? "" : "s", load(now));
  }

  static int uptime(Task task) {
    Options options = Options.of(task, 1, "psV", "pretty=p", "since=s");
    if (options.has('s')) {
      task.out(
          DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                  .withZone(ZoneOffset.UTC)
                  .format(task.machine().host().booted())
              + "\n");
    } else if (options.has('p')) {
      Duration up = task.machine().host().uptime();
      task.out(
          "up %d weeks, %d days, %d hours, %d minutes%n"
              .formatted(up.toDays() / 7, up.toDays() % 7, up.toHours() % 24, up.toMinutes() % 60));
    } else {
      task.out(uptimeLine(task));
    }
    return 0;
  }

  static int hostnamectl(Task task) {
    Host host = task.machine().host();
    task.out(
        " Static hostname: "
            + host.name()
            + "\n"
            + "       Icon name: computer-container\n"
            + "         Chassis: container\n"
            + "  Virtualization: kubernetes\n"
            + "Operating System: Debian GNU/Linux "
            + host.debian().major()
            + " ("
            + host.debian().codename()
            + ")\n          Kernel: Linux "
            + host.debian().kernel()
            + "\n    Architecture: x86-64\n");
    return 0;
  }
}

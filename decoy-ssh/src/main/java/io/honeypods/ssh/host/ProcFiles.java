package io.honeypods.ssh.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code /proc}: files whose content is made when they are read. */
final class ProcFiles {
  private static final List<String> OF_TASK =
      List.of(
          "cgroup", "cmdline", "comm", "cwd", "environ", "exe", "maps", "mounts", "stat", "status");

  private final Host host;
  private final Machine machine;

  ProcFiles(Host host, Machine machine) {
    this.host = host;
    this.machine = machine;
  }

  @Nullable Inode at(String path) {
    String rest = path.substring("/proc/".length());
    int slash = rest.indexOf('/');
    String first = slash < 0 ? rest : rest.substring(0, slash);
    if (!first.isEmpty() && first.chars().allMatch(Character::isDigit)) {
      return ofTask(first, slash < 0 ? "" : rest.substring(slash + 1));
    }
    String text = text(rest);
    if (text != null) {
      return file(text);
    }
    Inode still = host.image().get(path);
    return still == null || !still.isRegular() ? still : file(still.data());
  }

  List<String> list(String directory) {
    var names = new TreeSet<String>();
    if (directory.equals("/proc")) {
      ProcessRow.of(machine).forEach(row -> names.add(String.valueOf(row.pid())));
      names.addAll(List.of("loadavg", "uptime", "version", "meminfo", "stat", "mounts", "self"));
    } else if (directory.matches("/proc/[0-9]+")) {
      return OF_TASK;
    }
    String prefix = directory + "/";
    host.image().tailMap(prefix, true).keySet().stream()
        .takeWhile(path -> path.startsWith(prefix))
        .map(path -> path.substring(prefix.length()))
        .filter(name -> name.indexOf('/') < 0)
        .forEach(names::add);
    return new ArrayList<>(names);
  }

  private Inode file(String text) {
    return new Inode(Inode.Kind.FILE, 0444, 0, 0, machine.now(), text, 0);
  }

  private @Nullable String text(String name) {
    return switch (name) {
      case "uptime" -> {
        double up = host.uptime().toMillis() / 1000.0;
        yield String.format(Locale.ROOT, "%.2f %.2f%n", up, up * 3.87);
      }
      case "loadavg" ->
          "%s %d/%d %d%n"
              .formatted(
                  Load.of(machine.now()).spaced(),
                  1,
                  312,
                  machine.began().getEpochSecond() % 30_000);
      case "version" ->
          "Linux version %s (debian-kernel@lists.debian.org) (x86_64-linux-gnu-gcc, GNU ld) %s%n"
              .formatted(host.debian().kernel(), host.debian().build());
      case "meminfo" -> Memory.of(machine.now()).meminfo();
      case "stat" ->
          "cpu  %d 0 %d %d 0 0 0 0 0 0%nbtime %d%n"
              .formatted(
                  host.uptime().toSeconds(),
                  host.uptime().toSeconds() / 3,
                  host.uptime().toSeconds() * 380,
                  host.booted().getEpochSecond());
      case "mounts" -> image("/etc/mtab-of-pod");
      default -> null;
    };
  }

  private String image(String path) {
    Inode inode = host.image().get(path);
    return inode == null ? "" : inode.data();
  }

  private @Nullable Inode ofTask(String pid, String file) {
    for (ProcessRow row : ProcessRow.of(machine)) {
      if (String.valueOf(row.pid()).equals(pid)) {
        if (file.isEmpty()) {
          return Inode.directory(0555, row.uid(), row.uid(), row.started());
        }
        return ofRow(row, file);
      }
    }
    return null;
  }

  private @Nullable Inode ofRow(ProcessRow row, String file) {
    return switch (file) {
      case "cmdline" -> file(row.command().replace(' ', '\0') + "\0");
      case "comm" -> file(row.name() + "\n");
      case "cgroup" -> file("0::/\n");
      case "environ" -> file(environment(row));
      case "exe" -> Inode.link(row.uid(), row.uid(), row.started(), executable(row));
      case "cwd" -> Inode.link(row.uid(), row.uid(), row.started(), "/");
      case "mounts" -> file(image("/etc/mtab-of-pod"));
      case "maps" -> file("");
      case "stat" -> file("%d (%s) S %d 0 0 0%n".formatted(row.pid(), row.name(), row.parent()));
      case "status" ->
          file(
              "Name:\t%s%nUmask:\t0022%nState:\tS (sleeping)%nTgid:\t%d%nPid:\t%d%nPPid:\t%d%nTracerPid:\t0%nUid:\t%4$s%n"
                  .formatted(row.name(), row.pid(), row.pid(), row.parent()));
      default -> null;
    };
  }

  private String executable(ProcessRow row) {
    String first = row.command().split(" ", 2)[0];
    return first.startsWith("/") ? first : "/usr/bin/" + row.name();
  }

  private String environment(ProcessRow row) {
    for (Task task : machine.tasks()) {
      if (task.pid() == row.pid()) {
        var text = new StringBuilder();
        task.environment()
            .forEach((name, value) -> text.append(name).append('=').append(value).append('\0'));
        return text.toString();
      }
    }
    return "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\0HOSTNAME="
        + host.name()
        + "\0KUBERNETES_SERVICE_HOST=10.96.0.1\0KUBERNETES_SERVICE_PORT=443\0HOME=/root\0";
  }
}

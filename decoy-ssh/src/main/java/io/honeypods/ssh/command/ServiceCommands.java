package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.User;
import java.util.List;

/** Programs that start and stop what runs by itself. */
final class ServiceCommands {
  private ServiceCommands() {}

  static int systemctl(Task task) {
    if (task.operands().contains("--version")) {
      task.out("systemd 252 (252.39-1~deb12u1)\n");
      return 0;
    }
    task.err(
        "System has not been booted with systemd as init system (PID 1). Can't operate.\n"
            + "Failed to connect to bus: Host is down\n");
    return 1;
  }

  static int service(Task task) {
    List<String> words = task.operands();
    if (words.isEmpty()) {
      task.err(
          "Usage: service < option > | --status-all | [ service_name [ command | --full-restart ]"
              + " ]\n");
      return 1;
    }
    if (words.getFirst().equals("--status-all")) {
      task.out(" [ + ]  cron\n [ + ]  ssh\n");
      return 0;
    }
    if (!List.of("cron", "ssh").contains(words.getFirst())) {
      task.err(words.getFirst() + ": unrecognized service\n");
      return 1;
    }
    String action = words.size() > 1 ? words.get(1) : "";
    task.out(
        action.equals("status")
            ? (words.getFirst().equals("ssh") ? "sshd is running.\n" : "cron is running.\n")
            : "");
    return task.user().isRoot() || action.equals("status") ? 0 : 1;
  }

  static int crontab(Task task) {
    Options options = Options.of(task, 1, "u:lreis");
    String user = options.value('u', task.user().name());
    String path = "/var/spool/cron/crontabs/" + user;
    if (options.has('u') && !task.user().isRoot()) {
      task.err("must be privileged to use -u\n");
      return 1;
    }
    if (options.has('e')) {
      task.err(
          "no crontab for "
              + user
              + " - using an empty one\n"
              + "/usr/bin/sensible-editor: 25: editor: not found\n"
              + "crontab: \"/usr/bin/sensible-editor\" exited with status 127\n");
      return 1;
    }
    User before = task.user();
    task.become(new User("root", 0, 0, "", "/root", "/bin/bash"));
    try {
      if (options.has('l') || options.has('r')) {
        if (!task.files().exists(path)) {
          task.err("no crontab for " + user + "\n");
          return 1;
        }
        if (options.has('l')) {
          task.out(task.files().read(path));
        } else {
          task.files().remove(path);
        }
        return 0;
      }
      String file = options.operands().isEmpty() ? "-" : options.operands().getFirst();
      if (!file.equals("-") && !task.files().exists(file)) {
        task.err(file + ": No such file or directory\n");
        return 1;
      }
      task.files().write(path, file.equals("-") ? task.readAll() : task.files().read(file));
      return 0;
    } finally {
      task.become(before);
    }
  }

  static int reboot(Task task) {
    if (!task.user().isRoot()) {
      task.err("Failed to connect to bus: No such file or directory\n");
      return 1;
    }
    return systemctl(task);
  }
}

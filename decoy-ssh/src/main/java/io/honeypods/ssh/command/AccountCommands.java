package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.User;
import java.util.List;

/** Programs that change users and their passwords. */
final class AccountCommands {
  private AccountCommands() {}

  static int useradd(Task task) {
    Options options =
        Options.of(
            task,
            2,
            "mMrd:s:u:g:G:c:p:oNUe:k:D",
            "create-home=m",
            "shell=s",
            "home-dir=d",
            "uid=u",
            "gid=g",
            "groups=G",
            "password=p",
            "system=r",
            "disabled-password=r",
            "gecos=c",
            "ingroup=g");
    if (options.operands().isEmpty()) {
      task.err("Usage: useradd [options] LOGIN\n       useradd -D\n       useradd -D [options]\n");
      return 2;
    }
    String name = options.operands().getFirst();
    if (!task.user().isRoot()) {
      return task.name().equals("adduser")
          ? task.fail(1, "Only root may add a user or group to the system.")
          : task.fail(1, "Permission denied.\nuseradd: cannot lock /etc/passwd; try again later.");
    }
    if (task.accounts().user(name) != null) {
      return task.fail(9, "user '" + name + "' already exists");
    }
    int uid =
        options.value('u', "").matches("[0-9]{1,6}")
            ? Integer.parseInt(options.value('u', ""))
            : free(task);
    String home = options.value('d', "/home/" + name);
    String shell = options.value('s', task.name().equals("adduser") ? "/bin/bash" : "/bin/sh");
    add(
        task,
        "/etc/passwd",
        "%s:x:%d:%d:%s:%s:%s%n".formatted(name, uid, uid, options.value('c', ""), home, shell));
    add(task, "/etc/group", "%s:x:%d:%n".formatted(name, uid));
    add(task, "/etc/shadow", name + ":" + options.value('p', "!") + ":20415:0:99999:7:::\n");
    if ((options.has('m') || task.name().equals("adduser")) && !task.files().exists(home)) {
      task.files().makeDirectory(home);
      task.files().change(home, inode -> inode.withOwner(uid, uid).withMode(0700));
    }
    return 0;
  }

  /** The number behind the last that a person has. */
  private static int free(Task task) {
    return 1
        + task.accounts().users().stream()
            .mapToInt(User::uid)
            .filter(each -> each >= 1000 && each < 60_000)
            .max()
            .orElse(999);
  }

  private static void add(Task task, String file, String line) {
    task.files().write(file, task.files().read(file) + line);
  }

  static int userdel(Task task) {
    Options options = Options.of(task, 2, "rfZ", "remove=r", "force=f");
    String name = options.operands().isEmpty() ? "" : options.operands().getFirst();
    if (task.accounts().user(name) == null) {
      return task.fail(6, "user '" + name + "' does not exist");
    }
    if (!task.user().isRoot()) {
      return task.fail(1, "Permission denied.\nuserdel: cannot lock /etc/passwd; try again later.");
    }
    for (String file : List.of("/etc/passwd", "/etc/shadow", "/etc/group")) {
      task.files()
          .write(file, task.files().read(file).replaceAll("(?m)^\\Q" + name + "\\E:.*\n", ""));
    }
    return 0;
  }

  static int chpasswd(Task task) {
    for (String line = task.readLine(); line != null; line = task.readLine()) {
      String[] parts = line.stripTrailing().split(":", 2);
      if (parts.length == 2) {
        task.machine().reports().password(parts[0], parts[1], false);
      }
    }
    return task.user().isRoot() ? 0 : task.fail(1, "cannot open /etc/passwd");
  }

  static int passwd(Task task) {
    String name =
        task.operands().stream()
            .filter(word -> !word.startsWith("-"))
            .findFirst()
            .orElse(task.user().name());
    if (task.accounts().user(name) == null) {
      return task.fail(1, "user '" + name + "' does not exist");
    }
    if (!task.user().isRoot()) {
      if (!name.equals(task.user().name())) {
        return task.fail(1, "You may not view or modify password information for " + name + ".");
      }
      task.err("Changing password for " + name + ".\n");
      String current = Secrets.ask(task, "Current password: ");
      if (current == null || !Secrets.check(task, name, current)) {
        task.err("passwd: Authentication token manipulation error\npasswd: password unchanged\n");
        return 10;
      }
    }
    String first = Secrets.ask(task, "New password: ");
    String second = first == null ? null : Secrets.ask(task, "Retype new password: ");
    if (first == null || second == null || !first.equals(second)) {
      task.err(
          (second == null ? "" : "Sorry, passwords do not match.\n")
              + "passwd: Authentication token manipulation error\npasswd: password unchanged\n");
      return 10;
    }
    task.machine().reports().password(name, first, false);
    task.err("passwd: password updated successfully\n");
    return 0;
  }
}

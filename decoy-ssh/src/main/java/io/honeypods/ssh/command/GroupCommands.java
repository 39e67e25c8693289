package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Programs that change groups, and what an account is besides its password. */
final class GroupCommands {
  private static final int MEMBERS = 3;
  private static final int SHELL = 6;
  private static final int HOME = 5;

  private GroupCommands() {}

  static int groupadd(Task task) {
    Options options = Options.of(task, 2, "g:fro", "gid=g", "force=f", "system=r");
    if (options.operands().isEmpty()) {
      task.err("Usage: groupadd [options] GROUP\n");
      return 2;
    }
    String name = options.operands().getFirst();
    if (!task.user().isRoot()) {
      return denied(task, "/etc/group");
    }
    if (task.accounts().groups().stream().anyMatch(group -> group.name().equals(name))) {
      return options.has('f') ? 0 : task.fail(9, "group '" + name + "' already exists");
    }
    int free =
        1
            + task.accounts().groups().stream()
                .mapToInt(group -> group.gid())
                .filter(gid -> gid >= 1000 && gid < 60_000)
                .max()
                .orElse(999);
    int gid = Remote.number(options.value('g', ""), free);
    task.files().write("/etc/group", task.files().read("/etc/group") + name + ":x:" + gid + ":\n");
    return 0;
  }

  static int groupdel(Task task) {
    Options options = Options.of(task, 2, "f", "force=f");
    String name = options.operands().isEmpty() ? "" : options.operands().getFirst();
    if (task.accounts().groups().stream().noneMatch(group -> group.name().equals(name))) {
      return task.fail(6, "group '" + name + "' does not exist");
    }
    if (!task.user().isRoot()) {
      return denied(task, "/etc/group");
    }
    String text = task.files().read("/etc/group");
    task.files().write("/etc/group", text.replaceAll("(?m)^\\Q" + name + "\\E:.*\n", ""));
    return 0;
  }

  static int usermod(Task task) {
    Options options =
        Options.of(
            task,
            2,
            "aG:s:d:LUp:u:g:c:me:f:l:o",
            "append=a",
            "groups=G",
            "shell=s",
            "home=d",
            "lock=L",
            "unlock=U",
            "password=p",
            "uid=u",
            "gid=g",
            "comment=c");
    if (options.operands().isEmpty()) {
      task.err("Usage: usermod [options] LOGIN\n");
      return 2;
    }
    String name = options.operands().getFirst();
    if (task.accounts().user(name) == null) {
      return task.fail(6, "user '" + name + "' does not exist");
    }
    if (!task.user().isRoot()) {
      return denied(task, "/etc/passwd");
    }
    for (String group : options.value('G', "").split(",", -1)) {
      if (!group.isEmpty() && !join(task, name, group)) {
        return task.fail(6, "group '" + group + "' does not exist");
      }
    }
    set(task, name, SHELL, options.value('s', ""));
    set(task, name, HOME, options.value('d', ""));
    if (options.has('p')) {
      task.machine().reports().password(name, options.value('p', ""), false);
    }
    return 0;
  }

  /** {@code gpasswd -a USER GROUP}. */
  static int gpasswd(Task task) {
    Options options = Options.of(task, 2, "a:d:rRA:M:", "add=a", "delete=d");
    String group = options.operands().isEmpty() ? "" : options.operands().getFirst();
    if (!task.user().isRoot()) {
      return task.fail(1, "Permission denied.");
    }
    if (options.has('a')) {
      task.out("Adding user " + options.value('a', "") + " to group " + group + "\n");
      return join(task, options.value('a', ""), group)
          ? 0
          : task.fail(3, "group '" + group + "' does not exist in /etc/group");
    }
    return 0;
  }

  static int chsh(Task task) {
    Options options = Options.of(task, 1, "s:f:r:w:h:o:", "shell=s");
    String name = options.operands().isEmpty() ? task.user().name() : options.operands().getFirst();
    if (task.accounts().user(name) == null) {
      return task.fail(1, "user '" + name + "' does not exist");
    }
    if (!task.user().isRoot()) {
      task.err("Password: ");
      return task.fail(1, "PAM: Authentication failure");
    }
    set(task, name, SHELL, options.value('s', ""));
    return 0;
  }

  static int chage(Task task) {
    Options options = Options.of(task, 2, "ld:E:iI:m:M:W:", "list=l");
    String name = options.operands().isEmpty() ? "" : options.operands().getFirst();
    if (task.accounts().user(name) == null) {
      return task.fail(1, "user '" + name + "' does not exist in /etc/passwd");
    }
    if (!options.has('l')) {
      return task.user().isRoot() ? 0 : task.fail(1, "Permission denied.");
    }
    task.out(
        "Last password change\t\t\t\t\t: Nov 23, 2025\n"
            + "Password expires\t\t\t\t\t: never\n"
            + "Password inactive\t\t\t\t\t: never\n"
            + "Account expires\t\t\t\t\t\t: never\n"
            + "Minimum number of days between password change\t\t: 0\n"
            + "Maximum number of days between password change\t\t: 99999\n"
            + "Number of days of warning before password expires\t: 7\n");
    return 0;
  }

  private static int denied(Task task, String file) {
    return task.fail(
        10, "Permission denied.\n" + task.name() + ": cannot lock " + file + "; try again later.");
  }

  /** Puts a user into a group; false where there is none such. */
  private static boolean join(Task task, String user, String group) {
    return edit(
        task,
        "/etc/group",
        group,
        line -> {
          List<String> fields = fields(line, MEMBERS);
          String members = fields.get(MEMBERS);
          boolean in = List.of(members.split(",", -1)).contains(user);
          fields.set(MEMBERS, in ? members : members.isEmpty() ? user : members + "," + user);
          return String.join(":", fields);
        });
  }

  private static void set(Task task, String user, int field, String value) {
    if (!value.isEmpty()) {
      edit(
          task,
          "/etc/passwd",
          user,
          line -> {
            List<String> fields = fields(line, SHELL);
            fields.set(field, value);
            return String.join(":", fields);
          });
    }
  }

  private static List<String> fields(String line, int last) {
    var fields = new ArrayList<>(List.of(line.split(":", -1)));
    while (fields.size() <= last) {
      fields.add("");
    }
    return fields;
  }

  private static boolean edit(Task task, String file, String name, UnaryOperator<String> change) {
    var lines = new ArrayList<>(List.of(task.files().read(file).split("\n", -1)));
    boolean found = false;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(name + ":")) {
        lines.set(i, change.apply(lines.get(i)));
        found = true;
      }
    }
    task.files().write(file, String.join("\n", lines));
    return found;
  }
}

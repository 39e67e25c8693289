package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Group;
import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.User;
import java.util.ArrayList;
import java.util.List;

/** Programs that tell who somebody is. */
final class IdentityCommands {
  private IdentityCommands() {}

  static int id(Task task) {
    Options options = Options.of(task, 1, "ugGnrzZ", "user=u", "group=g", "groups=G", "name=n");
    User user =
        options.operands().isEmpty()
            ? task.user()
            : task.accounts().user(options.operands().getFirst());
    if (user == null) {
      return task.fail(1, "'" + options.operands().getFirst() + "': no such user");
    }
    List<Group> groups = groups(task, user);
    boolean named = options.has('n');
    if (options.has('u')) {
      task.out((named ? user.name() : String.valueOf(user.uid())) + "\n");
    } else if (options.has('g')) {
      task.out((named ? task.accounts().groupName(user.gid()) : String.valueOf(user.gid())) + "\n");
    } else if (options.has('G')) {
      task.out(
          String.join(
                  " ",
                  groups.stream()
                      .map(group -> named ? group.name() : String.valueOf(group.gid()))
                      .toList())
              + "\n");
    } else {
      String all =
          String.join(
              ",", groups.stream().map(group -> group.gid() + "(" + group.name() + ")").toList());
      task.out(
          "uid=%d(%s) gid=%d(%s) groups=%s%n"
              .formatted(
                  user.uid(), user.name(), user.gid(), task.accounts().groupName(user.gid()), all));
    }
    return 0;
  }

  static List<Group> groups(Task task, User user) {
    var groups = new ArrayList<Group>();
    for (Group group : task.accounts().groups()) {
      if (group.gid() == user.gid()) {
        groups.addFirst(group);
      } else if (group.members().contains(user.name())) {
        groups.add(group);
      }
    }
    return groups;
  }

  static int groupsOf(Task task) {
    User user =
        task.operands().isEmpty() ? task.user() : task.accounts().user(task.operands().getFirst());
    if (user == null) {
      return task.fail(1, "'" + task.operands().getFirst() + "': no such user");
    }
    String names = String.join(" ", groups(task, user).stream().map(Group::name).toList());
    task.out((task.operands().isEmpty() ? "" : user.name() + " : ") + names + "\n");
    return 0;
  }

  static int whoami(Task task) {
    task.out(task.user().name() + "\n");
    return 0;
  }

  static int getent(Task task) {
    List<String> w = task.operands();
    if (w.isEmpty()) {
      task.err("getent: wrong number of arguments\n");
      return 1;
    }
    String file =
        switch (w.getFirst()) {
          case "passwd", "group", "shadow", "hosts", "services" -> "/etc/" + w.getFirst();
          default -> "";
        };
    if (file.isEmpty()) {
      task.err("Unknown database: " + w.getFirst() + "\n");
      task.out("Try `getent --help' or `getent --usage' for more information.\n");
      return 1;
    }
    boolean any = false;
    for (String line : task.files().read(file).split("\n", -1)) {
      boolean matches =
          w.size() < 2
              || line.startsWith(w.get(1) + ":")
              || line.matches(".*\\s\\Q" + w.get(1) + "\\E(\\s.*)?");
      task.out(matches && !line.isEmpty() ? line + "\n" : "");
      any |= matches && !line.isEmpty();
    }
    return any ? 0 : 2;
  }
}

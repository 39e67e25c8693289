package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;
import java.util.List;

/** Programs that tell who may do what to a file. */
final class PermissionCommands {
  private PermissionCommands() {}

  static int chmod(Task task) {
    List<String> words = task.operands();
    int at = 0;
    boolean recursive = false;
    while (at < words.size() && words.get(at).matches("-[Rvcf]+|--recursive")) {
      recursive |= words.get(at).contains("R") || words.get(at).contains("recursive");
      at++;
    }
    if (at >= words.size()) {
      task.err("chmod: missing operand\nTry 'chmod --help' for more information.\n");
      return 1;
    }
    String mode = words.get(at);
    if (!Modes.isMode(mode)) {
      task.err("chmod: invalid mode: '" + mode + "'\nTry 'chmod --help' for more information.\n");
      return 1;
    }
    if (at + 1 >= words.size()) {
      task.err(
          "chmod: missing operand after '"
              + mode
              + "'\nTry 'chmod --help' for more information.\n");
      return 1;
    }
    int status = 0;
    for (String path : words.subList(at + 1, words.size())) {
      status |=
          change(
              task,
              path,
              recursive,
              "changing permissions of",
              inode -> inode.withMode(Modes.apply(mode, inode, task.mask())));
    }
    return status;
  }

  private static int change(
      Task task,
      String path,
      boolean recursive,
      String what,
      java.util.function.UnaryOperator<Inode> how) {
    try {
      task.files().stat(path);
    } catch (Fault fault) {
      return task.fail(1, "cannot access '" + path + "': " + fault.text());
    }
    int status = 0;
    try {
      task.files().change(path, how);
    } catch (Fault fault) {
      status = task.fail(1, what + " '" + path + "': " + fault.text());
    }
    if (recursive && task.files().isDirectory(path)) {
      for (String name : task.files().list(path)) {
        status |= change(task, Paths.child(path, name), true, what, how);
      }
    }
    return status;
  }

  static int chown(Task task) {
    Options options = Options.of(task, 1, "RvcfhLHP", "recursive=R");
    boolean group = task.name().equals("chgrp");
    List<String> operands = options.some(task, "missing operand");
    if (operands.size() < 2) {
      task.err(
          "%s: missing operand after '%s'%nTry '%s --help' for more information.%n"
              .formatted(task.name(), operands.getFirst(), task.name()));
      return 1;
    }
    String[] owner = operands.getFirst().split("[:.]", 2);
    String userName = group ? "" : owner[0];
    String groupName = group ? owner[0] : owner.length > 1 ? owner[1] : "";
    var user = task.accounts().user(userName);
    var gid =
        task.accounts().groups().stream()
            .filter(
                each ->
                    each.name().equals(groupName) || String.valueOf(each.gid()).equals(groupName))
            .findFirst();
    if ((!userName.isEmpty() && user == null) || (!groupName.isEmpty() && gid.isEmpty())) {
      return task.fail(
          1,
          (userName.isEmpty() || user != null ? "invalid group: '" : "invalid user: '")
              + operands.getFirst()
              + "'");
    }
    int status = 0;
    for (String path : operands.subList(1, operands.size())) {
      boolean allowed = task.user().isRoot();
      status |=
          change(
              task,
              path,
              options.has('R'),
              "changing " + (group ? "group" : "ownership") + " of",
              inode -> {
                if (!allowed) {
                  throw Modes.notPermitted();
                }
                return inode.withOwner(
                    user == null ? inode.uid() : user.uid(),
                    gid.isEmpty() ? inode.gid() : gid.get().gid());
              });
    }
    return status;
  }

  static int attributes(Task task) {
    List<String> files =
        task.operands().stream()
            .filter(word -> !word.startsWith("-") && !word.startsWith("+") && !word.startsWith("="))
            .toList();
    int status = 0;
    for (String file : files) {
      try {
        task.files().stat(file);
        if (task.name().equals("lsattr")) {
          task.out("--------------e------- " + file + "\n");
        } else {
          status = task.fail(1, "Operation not permitted while setting flags on " + file);
        }
      } catch (Fault fault) {
        status = task.fail(1, fault.text() + " while trying to stat " + Paths.name(file));
      }
    }
    return status;
  }
}

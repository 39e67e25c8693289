package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.User;
import java.util.List;

/** Programs that run a command behind operands of their own. */
final class WrapCommands {
  private WrapCommands() {}

  /** {@code flock FILE COMMAND}, or {@code flock FILE -c TEXT}. */
  static int flock(Task task) {
    Options options =
        Options.leading(task, 1, "sxeunw:oFE:", "nonblock=n", "timeout=w", "exclusive=x");
    List<String> words = options.operands();
    if (words.isEmpty()) {
      task.err("flock: requires file descriptor, file or directory\n");
      return 64;
    }
    if (words.size() == 1) {
      return 0;
    }
    try {
      if (!task.files().exists(words.getFirst())) {
        task.files().create(words.getFirst(), true);
      }
    } catch (Fault fault) {
      return task.fail(66, "cannot open lock file " + words.getFirst() + ": " + fault.text());
    }
    return words.get(1).equals("-c")
        ? run(task, List.of("/bin/sh", "-c", words.getLast()), 69)
        : run(task, words.subList(1, words.size()), 69);
  }

  /** {@code taskset MASK COMMAND}, {@code chrt PRIORITY COMMAND}, {@code setarch}. */
  static int behindOne(Task task) {
    Options options = Options.leading(task, 1, "apcfborimnR:T:P:D:v");
    int own = task.name().matches("taskset|chrt") ? 1 : 0;
    List<String> words = options.operands();
    if (words.size() <= own) {
      return 0;
    }
    if (options.has('p')) {
      task.out(own == 1 ? "pid " + words.getLast() + "'s current affinity mask: 3\n" : "");
      return 0;
    }
    return run(task, words.subList(own, words.size()), 1);
  }

  /** {@code unshare} and {@code nsenter}, which a pod has no right to. */
  static int namespace(Task task) {
    return task.name().equals("nsenter")
        ? task.fail(1, "cannot open /proc/1/ns/mnt: Permission denied")
        : task.fail(1, "unshare failed: Operation not permitted");
  }

  static int chroot(Task task) {
    Options options = Options.leading(task, 125, "u:g:", "userspec=u", "groups=g");
    List<String> words = options.some(task, "missing operand");
    String root = words.getFirst();
    Inode inode = task.files().peek(root);
    if (inode == null || !inode.isDirectory()) {
      return task.fail(
          125,
          "cannot change root directory to '"
              + root
              + "': "
              + (inode == null ? "No such file or directory" : "Not a directory"));
    }
    if (!task.user().isRoot()) {
      return task.fail(
          125, "cannot change root directory to '" + root + "': Operation not permitted");
    }
    List<String> command =
        words.size() > 1 ? words.subList(1, words.size()) : List.of("/bin/bash", "-i");
    return task.files().real(root).equals("/")
        ? run(task, command, 127)
        : task.fail(
            127, "failed to run command '" + command.getFirst() + "': No such file or directory");
  }

  /** {@code runuser -u USER COMMAND}. */
  static int runuser(Task task) {
    Options options = Options.leading(task, 1, "u:lc:g:s:mpfP", "login=l", "command=c", "user=u");
    if (!task.user().isRoot()) {
      return task.fail(1, "may not be used by non-root users");
    }
    var words = options.operands();
    boolean plain = options.has('u');
    String name = options.value('u', words.isEmpty() || plain ? "root" : words.getFirst());
    User user = task.accounts().user(name);
    if (user == null) {
      return task.fail(
          1,
          "user "
              + name
              + " does not exist or the user entry does not contain all the required fields");
    }
    task.become(user);
    if (options.has('c')) {
      return run(task, List.of(user.shell(), "-c", options.value('c', "")), 127);
    }
    List<String> command = plain ? words : List.<String>of();
    return run(task, command.isEmpty() ? List.of(user.shell()) : command, 127);
  }

  private static int run(Task task, List<String> command, int absent) {
    int status = task.execute(command);
    return status == 127
        ? task.fail(
            absent, "failed to execute " + command.getFirst() + ": No such file or directory")
        : status;
  }

  /** {@code mkfifo}, and {@code mknod} where it makes one. */
  static int mkfifo(Task task) {
    Options options = Options.of(task, 1, "m:Z", "mode=m");
    List<String> words = options.some(task, "missing operand");
    boolean node = task.name().equals("mknod");
    if (node && words.size() < 2) {
      throw options.manners().complain(task, "missing operand after '" + words.getFirst() + "'");
    }
    if (node && !words.get(1).equals("p")) {
      return task.fail(1, words.getFirst() + ": Operation not permitted");
    }
    int status = 0;
    for (String path : node ? words.subList(0, 1) : words) {
      try {
        task.files().makePipe(path);
      } catch (Fault fault) {
        String what = node ? path + ": " : "cannot create fifo '" + path + "': ";
        status = task.fail(1, what + fault.text());
      }
    }
    return status;
  }

  static int fallocate(Task task) {
    Options options = Options.of(task, 1, "l:o:ncdpxvz", "length=l", "offset=o");
    long size = Sizes.parse(options.value('l', ""));
    if (options.operands().isEmpty()) {
      return task.fail(1, "no filename specified");
    }
    if (size <= 0) {
      return task.fail(
          1, options.has('l') ? "invalid length value specified" : "no length argument specified");
    }
    String path = options.operands().getFirst();
    try {
      String before = task.files().exists(path) ? task.files().read(path) : "";
      task.machine().requireMemory((int) Math.min(Integer.MAX_VALUE, size));
      task.files().write(path, before + "\0".repeat(Math.max(0, (int) size - before.length())));
      return 0;
    } catch (Fault fault) {
      return task.fail(1, "cannot open " + path + ": " + fault.text());
    }
  }
}

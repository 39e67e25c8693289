package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Errno;
import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;

/** Programs that copy and move files. */
final class CopyCommands {
  private CopyCommands() {}

  static int cp(Task task) {
    Options options =
        Options.of(
            task,
            1,
            "rRapfivdnuTHLPlst:",
            "recursive=r",
            "archive=a",
            "force=f",
            "verbose=v",
            "preserve=p",
            "target-directory=t");
    return transfer(task, options, false);
  }

  static int mv(Task task) {
    Options options =
        Options.of(
            task, 1, "fivnuTt:", "force=f", "verbose=v", "no-clobber=n", "target-directory=t");
    return transfer(task, options, true);
  }

  private static int transfer(Task task, Options options, boolean moves) {
    var operands = new ArrayList<>(options.some(task, "missing file operand"));
    if (options.has('t')) {
      operands.add(options.value('t', ""));
    }
    if (operands.size() < 2) {
      task.err(
          "%s: missing destination file operand after '%s'%nTry '%s --help' for more information.%n"
              .formatted(task.name(), operands.getFirst(), task.name()));
      return 1;
    }
    String target = operands.removeLast();
    boolean into = task.files().isDirectory(target) && !options.has('T');
    if (operands.size() > 1 && !into) {
      return task.fail(
          1,
          "target '"
              + target
              + "'"
              + (task.files().exists(target)
                  ? ": Not a directory"
                  : ": No such file or directory"));
    }
    int status = 0;
    for (String source : operands) {
      String to = into ? Paths.child(target, Paths.name(source)) : target;
      status |= moves ? move(task, options, source, to) : copy(task, options, source, to);
    }
    return status;
  }

  private static int move(Task task, Options options, String source, String to) {
    try {
      task.files().lstat(source);
    } catch (Fault fault) {
      return task.fail(1, "cannot stat '" + source + "': " + fault.text());
    }
    try {
      if (task.files().exists(to) && task.files().real(source).equals(task.files().real(to))) {
        return task.fail(1, "'" + source + "' and '" + to + "' are the same file");
      }
      task.files().rename(source, to);
      task.out(options.has('v') ? "renamed '" + source + "' -> '" + to + "'\n" : "");
      return 0;
    } catch (Fault fault) {
      return task.fail(1, "cannot move '" + source + "' to '" + to + "': " + fault.text());
    }
  }

  private static int copy(Task task, Options options, String source, String to) {
    boolean recursive = options.has('r') || options.has('R') || options.has('a');
    Inode inode;
    try {
      inode = task.files().stat(source);
    } catch (Fault fault) {
      return task.fail(1, "cannot stat '" + source + "': " + fault.text());
    }
    if (inode.isDirectory() && !recursive) {
      return task.fail(1, "-r not specified; omitting directory '" + source + "'");
    }
    try {
      if (inode.isDirectory()) {
        return directory(task, options, source, to);
      }
      if (task.files().exists(to) && task.files().real(source).equals(task.files().real(to))) {
        return task.fail(1, "'" + source + "' and '" + to + "' are the same file");
      }
      one(task, options, source, inode, to);
      task.out(options.has('v') ? "'" + source + "' -> '" + to + "'\n" : "");
      return 0;
    } catch (Fault fault) {
      boolean unread = fault.errno() == Errno.ACCESS && !canRead(task, inode);
      String what =
          unread ? "open '" + source + "' for reading" : "create regular file '" + to + "'";
      return task.fail(1, "cannot " + what + ": " + fault.text());
    }
  }

  private static void one(Task task, Options options, String source, Inode inode, String to) {
    boolean program = inode.kind() == Inode.Kind.PROGRAM;
    String text = program ? "" : task.files().read(source);
    if (program || options.has('p') || options.has('a')) {
      int uid = task.user().uid();
      int gid = task.user().gid();
      task.files().place(to, inode.withOwner(uid, gid).touched(task.machine().now()));
      return;
    }
    boolean existed = task.files().exists(to);
    task.files().write(to, text);
    if (!existed) {
      task.files().change(to, copy -> copy.withMode(inode.mode() & ~task.mask()));
    }
  }

  private static boolean canRead(Task task, Inode inode) {
    return task.files().may(inode, 4);
  }

  private static int directory(Task task, Options options, String source, String to) {
    if (Paths.resolve(task.directory(), to)
        .startsWith(Paths.resolve(task.directory(), source) + "/")) {
      return task.fail(1, "cannot copy a directory, '" + source + "', into itself, '" + to + "'");
    }
    if (!task.files().isDirectory(to)) {
      task.files().makeDirectory(to);
    }
    int status = 0;
    for (String name : task.files().list(source)) {
      status |= copy(task, options, Paths.child(source, name), Paths.child(to, name));
    }
    return status;
  }

  static int install(Task task) {
    Options options = Options.of(task, 1, "dm:o:g:vDtT", "mode=m");
    List<String> operands = options.some(task, "missing file operand");
    if (options.has('d')) {
      operands.forEach(
          path -> {
            if (!task.files().isDirectory(path)) {
              task.files().makeDirectory(path);
            }
          });
      return 0;
    }
    int status = transfer(task, options, false);
    if (status == 0) {
      String target = operands.getLast();
      String path =
          task.files().isDirectory(target)
              ? Paths.child(target, Paths.name(operands.getFirst()))
              : target;
      String mode = options.value('m', "755");
      task.files()
          .change(
              path,
              inode ->
                  inode.withMode(mode.matches("[0-7]{3,4}") ? Integer.parseInt(mode, 8) : 0755));
    }
    return status;
  }
}

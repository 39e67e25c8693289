package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Errno;
import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Files;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;
import java.util.ArrayDeque;
import java.util.List;

/** Programs that make and remove names of files. */
final class FileCommands {
  private FileCommands() {}

  static int mkdir(Task task) {
    Options options = Options.of(task, 1, "pvm:Z", "parents=p", "mode=m", "verbose=v");
    int status = 0;
    if (options.has('m') && !Modes.isMode(options.value('m', ""))) {
      return task.fail(1, "invalid mode '" + options.value('m', "") + "'");
    }
    for (String path : options.some(task, "missing operand")) {
      try {
        if (options.has('p')) {
          parents(task.files(), path);
        } else {
          task.files().makeDirectory(path);
        }
        if (options.has('m')) {
          String mode = options.value('m', "");
          task.files().change(path, inode -> inode.withMode(Modes.apply(mode, inode, 0)));
        }
        task.out(options.has('v') ? "mkdir: created directory '" + path + "'\n" : "");
      } catch (Fault fault) {
        status = task.fail(1, "cannot create directory '" + path + "': " + fault.text());
      }
    }
    return status;
  }

  private static void parents(Files files, String path) {
    String whole = path;
    while (whole.length() > 1 && whole.endsWith("/")) {
      whole = whole.substring(0, whole.length() - 1);
    }
    int slash = whole.lastIndexOf('/');
    if (slash > 0 && !files.exists(whole.substring(0, slash))) {
      parents(files, whole.substring(0, slash));
    }
    if (!files.isDirectory(whole)) {
      files.makeDirectory(whole);
    }
  }

  static int rmdir(Task task) {
    Options options =
        Options.of(task, 1, "pvI", "parents=p", "verbose=v", "ignore-fail-on-non-empty=I");
    int status = 0;
    var paths = new ArrayDeque<>(options.some(task, "missing operand"));
    while (!paths.isEmpty()) {
      String path = paths.pop();
      task.out(options.has('v') ? "rmdir: removing directory, '" + path + "'\n" : "");
      try {
        if (!task.files().lstat(path).isDirectory()) {
          status = task.fail(1, "failed to remove '" + path + "': Not a directory");
          continue;
        }
        task.files().remove(path);
        int slash = path.replaceFirst("/+$", "").lastIndexOf('/');
        if (options.has('p') && slash > 0) {
          paths.push(path.substring(0, slash));
        }
      } catch (Fault fault) {
        status = task.fail(1, "failed to remove '" + path + "': " + fault.text());
      }
    }
    return status;
  }

  static int rm(Task task) {
    Options options =
        Options.of(task, 1, "rRfivId", "recursive=r", "force=f", "verbose=v", "no-preserve-root=I");
    if (options.operands().isEmpty() && options.has('f')) {
      return 0;
    }
    int status = 0;
    boolean recursive = options.has('r') || options.has('R');
    for (String path : options.some(task, "missing operand")) {
      if (recursive
          && task.files().peek(path) != null
          && Paths.resolve(task.directory(), path).equals("/")
          && !options.has('I')) {
        task.err(
            "rm: it is dangerous to operate recursively on '/'\n"
                + "rm: use --no-preserve-root to override this failsafe\n");
        status = 1;
      } else if (recursive && List.of(".", "..").contains(Paths.name(path))) {
        status = task.fail(1, "refusing to remove '.' or '..' directory: skipping '" + path + "'");
      } else {
        status |= remove(task, options, recursive, path);
      }
    }
    return status;
  }

  private static int remove(Task task, Options options, boolean recursive, String path) {
    try {
      Inode inode = task.files().lstat(path);
      int status = 0;
      if (inode.isDirectory()) {
        if (!recursive && !options.has('d')) {
          return task.fail(1, "cannot remove '" + path + "': Is a directory");
        }
        for (String name : recursive ? task.files().list(path) : List.<String>of()) {
          status |= remove(task, options, true, Paths.child(path, name));
        }
        if (status != 0) {
          return status;
        }
      }
      task.files().remove(path);
      task.out(
          options.has('v')
              ? "removed " + (inode.isDirectory() ? "directory " : "") + "'" + path + "'\n"
              : "");
      return 0;
    } catch (Fault fault) {
      boolean ignored =
          options.has('f')
              && (fault.errno() == Errno.NO_ENTRY || fault.errno() == Errno.NOT_DIRECTORY);
      return ignored ? 0 : task.fail(1, "cannot remove '" + path + "': " + fault.text());
    }
  }

  static int ln(Task task) {
    Options options = Options.of(task, 1, "sfnvrTL", "symbolic=s", "force=f");
    List<String> operands = options.some(task, "missing file operand");
    String target = operands.getFirst();
    String name = operands.size() > 1 ? operands.get(1) : Paths.name(target);
    String path =
        task.files().isDirectory(name) && !options.has('n')
            ? Paths.child(name, Paths.name(target))
            : name;
    try {
      if (options.has('f') && task.files().exists(path)) {
        task.files().remove(path);
      }
      if (options.has('s')) {
        task.files().link(target, path);
      } else {
        task.files().place(path, task.files().stat(target));
      }
      return 0;
    } catch (Fault fault) {
      return options.has('s')
          ? task.fail(1, "failed to create symbolic link '" + path + "': " + fault.text())
          : task.fail(1, "failed to access '" + target + "': " + fault.text());
    }
  }
}

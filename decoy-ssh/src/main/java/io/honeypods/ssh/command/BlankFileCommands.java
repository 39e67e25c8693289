package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;

/** Programs that make files without content, or take it from them. */
final class BlankFileCommands {
  private BlankFileCommands() {}

  static int touch(Task task) {
    Options options = Options.of(task, 1, "acmfhd:r:t:", "no-create=c", "reference=r", "date=d");
    int status = 0;
    if (options.operands().isEmpty()) {
      options.some(task, "missing file operand");
    }
    for (String path : options.operands()) {
      try {
        Inode like = options.has('r') ? task.files().stat(options.value('r', "")) : null;
        if (!task.files().exists(path)) {
          if (options.has('c')) {
            continue;
          }
          task.files().create(path, true);
        }
        task.files()
            .change(
                path,
                inode -> inode.touched(like == null ? task.machine().now() : like.modified()));
      } catch (Fault fault) {
        status = task.fail(1, "cannot touch '" + path + "': " + fault.text());
      }
    }
    return status;
  }

  static int mktemp(Task task) {
    Options options =
        Options.of(task, 1, "dup:tq", "directory=d", "dry-run=u", "tmpdir=p", "suffix=q");
    String template =
        options.operands().isEmpty() ? "tmp.XXXXXXXXXX" : options.operands().getFirst();
    int from = template.indexOf("XXX");
    if (from < 0) {
      return task.fail(1, "too few X's in template '" + template + "'");
    }
    var name = new StringBuilder(template);
    long seed = task.machine().now().toEpochMilli() * 31L + task.pid();
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    for (int i = from; i < name.length() && name.charAt(i) == 'X'; i++) {
      seed = seed * 6364136223846793005L + 1442695040888963407L;
      name.setCharAt(i, letters.charAt((int) Math.floorMod(seed >>> 33, (long) letters.length())));
    }
    boolean rooted = options.operands().isEmpty() || options.has('t') || options.has('p');
    String path =
        rooted
            ? Paths.child(
                options.value('p', "/tmp").isEmpty() ? "/tmp" : options.value('p', "/tmp"),
                name.toString())
            : name.toString();
    try {
      if (options.has('d')) {
        task.files().makeDirectory(path);
      } else {
        task.files().write(path, "");
      }
      task.files().change(path, inode -> inode.withMode(options.has('d') ? 0700 : 0600));
    } catch (Fault fault) {
      return task.fail(
          1,
          "failed to create "
              + (options.has('d') ? "directory" : "file")
              + " via template '"
              + path
              + "': "
              + fault.text());
    }
    task.out(path + "\n");
    return 0;
  }

  static int truncate(Task task) {
    Options options = Options.of(task, 1, "cs:r:o", "size=s");
    if (!options.has('s')) {
      task.err(
          "truncate: you must specify either '--size' or '--reference'\n"
              + "Try 'truncate --help' for more information.\n");
      return 1;
    }
    long size = Math.max(0, Sizes.parse(options.value('s', "0")));
    for (String path : options.some(task, "missing file operand")) {
      try {
        String before = task.files().exists(path) ? task.files().read(path) : "";
        task.machine().requireMemory((int) Math.min(Integer.MAX_VALUE, size));
        task.files()
            .write(
                path,
                size < before.length()
                    ? before.substring(0, (int) size)
                    : before + "\0".repeat((int) size - before.length()));
      } catch (Fault fault) {
        return task.fail(1, "cannot open '" + path + "' for writing: " + fault.text());
      }
    }
    return 0;
  }

  static int shred(Task task) {
    Options options = Options.of(task, 1, "fuvzn:s:x", "remove=u");
    int status = 0;
    for (String path : options.some(task, "missing file operand")) {
      try {
        task.files().write(path, "\0".repeat((int) task.files().stat(path).size()));
        if (options.has('u')) {
          task.files().remove(path);
        }
      } catch (Fault fault) {
        status = task.fail(1, path + ": failed to open for writing: " + fault.text());
      }
    }
    return status;
  }
}

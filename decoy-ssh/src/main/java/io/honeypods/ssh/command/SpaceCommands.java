package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Memory;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;
import java.util.List;
import java.util.Locale;

/** Programs that tell what memory and disks hold. */
final class SpaceCommands {
  private SpaceCommands() {}

  static int free(Task task) {
    Options options = Options.of(task, 1, "bkmghtsw", "human=h", "mebi=m", "gibi=g");
    Memory memory = Memory.of(task.machine().now());
    task.out("               total        used        free      shared  buff/cache   available\n");
    long[] row = {
      memory.total(),
      memory.used(),
      memory.free(),
      3204,
      memory.buffers() + memory.cached(),
      memory.available()
    };
    row(task, "Mem:", row, options);
    row(task, "Swap:", new long[] {0, 0, 0}, options);
    return 0;
  }

  private static void row(Task task, String title, long[] kib, Options options) {
    var line = new StringBuilder("%-8s".formatted(title));
    for (int i = 0; i < kib.length; i++) {
      String shown =
          options.has('h')
              ? (kib[i] == 0
                  ? "0B"
                  : kib[i] >= 1 << 20
                      ? String.format(Locale.ROOT, "%.1fGi", kib[i] / 1048576.0)
                      : (kib[i] / 1024) + "Mi")
              : String.valueOf(
                  options.has('g')
                      ? kib[i] >> 20
                      : options.has('m') ? kib[i] >> 10 : options.has('b') ? kib[i] << 10 : kib[i]);
      line.append("%12s".formatted(shown));
    }
    task.out(line.append('\n').toString());
  }

  static int df(Task task) {
    Options options =
        Options.of(
            task, 1, "hHkTiamPlt:x:", "human-readable=h", "print-type=T", "all=a", "inodes=i");
    for (String operand : options.operands()) {
      if (!task.files().exists(operand)) {
        return task.fail(1, operand + ": No such file or directory");
      }
    }
    boolean human = options.has('h') || options.has('H');
    String type = options.has('T') ? "Type    " : "";
    long used = 14_211_408 + task.machine().diskUsed() / 1024;
    task.out(
        "Filesystem     "
            + type
            + (human
                ? " Size  Used Avail Use% Mounted on\n"
                : "1K-blocks     Used Available Use% Mounted on\n"));
    for (Disk disk :
        List.of(
            new Disk("overlay", "overlay", 41_019_616, used, "/"),
            new Disk("tmpfs", "tmpfs", 65_536, 0, "/dev"),
            new Disk("/dev/vda1", "ext4", 41_019_616, used, "/etc/hosts"),
            new Disk("shm", "tmpfs", 65_536, 0, "/dev/shm"),
            new Disk("tmpfs", "tmpfs", 262_144, 12, "/run/secrets/kubernetes.io/serviceaccount"))) {
      if (options.operands().isEmpty() || disk.place.equals("/")) {
        task.out(disk.line(options.has('T'), human));
      }
    }
    return 0;
  }

  /** A file system as {@code df} tells of it, in KiB. */
  private record Disk(String name, String type, long size, long taken, String place) {
    String line(boolean typed, boolean human) {
      long free = Math.max(0, size - taken - (size > 1_000_000 ? 1_900_000 : 0));
      long percent = (taken * 100 + taken + free - 1) / Math.max(1, taken + free);
      String kind = typed ? "%-7s ".formatted(type) : "";
      if (!human) {
        return "%-14s %s%9d %8d %9d %3d%% %s%n"
            .formatted(name, kind, size, taken, free, percent, place);
      }
      return "%-14s %s%5s %5s %5s %3d%% %s%n"
          .formatted(
              name,
              kind,
              Sizes.human(size * 1024),
              taken == 0 ? "0" : Sizes.human(taken * 1024),
              Sizes.human(free * 1024),
              percent,
              place);
    }
  }

  static int du(Task task) {
    Options options =
        Options.of(
            task, 1, "shakcxmd:bSL", "summarize=s", "human-readable=h", "max-depth=d", "all=a");
    int status = 0;
    for (String operand : options.operands().isEmpty() ? List.of(".") : options.operands()) {
      try {
        task.files().lstat(operand);
        long total = walk(task, options, operand, 0);
        if (options.has('s')) {
          show(task, options, operand, total);
        }
      } catch (Fault fault) {
        status = task.fail(1, "cannot access '" + operand + "': " + fault.text());
      }
    }
    return status;
  }

  private static long walk(Task task, Options options, String path, int depth) {
    Inode inode = task.files().lstat(path);
    long size = inode.isDirectory() ? 4 : (inode.size() + 4095) / 4096 * 4;
    if (inode.isDirectory()) {
      try {
        for (String name : task.files().list(path)) {
          size += walk(task, options, Paths.child(path, name), depth + 1);
        }
      } catch (Fault fault) {
        task.err("du: cannot read directory '" + path + "': " + fault.text() + "\n");
      }
    }
    long most = options.has('d') ? Math.max(0, Sizes.parse(options.value('d', "0"))) : 1000;
    if (!options.has('s')
        && depth <= most
        && (inode.isDirectory() || options.has('a') || depth == 0)) {
      show(task, options, path, size);
    }
    return size;
  }

  private static void show(Task task, Options options, String path, long kib) {
    task.out(
        (options.has('h')
                ? Sizes.human(kib * 1024)
                : options.has('m') ? String.valueOf((kib + 1023) / 1024) : String.valueOf(kib))
            + "\t"
            + path
            + "\n");
  }
}

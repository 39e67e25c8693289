package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.Wildcard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ls}. */
final class Ls {
  private static final int WORK_PER_NAME = 512;

  private final Task task;
  private final Options options;
  private final LsNames names;
  private int status;
  private boolean printed;

  private Ls(Task task, Options options) {
    this.task = task;
    this.options = options;
    this.names = new LsNames(task, options);
  }

  /** Long names that have no letter stand for one that no letter of {@code ls} is. */
  private static Options options(Task task) {
    return Options.of(
        task,
        2,
        "aAlhd1RtrSiFgonsZpCxkLqmUfNcuw:I:QbBGvXDTP?J:K:OVW:y",
        "all=a",
        "almost-all=A",
        "human-readable=h",
        "directory=d",
        "recursive=R",
        "reverse=r",
        "color=P",
        "size=s",
        "inode=i",
        "classify=F",
        "file-type=F",
        "numeric-uid-gid=n",
        "no-group=o",
        "quote-name=Q",
        "literal=N",
        "ignore=I",
        "hide=I",
        "width=w",
        "dereference=L",
        "format=J",
        "sort=K",
        "time=y",
        "time-style=W",
        "full-time=O",
        "group-directories-first=V");
  }

  static int run(Task task) {
    return new Ls(task, options(task)).list();
  }

  private int list() {
    List<String> operands = options.operands().isEmpty() ? List.of(".") : options.operands();
    var files = new ArrayList<LsEntry>();
    var directories = new ArrayList<String>();
    for (String operand : operands) {
      try {
        Inode inode =
            options.has('l') || options.has('d') ? task.files().lstat(operand) : stat(operand);
        if (inode.isDirectory() && !options.has('d')) {
          directories.add(operand);
        } else {
          files.add(new LsEntry(operand, inode, operand));
        }
      } catch (Fault fault) {
        task.fail(2, "cannot access '" + operand + "': " + fault.text());
        status = 2;
      }
    }
    show(sorted(files), false);
    directories.sort(Comparator.naturalOrder());
    for (String directory : directories) {
      directory(directory, operands.size() > 1 || options.has('R'));
    }
    return status;
  }

  private Inode stat(String operand) {
    Inode inode = task.files().peek(operand);
    return inode == null ? task.files().lstat(operand) : inode;
  }

  private void directory(String path, boolean titled) {
    List<String> found;
    try {
      found = task.files().list(path);
    } catch (Fault fault) {
      task.fail(2, "cannot open directory '" + path + "': " + fault.text());
      status = Math.max(status, path.equals(".") ? 2 : 1);
      return;
    }
    task.work(WORK_PER_NAME * (1 + found.size()));
    task.out((printed ? "\n" : "") + (titled ? path + ":\n" : ""));
    printed = true;
    var entries = new ArrayList<LsEntry>();
    boolean all = options.has('a') || options.has('f');
    if (all) {
      entries.add(new LsEntry(".", task.files().stat(path), path));
      entries.add(
          new LsEntry("..", task.files().stat(Paths.child(path, "..")), Paths.child(path, "..")));
    }
    for (String name : found) {
      boolean hidden = name.startsWith(".") && !all && !options.has('A');
      if (!hidden && !isIgnored(name)) {
        Inode inode = inode(Paths.child(path, name));
        if (inode != null) {
          entries.add(new LsEntry(name, inode, Paths.child(path, name)));
        }
      }
    }
    List<LsEntry> sorted = sorted(entries);
    show(sorted, true);
    if (options.has('R')) {
      for (LsEntry entry : sorted) {
        if (entry.inode().isDirectory()
            && !entry.name().equals(".")
            && !entry.name().equals("..")) {
          directory(entry.path(), true);
        }
      }
    }
  }

  private boolean isIgnored(String name) {
    return options.values('I').stream().anyMatch(each -> Wildcard.of(each).matches(name))
        || (options.has('B') && name.endsWith("~"));
  }

  private @Nullable Inode inode(String path) {
    try {
      return task.files().lstat(path);
    } catch (Fault _) {
      return null; // gone meanwhile
    }
  }

  private List<LsEntry> sorted(List<LsEntry> entries) {
    String by = options.value('K', "");
    Comparator<LsEntry> order = Comparator.comparing(LsEntry::name);
    if (options.has('U') || options.has('f') || by.equals("none")) {
      return entries;
    }
    if (options.has('t') || by.equals("time")) {
      order =
          Comparator.comparing((LsEntry entry) -> entry.inode().modified())
              .reversed()
              .thenComparing(LsEntry::name);
    } else if (options.has('S') || by.equals("size")) {
      order =
          Comparator.comparingLong((LsEntry entry) -> entry.inode().size())
              .reversed()
              .thenComparing(LsEntry::name);
    } else if (options.has('X') || by.equals("extension")) {
      order =
          Comparator.comparing(
                  (LsEntry entry) -> entry.name().replaceFirst("^.*(?=\\.)|^[^.]*$", ""))
              .thenComparing(LsEntry::name);
    }
    order = options.has('r') ? order.reversed() : order;
    return entries.stream()
        .sorted(
            options.has('V')
                ? Comparator.comparing((LsEntry entry) -> !entry.inode().isDirectory())
                    .thenComparing(order)
                : order)
        .toList();
  }

  private void show(List<LsEntry> entries, boolean total) {
    boolean details = "lgonO".chars().anyMatch(letter -> options.has((char) letter));
    if (total && (details || options.has('s'))) {
      long blocks = entries.stream().mapToLong(entry -> LsNames.blocks(entry.inode())).sum();
      task.out("total " + names.size(blocks) + "\n");
    }
    if (details) {
      new LsDetails(task, options, names).show(entries);
    } else if (!entries.isEmpty()) {
      printed = true;
      task.out(names.laidOut(entries));
    }
  }
}

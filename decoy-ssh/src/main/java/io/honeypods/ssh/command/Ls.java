package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.Terminal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ls}. */
final class Ls {
  private static final int WORK_PER_NAME = 512;

  private final Task task;

  private final Options options;

  private final boolean colored;

  private int status;

  private boolean printed;

  private Ls(Task task) {
    this.task = task;
    this.options =
        Options.of(
            task,
            2,
            "aAlhd1RtrSiFgonsZpCxkLqmUfNcuw:I:",
            "all=a",
            "almost-all=A",
            "human-readable=h",
            "directory=d",
            "recursive=R",
            "reverse=r",
            "color=q",
            "size=s",
            "inode=i",
            "classify=F",
            "time-style=w",
            "full-time=l",
            "group-directories-first=q");
    boolean tty = task.terminal() != null && task.outputs().get(1) == task.terminal();
    this.colored = options.has('q') && tty && !options.value('q', "").equals("never");
  }

  static int run(Task task) {
    return new Ls(task).list();
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
    List<String> names;
    try {
      names = task.files().list(path);
    } catch (Fault fault) {
      task.fail(2, "cannot open directory '" + path + "': " + fault.text());
      status = Math.max(status, path.equals(".") ? 2 : 1);
      return;
    }
    task.work(WORK_PER_NAME * (1 + names.size()));
    task.out((printed ? "\n" : "") + (titled ? path + ":\n" : ""));
    printed = true;
    var entries = new ArrayList<LsEntry>();
    if (options.has('a')) {
      entries.add(new LsEntry(".", task.files().stat(path), path));
      entries.add(
          new LsEntry("..", task.files().stat(Paths.child(path, "..")), Paths.child(path, "..")));
    }
    for (String name : names) {
      if (!name.startsWith(".") || options.has('a') || options.has('A')) {
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

  private @Nullable Inode inode(String path) {
    try {
      return task.files().lstat(path);
    } catch (Fault _) {
      return null; // gone meanwhile
    }
  }

  private List<LsEntry> sorted(List<LsEntry> entries) {
    Comparator<LsEntry> order = Comparator.comparing(LsEntry::name);
    if (options.has('t')) {
      order =
          Comparator.comparing((LsEntry entry) -> entry.inode().modified())
              .reversed()
              .thenComparing(LsEntry::name);
    } else if (options.has('S')) {
      order =
          Comparator.comparingLong((LsEntry entry) -> entry.inode().size())
              .reversed()
              .thenComparing(LsEntry::name);
    }
    return entries.stream().sorted(options.has('r') ? order.reversed() : order).toList();
  }

  private void show(List<LsEntry> entries, boolean total) {
    boolean details = options.has('l') || options.has('g') || options.has('o') || options.has('n');
    if (details) {
      if (total) {
        long blocks = entries.stream().mapToLong(entry -> blocks(entry.inode())).sum();
        task.out(
            "total "
                + (options.has('h') ? Sizes.human(blocks * 1024) : String.valueOf(blocks))
                + "\n");
      }
      new LsDetails(task, options, this::shown).show(entries);
    } else if (!entries.isEmpty()) {
      List<String> names = entries.stream().map(this::plain).toList();
      Terminal terminal = task.terminal();
      printed = true;
      task.out(
          terminal != null && task.outputs().get(1) == terminal && !options.has('1')
              ? Columns.of(names, entries.stream().map(this::shown).toList(), terminal.columns())
              : String.join("\n", entries.stream().map(this::shown).toList()) + "\n");
    }
  }

  private static long blocks(Inode inode) {
    return inode.isLink() || inode.kind() == Inode.Kind.CHARACTER_DEVICE
        ? 0
        : (inode.size() + 4095) / 4096 * 4;
  }

  private String plain(LsEntry entry) {
    return entry.name()
        + (options.has('F')
            ? suffix(entry.inode())
            : options.has('p') && entry.inode().isDirectory() ? "/" : "");
  }

  private String shown(LsEntry entry) {
    String color = colored ? color(entry.inode()) : "";
    String name = options.has('i') ? Sizes.number(entry.path()) + " " + entry.name() : entry.name();
    String text =
        plain(entry)
            .replaceFirst(
                "^\\Q" + entry.name() + "\\E", java.util.regex.Matcher.quoteReplacement(name));
    return color.isEmpty() ? text : "\u001b[0m\u001b[" + color + "m" + text + "\u001b[0m";
  }

  private static String suffix(Inode inode) {
    return inode.isDirectory() ? "/" : inode.isLink() ? "@" : inode.isExecutable() ? "*" : "";
  }

  private static String color(Inode inode) {
    if (inode.isDirectory()) {
      return (inode.mode() & 01002) == 01002 ? "30;42" : "01;34";
    }
    return inode.isLink()
        ? "01;36"
        : inode.isExecutable() ? "01;32" : inode.isRegular() ? "" : "40;33;01";
  }
}

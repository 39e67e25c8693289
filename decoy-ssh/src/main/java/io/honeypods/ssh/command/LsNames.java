package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.Terminal;
import java.util.List;

/** How {@code ls} shows names, and how it lays them out. */
final class LsNames {
  private static final int WIDTH = 80;

  private final Task task;
  private final Options options;
  private final boolean tty;
  private final boolean colored;

  LsNames(Task task, Options options) {
    this.task = task;
    this.options = options;
    this.tty = task.terminal() != null && task.outputs().get(1) == task.terminal();
    String color = options.value('P', "");
    this.colored =
        options.has('P') && !color.equals("never") && (tty || color.matches("|always|yes|force"));
  }

  /** All names as the options lay them out. */
  String laidOut(List<LsEntry> entries) {
    List<String> shown = entries.stream().map(entry -> before(entry) + shown(entry)).toList();
    if (options.has('m')) {
      return commas(shown);
    }
    boolean columns = options.has('C') || options.has('x') || (tty && !options.has('1'));
    if (!columns || options.has('1')) {
      return String.join("\n", shown) + "\n";
    }
    List<String> plain = entries.stream().map(entry -> before(entry) + plain(entry)).toList();
    return options.has('x')
        ? Columns.across(plain, shown, width())
        : Columns.of(plain, shown, width());
  }

  private int width() {
    long asked = Sizes.parse(options.value('w', ""));
    Terminal terminal = task.terminal();
    return asked > 0
        ? (int) Math.min(asked, 10_000)
        : terminal == null ? WIDTH : terminal.columns();
  }

  private String commas(List<String> shown) {
    var text = new StringBuilder();
    int column = 0;
    for (int i = 0; i < shown.size(); i++) {
      int length = shown.get(i).length() + (i < shown.size() - 1 ? 2 : 0);
      boolean wraps = i > 0 && column + length > width();
      text.append(i == 0 ? "" : wraps ? ",\n" : ", ").append(shown.get(i));
      column = wraps ? length : column + length;
    }
    return text.append('\n').toString();
  }

  /** The number and the blocks of a file, where they are asked for. */
  private String before(LsEntry entry) {
    return (options.has('i') ? Sizes.number(entry.path()) + " " : "")
        + (options.has('s') ? size(blocks(entry.inode())) + " " : "");
  }

  /** Blocks of 1 KiB as the options tell them. */
  String size(long blocks) {
    return options.has('h') ? Sizes.human(blocks * 1024) : String.valueOf(blocks);
  }

  static long blocks(Inode inode) {
    return inode.isLink() || inode.kind() == Inode.Kind.CHARACTER_DEVICE
        ? 0
        : (inode.size() + 4095) / 4096 * 4;
  }

  private String quoted(String name) {
    if (options.has('Q')) {
      return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
    if (!tty || options.has('N') || !name.matches(".*[ \t*?\\[\\]$&;|<>()'\"\\\\!`#~=^{}].*")) {
      return name;
    }
    return name.contains("'") && !name.matches(".*[\"$`\\\\].*")
        ? "\"" + name + "\""
        : "'" + name.replace("'", "'\\''") + "'";
  }

  private String suffix(Inode inode) {
    return options.has('F') ? kind(inode) : options.has('p') && inode.isDirectory() ? "/" : "";
  }

  private String plain(LsEntry entry) {
    return quoted(entry.name()) + suffix(entry.inode());
  }

  /** A name as it is shown, with its color. */
  String shown(LsEntry entry) {
    String name = quoted(entry.name());
    String color = colored ? color(entry.inode()) : "";
    return (color.isEmpty() ? name : "\u001b[0m\u001b[" + color + "m" + name + "\u001b[0m")
        + suffix(entry.inode());
  }

  private static String kind(Inode inode) {
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

package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code stat}. */
final class Stat {
  private static final int BLOCK = 4096;
  private static final int DEVICE = 123;
  private static final Pattern DIRECTIVE = Pattern.compile("%([-+ #0]*)([0-9]{0,4})([HL]?.)");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.nnnnnnnnn", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String TERSE = "%n %s %b %f %u %g %D %i %h %t %T %X %Y %Z %W %o";
  private static final String PAGE =
      "  File: %N\n  Size: %-10s\tBlocks: %-10b IO Block: %-6o %F\n"
          + "Device: %Hd,%Ld\tInode: %-11i Links: %-5h";
  private static final String TIMES =
      "\nAccess: (%04a/%10.10A)  Uid: (%5u/%8U)   Gid: (%5g/%8G)\n"
          + "Access: %x\nModify: %y\nChange: %z\n Birth: %w";

  private final Task task;
  private final Options options;

  private Stat(Task task, Options options) {
    this.task = task;
    this.options = options;
  }

  static int run(Task task) {
    Options options =
        Options.of(
            task,
            1,
            "Lfc:tP:",
            "dereference=L",
            "file-system=f",
            "format=c",
            "printf=P",
            "terse=t");
    var stat = new Stat(task, options);
    int status = 0;
    for (String path : options.some(task, "missing operand")) {
      try {
        task.out(stat.shown(path));
      } catch (Fault fault) {
        String what =
            options.has('f') ? "cannot read file system information for '" : "cannot statx '";
        status = task.fail(1, what + path + "': " + fault.text());
      }
    }
    return status;
  }

  private String shown(String path) {
    Inode inode = options.has('L') ? task.files().stat(path) : task.files().lstat(path);
    if (options.has('f')) {
      return fileSystem(path);
    }
    if (options.has('P')) {
      return formatted(escapes(options.value('P', "")), path, inode);
    }
    if (options.has('c')) {
      return formatted(options.value('c', ""), path, inode) + "\n";
    }
    if (options.has('t')) {
      return formatted(TERSE, path, inode) + "\n";
    }
    boolean device = inode.kind() == Inode.Kind.CHARACTER_DEVICE;
    String page = device ? PAGE + " Device type: %Hr,%Lr" : PAGE.replace("%-5h", "%h");
    return formatted(page.replace("%N", named(path, inode)) + TIMES, path, inode) + "\n";
  }

  private static String named(String path, Inode inode) {
    String name = path + (inode.isLink() ? " -> " + inode.data() : "");
    return name.replace("%", "%%");
  }

  private String formatted(String format, String path, Inode inode) {
    Matcher matcher = DIRECTIVE.matcher(format.replace("%10.10A", "%A"));
    var out = new StringBuilder();
    while (matcher.find()) {
      String value = value(matcher.group(3), path, inode);
      String flags = matcher.group(1);
      int width = matcher.group(2).isEmpty() ? 0 : Integer.parseInt(matcher.group(2));
      String pad = (flags.contains("0") ? "0" : " ").repeat(Math.max(0, width - value.length()));
      matcher.appendReplacement(
          out, Matcher.quoteReplacement(flags.contains("-") ? value + pad : pad + value));
    }
    return matcher.appendTail(out).toString();
  }

  private String value(String letter, String path, Inode inode) {
    return switch (letter) {
      case "n" -> path;
      case "N" -> "'" + path + "'" + (inode.isLink() ? " -> '" + inode.data() + "'" : "");
      case "s" -> String.valueOf(inode.size());
      case "b" -> String.valueOf((inode.size() + BLOCK - 1) / BLOCK * 8);
      case "B" -> "512";
      case "o" -> String.valueOf(BLOCK);
      case "a" -> Integer.toOctalString(inode.mode());
      case "A" -> inode.letters();
      case "f" -> Integer.toHexString(type(inode) << 12 | inode.mode());
      case "F" -> kind(inode);
      case "h" -> String.valueOf(links(task, path, inode));
      case "i" -> String.valueOf(Sizes.number(path));
      case "d" -> String.valueOf(DEVICE);
      case "D" -> Integer.toHexString(DEVICE);
      case "Hd", "Hr" ->
          inode.kind() == Inode.Kind.CHARACTER_DEVICE && letter.equals("Hr") ? "1" : "0";
      case "Ld" -> String.valueOf(DEVICE);
      case "Lr" -> "3";
      case "t", "T", "r", "R" -> "0";
      case "m" -> "/";
      case "C" -> "?";
      case "%" -> "%";
      default -> ownerOrTime(letter, inode);
    };
  }

  private String ownerOrTime(String letter, Inode inode) {
    return switch (letter) {
      case "u" -> String.valueOf(inode.uid());
      case "g" -> String.valueOf(inode.gid());
      case "U" -> task.accounts().userName(inode.uid());
      case "G" -> task.accounts().groupName(inode.gid());
      case "w", "x", "y", "z" -> TIME.format(inode.modified()) + " +0000";
      case "W", "X", "Y", "Z" -> String.valueOf(inode.modified().getEpochSecond());
      default -> "?";
    };
  }

  private static String escapes(String format) {
    return format
        .replace("\\n", "\n")
        .replace("\\t", "\t")
        .replace("\\r", "\r")
        .replace("\\0", "\0")
        .replace("\\\"", "\"")
        .replace("\\\\", "\\");
  }

  private static int type(Inode inode) {
    return switch (inode.kind()) {
      case DIRECTORY -> 4;
      case FILE, PROGRAM -> 8;
      case LINK -> 10;
      case CHARACTER_DEVICE -> 2;
      case BLOCK_DEVICE -> 6;
      case SOCKET -> 12;
      case FIFO -> 1;
    };
  }

  private static String kind(Inode inode) {
    return switch (inode.kind()) {
      case DIRECTORY -> "directory";
      case FILE, PROGRAM -> inode.size() == 0 ? "regular empty file" : "regular file";
      case LINK -> "symbolic link";
      case CHARACTER_DEVICE -> "character special file";
      case BLOCK_DEVICE -> "block special file";
      case SOCKET -> "socket";
      case FIFO -> "fifo";
    };
  }

  /** How many names a file has: a directory has one in each of those inside. */
  static long links(Task task, String path, Inode inode) {
    if (!inode.isDirectory()) {
      return 1;
    }
    try {
      return 2
          + task.files().list(path).stream()
              .filter(name -> task.files().isDirectory(Paths.child(path, name)))
              .count();
    } catch (Fault _) {
      return 2; // not ours to see
    }
  }

  private static String fileSystem(String path) {
    return ("  File: \"%s\"%n    ID: 8d5be1c2a7f0433e Namelen: 255     Type: overlayfs%n"
            + "Block size: 4096       Fundamental block size: 4096%n"
            + "Blocks: Total: 10254904   Free: 6702052    Available: 6227052%n"
            + "Inodes: Total: 2621440    Free: 2390112%n")
        .formatted(path);
  }
}

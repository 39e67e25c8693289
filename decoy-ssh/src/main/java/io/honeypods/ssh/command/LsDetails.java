package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Strftime;
import io.honeypods.ssh.host.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The long form. */
final class LsDetails {
  private static final DateTimeFormatter RECENT =
      DateTimeFormatter.ofPattern("MMM ppd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter OLD =
      DateTimeFormatter.ofPattern("MMM ppd  yyyy", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Duration HALF_A_YEAR = Duration.ofDays(182);

  private final Task task;
  private final Options options;
  private final LsNames names;

  LsDetails(Task task, Options options, LsNames names) {
    this.task = task;
    this.options = options;
    this.names = names;
  }

  void show(List<LsEntry> entries) {
    var rows = new ArrayList<List<String>>();
    entries.forEach(entry -> rows.add(row(entry)));
    int[] widths = new int[4];
    for (List<String> row : rows) {
      for (int i = 0; i < 4; i++) {
        widths[i] = Math.max(widths[i], row.get(i + 1).length());
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      var line = new StringBuilder();
      line.append(options.has('i') ? Sizes.number(entries.get(i).path()) + " " : "");
      String blocks = names.size(LsNames.blocks(entries.get(i).inode()));
      line.append(options.has('s') ? blocks + " " : "");
      line.append(row.getFirst()).append(' ').append(right(row.get(1), widths[0]));
      line.append(options.has('g') ? "" : " " + left(row.get(2), widths[1]));
      line.append(options.has('o') ? "" : " " + left(row.get(3), widths[2]));
      line.append(' ')
          .append(right(row.get(4), widths[3]))
          .append(' ')
          .append(row.get(5))
          .append(' ')
          .append(row.get(6));
      task.out(line.append('\n').toString());
    }
  }

  private List<String> row(LsEntry entry) {
    Inode inode = entry.inode();
    String links = String.valueOf(Stat.links(task, entry.path(), inode));
    String owner =
        options.has('n') ? String.valueOf(inode.uid()) : task.accounts().userName(inode.uid());
    String group =
        options.has('n') ? String.valueOf(inode.gid()) : task.accounts().groupName(inode.gid());
    String size =
        inode.kind() == Inode.Kind.CHARACTER_DEVICE
            ? device(inode)
            : options.has('h') ? Sizes.human(inode.size()) : String.valueOf(inode.size());
    String name = names.shown(entry) + (inode.isLink() ? " -> " + inode.data() : "");
    return List.of(inode.letters(), links, owner, group, size, date(inode.modified()), name);
  }

  private String device(Inode inode) {
    return switch (inode.data()) {
      case "zero" -> "1, 5";
      case "full" -> "1, 7";
      case "random" -> "1, 8";
      case "tty" -> "5, 0";
      default -> "1, 3";
    };
  }

  private String date(Instant at) {
    String style = options.has('O') ? "full-iso" : options.value('W', "locale");
    if (!style.equals("locale")) {
      String format =
          switch (style) {
            case "full-iso" -> "%F %T.%N %z";
            case "long-iso" -> "%F %R";
            case "iso" -> "%m-%d %R";
            default -> style.replaceFirst("^\\+", "");
          };
      return Strftime.of(format, at.atZone(ZoneOffset.UTC));
    }
    Instant now = task.machine().now();
    boolean recent = at.isAfter(now.minus(HALF_A_YEAR)) && !at.isAfter(now);
    return (recent ? RECENT : OLD).format(at);
  }

  private static String left(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static String right(String text, int width) {
    return " ".repeat(width - text.length()) + text;
  }
}

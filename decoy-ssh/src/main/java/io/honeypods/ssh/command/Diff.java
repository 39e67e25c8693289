package io.honeypods.ssh.command;

import io.honeypods.ssh.command.Comparison.Hunk;
import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code diff}, as it writes by itself and with {@code -u}. */
final class Diff {
  private static final int CONTEXT = 3;
  private static final int MAX_CONTEXT = 1000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.nnnnnnnnn +0000", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Task task;
  private final Options options;

  private Diff(Task task, Options options) {
    this.task = task;
    this.options = options;
  }

  static int run(Task task) {
    Options options =
        Options.of(
            task,
            Cmp.manners(task),
            "qsruU:NibwBayt",
            "brief=q",
            "report-identical-files=s",
            "recursive=r",
            "unified=u",
            "new-file=N",
            "ignore-case=i",
            "ignore-space-change=b",
            "ignore-all-space=w",
            "text=a");
    List<String> operands = options.operands();
    if (operands.size() < 2) {
      throw options
          .manners()
          .complain(
              task,
              "missing operand after '"
                  + (operands.isEmpty() ? "diff" : operands.getFirst())
                  + "'");
    }
    if (operands.size() > 2) {
      throw options.manners().complain(task, "extra operand '" + operands.get(2) + "'");
    }
    return new Diff(task, options).compare(operands.get(0), operands.get(1), true);
  }

  private int compare(String one, String other, boolean top) {
    boolean both = task.files().isDirectory(one) && task.files().isDirectory(other);
    if (both) {
      return top || options.has('r') ? directories(one, other) : common(one, other);
    }
    String left = inside(one, other);
    String right = inside(other, one);
    String a = text(left);
    String b = text(right);
    if (a == null || b == null) {
      return 2;
    }
    return files(left, right, a, b, top);
  }

  private int common(String one, String other) {
    task.out("Common subdirectories: " + one + " and " + other + "\n");
    return 0;
  }

  private String inside(String path, String other) {
    return !path.equals("-") && task.files().isDirectory(path)
        ? Paths.child(path, Paths.name(other))
        : path;
  }

  private @Nullable String text(String path) {
    try {
      return path.equals("-") ? task.readAll() : task.files().read(path);
    } catch (Fault fault) {
      if (options.has('N') && !task.files().exists(path)) {
        return "";
      }
      task.fail(2, path + ": " + fault.text());
      return null;
    }
  }

  private int directories(String one, String other) {
    var names = new TreeSet<>(task.files().list(one));
    names.addAll(task.files().list(other));
    int status = 0;
    for (String name : names) {
      String left = Paths.child(one, name);
      String right = Paths.child(other, name);
      boolean here = task.files().exists(left);
      if (here && task.files().exists(right)) {
        status = Math.max(status, compare(left, right, false));
      } else {
        task.out("Only in " + (here ? one : other) + ": " + name + "\n");
        status = Math.max(status, 1);
      }
    }
    return status;
  }

  private int files(String left, String right, String a, String b, boolean top) {
    List<String> one = lines(a);
    List<String> other = lines(b);
    List<Hunk> hunks = Comparison.of(task, one, other, this::same).hunks();
    if (hunks.isEmpty()) {
      task.out(options.has('s') ? "Files " + left + " and " + right + " are identical\n" : "");
      return 0;
    }
    boolean binary = !options.has('a') && (a.indexOf('\0') >= 0 || b.indexOf('\0') >= 0);
    if (options.has('q') || binary) {
      task.out(
          (options.has('q') ? "Files " : "Binary files ") + left + " and " + right + " differ\n");
      return binary ? 2 : 1;
    }
    task.out(top ? "" : "diff " + String.join(" ", flags()) + left + " " + right + "\n");
    if (options.has('u') || options.has('U')) {
      task.out("--- " + left + "\t" + time(left) + "\n+++ " + right + "\t" + time(right) + "\n");
      long context = options.has('U') ? Sizes.parse(options.value('U', "")) : CONTEXT;
      new UnifiedDiff(task, one, other, Math.clamp(context, 0, MAX_CONTEXT)).show(hunks);
    } else {
      hunks.forEach(hunk -> plain(one, other, hunk));
    }
    return 1;
  }

  private List<String> flags() {
    return task.operands().stream()
        .filter(word -> word.startsWith("-") && word.length() > 1)
        .map(word -> word + " ")
        .toList();
  }

  private static List<String> lines(String text) {
    var lines = new ArrayList<String>();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(at, next));
      at = next;
    }
    return lines;
  }

  private boolean same(String one, String other) {
    return one.equals(other) || bare(one).equals(bare(other));
  }

  private String bare(String line) {
    String text = options.has('w') ? line.replaceAll("\\s+", "") : line;
    text = options.has('b') ? text.replaceAll("\\s+$", "").replaceAll("\\s+", " ") : text;
    return options.has('i') ? text.toLowerCase(Locale.ROOT) : text;
  }

  private String time(String path) {
    Inode inode = task.files().peek(path);
    return TIME.format(inode == null ? Instant.EPOCH : inode.modified());
  }

  private void plain(List<String> one, List<String> other, Hunk hunk) {
    boolean added = hunk.from() == hunk.to();
    boolean deleted = hunk.otherFrom() == hunk.otherTo();
    task.out(
        range(hunk.from(), hunk.to())
            + (added ? "a" : deleted ? "d" : "c")
            + range(hunk.otherFrom(), hunk.otherTo())
            + "\n");
    UnifiedDiff.show(task, "< ", one.subList(hunk.from(), hunk.to()));
    task.out(added || deleted ? "" : "---\n");
    UnifiedDiff.show(task, "> ", other.subList(hunk.otherFrom(), hunk.otherTo()));
  }

  private static String range(int from, int to) {
    return to <= from + 1 ? String.valueOf(to) : from + 1 + "," + to;
  }
}

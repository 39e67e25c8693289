package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;

/** {@code xargs}. */
final class Xargs {
  private static final int STOP = 124;

  private final Task task;
  private final Options options;
  private final List<String> command;
  private int status;

  private Xargs(Task task, Options options) {
    this.task = task;
    this.options = options;
    this.command = options.operands().isEmpty() ? List.of("echo") : options.operands();
  }

  static int xargs(Task task) {
    Options options =
        Options.leading(
            task,
            1,
            "0rtpxn:L:P:I:i?d:s:a:E:",
            "null=0",
            "no-run-if-empty=r",
            "verbose=t",
            "max-args=n",
            "max-lines=L",
            "max-procs=P",
            "replace=i",
            "delimiter=d",
            "arg-file=a");
    return new Xargs(task, options).run();
  }

  private int run() {
    List<List<String>> lines = lines(task.readAll());
    String replaced = options.has('I') ? options.value('I', "{}") : options.value('i', "");
    if (options.has('I') || options.has('i')) {
      String mark = replaced.isEmpty() ? "{}" : replaced;
      for (List<String> line : lines) {
        String item = String.join(" ", line);
        if (!start(command.stream().map(word -> word.replace(mark, item)).toList())) {
          return STOP;
        }
      }
      return status;
    }
    List<List<String>> groups = groups(lines);
    if (groups.isEmpty() && !options.has('r')) {
      groups = List.of(List.of());
    }
    for (List<String> group : groups) {
      var argv = new ArrayList<>(command);
      argv.addAll(group);
      if (!start(argv)) {
        return STOP;
      }
    }
    return status;
  }

  /** The items of each line; where lines do not count, each item by itself. */
  private List<List<String>> lines(String text) {
    var lines = new ArrayList<List<String>>();
    if (options.has('0') || options.has('d')) {
      String end = options.has('0') ? "\0" : AwkText.unescape(options.value('d', "\n"));
      for (String item : text.split(java.util.regex.Pattern.quote(end), -1)) {
        lines.add(List.of(item));
      }
      if (!lines.isEmpty() && lines.getLast().getFirst().isEmpty()) {
        lines.removeLast();
      }
      return lines;
    }
    boolean whole = options.has('I') || options.has('i');
    for (String line : text.split("\n", -1)) {
      List<String> items = whole ? List.of(line.strip()) : items(line);
      if (!line.isBlank()) {
        lines.add(items);
      }
    }
    return lines;
  }

  private List<String> items(String line) {
    var items = new ArrayList<String>();
    var item = new StringBuilder();
    boolean any = false;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        item.append(c == quote ? "" : String.valueOf(c));
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
        any = true;
      } else if (c == '\\' && i + 1 < line.length()) {
        item.append(line.charAt(++i));
      } else if (c == ' ' || c == '\t') {
        add(items, item, any);
        any = false;
      } else {
        item.append(c);
      }
    }
    if (quote != 0) {
      throw unmatched(quote);
    }
    add(items, item, any);
    return items;
  }

  private io.honeypods.ssh.host.Exit unmatched(char quote) {
    task.fail(
        1,
        "unmatched "
            + (quote == '"' ? "double" : "single")
            + " quote; by default quotes are special to xargs unless you use the -0 option");
    return new io.honeypods.ssh.host.Exit(1);
  }

  private static void add(List<String> items, StringBuilder item, boolean any) {
    if (any || !item.isEmpty()) {
      items.add(item.toString());
      item.setLength(0);
    }
  }

  /** What each run is given. */
  private List<List<String>> groups(List<List<String>> lines) {
    boolean byLine = options.has('L');
    long most = Sizes.parse(options.value(byLine ? 'L' : 'n', "5000"));
    int size = Math.clamp(most, 1, 100_000);
    var groups = new ArrayList<List<String>>();
    List<List<String>> units =
        byLine ? lines : lines.stream().flatMap(List::stream).map(List::of).toList();
    for (int from = 0; from < units.size(); from += size) {
      groups.add(
          units.subList(from, Math.min(units.size(), from + size)).stream()
              .flatMap(List::stream)
              .toList());
    }
    return groups;
  }

  /** Runs the command; false where it wants no more of it. */
  private boolean start(List<String> argv) {
    if (options.has('t')) {
      task.err(String.join(" ", argv) + "\n");
    }
    int ended = task.execute(argv);
    if (ended == 127) {
      task.fail(127, argv.getFirst() + ": No such file or directory");
      throw new io.honeypods.ssh.host.Exit(127);
    }
    if (ended == 255) {
      task.fail(1, argv.getFirst() + ": exited with status 255; aborting");
      return false;
    }
    status = ended == 0 ? status : ended == 126 ? 126 : 123;
    return true;
  }
}

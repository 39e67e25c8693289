package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Exit;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** {@code cut}. */
final class Cut {
  private static final String RANGE = "[0-9]{1,6}(-[0-9]{0,6})?|-[0-9]{1,6}";

  private final Task task;
  private final Options options;
  private final List<int[]> ranges;

  private Cut(Task task, Options options, List<int[]> ranges) {
    this.task = task;
    this.options = options;
    this.ranges = ranges;
  }

  static int cut(Task task) {
    Options options =
        Options.of(
            task,
            1,
            "d:f:c:b:snzCo:",
            "delimiter=d",
            "fields=f",
            "characters=c",
            "bytes=b",
            "only-delimited=s",
            "complement=C",
            "output-delimiter=o",
            "zero-terminated=z");
    if (!options.has('f') && !options.has('c') && !options.has('b')) {
      throw options
          .manners()
          .complain(task, "you must specify a list of bytes, characters, or fields");
    }
    if (options.value('d', "\t").length() > 1) {
      throw options.manners().complain(task, "the delimiter must be a single character");
    }
    String list = options.value('f', options.value('c', options.value('b', "")));
    return new Cut(task, options, ranges(task, options, list)).run();
  }

  private static List<int[]> ranges(Task task, Options options, String list) {
    String what = options.has('f') ? "field" : "byte/character position";
    var ranges = new ArrayList<int[]>();
    for (String range : list.split(",", -1)) {
      if (!range.matches(RANGE)) {
        throw wrong(task, options, "invalid " + what + " value '" + range + "'");
      }
      int dash = range.indexOf('-');
      int from = dash == 0 ? 1 : Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
      boolean open = dash == range.length() - 1;
      int to =
          dash < 0 ? from : open ? Integer.MAX_VALUE : Integer.parseInt(range.substring(dash + 1));
      if (from == 0) {
        throw wrong(
            task,
            options,
            (options.has('f') ? "fields" : "byte/character positions") + " are numbered from 1");
      }
      if (to < from) {
        throw wrong(task, options, "invalid decreasing range");
      }
      ranges.add(new int[] {from, to});
    }
    return ranges;
  }

  private static Exit wrong(Task task, Options options, String problem) {
    return options.manners().complain(task, problem);
  }

  private int run() {
    return Lines.of(
        task,
        options.operands(),
        line -> task.out(options.has('f') ? fields(line) : characters(line)));
  }

  private boolean isWanted(int position) {
    boolean in = ranges.stream().anyMatch(range -> position >= range[0] && position <= range[1]);
    return in != options.has('C');
  }

  private String characters(String line) {
    var kept = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      kept.append(isWanted(i + 1) ? String.valueOf(line.charAt(i)) : "");
    }
    return kept + "\n";
  }

  private String fields(String line) {
    String delimiter = options.value('d', "\t");
    if (delimiter.isEmpty() || !line.contains(delimiter)) {
      return options.has('s') ? "" : line + "\n";
    }
    var kept = new ArrayList<String>();
    String[] fields = line.split(Pattern.quote(delimiter), -1);
    for (int i = 0; i < fields.length; i++) {
      if (isWanted(i + 1)) {
        kept.add(fields[i]);
      }
    }
    return String.join(options.value('o', delimiter), kept) + "\n";
  }
}

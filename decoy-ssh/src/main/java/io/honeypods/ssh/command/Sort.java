package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** {@code sort}. */
final class Sort {
  private final Task task;
  private final Options options;
  private final char end;
  private final Comparator<String> keys;
  private final Comparator<String> whole;

  private Sort(Task task, Options options) {
    this.task = task;
    this.options = options;
    this.end = options.has('z') ? '\0' : '\n';
    this.keys = SortKey.comparator(task, options);
    Comparator<String> last =
        options.has('r') ? Comparator.<String>naturalOrder().reversed() : Comparator.naturalOrder();
    this.whole = options.has('s') || options.has('u') ? keys : keys.thenComparing(last);
  }

  static int sort(Task task) {
    Options options =
        Options.of(
            task,
            2,
            "nruk:t:hbfdgiMRVcCsmzo:S:T:",
            "numeric-sort=n",
            "reverse=r",
            "unique=u",
            "human-numeric-sort=h",
            "general-numeric-sort=g",
            "key=k",
            "field-separator=t",
            "version-sort=V",
            "month-sort=M",
            "ignore-case=f",
            "ignore-leading-blanks=b",
            "random-sort=R",
            "check=c",
            "merge=m",
            "output=o",
            "stable=s",
            "zero-terminated=z");
    return new Sort(task, options).run();
  }

  private int run() {
    var lines = new ArrayList<String>();
    int status =
        Lines.each(
            task,
            options.operands(),
            (_, input) -> {
              var reader = new AwkReader(task, input);
              for (String line = reader.next(String.valueOf(end));
                  line != null;
                  line = reader.next(String.valueOf(end))) {
                lines.add(line);
                task.machine().requireMemory(lines.size() * 16);
              }
            });
    if (status != 0) {
      return 2;
    }
    task.work(lines.size() * 16);
    if (options.has('c') || options.has('C')) {
      return check(lines);
    }
    if (options.has('R')) {
      Collections.shuffle(lines, new Random(task.machine().now().toEpochMilli()));
    } else {
      lines.sort(whole);
    }
    write(lines);
    return 0;
  }

  private int check(List<String> lines) {
    for (int i = 1; i < lines.size(); i++) {
      int order = whole.compare(lines.get(i - 1), lines.get(i));
      if (order > 0 || (order == 0 && options.has('u'))) {
        String file = options.operands().isEmpty() ? "-" : options.operands().getFirst();
        return options.has('C')
            ? 1
            : task.fail(1, file + ":" + (i + 1) + ": disorder: " + lines.get(i));
      }
    }
    return 0;
  }

  private void write(List<String> lines) {
    var text = new StringBuilder();
    String before = null;
    for (String line : lines) {
      if (!options.has('u') || before == null || keys.compare(before, line) != 0) {
        text.append(line).append(end);
      }
      before = line;
    }
    if (options.has('o')) {
      task.files().write(options.value('o', ""), text.toString());
    } else {
      task.out(text.toString());
    }
  }
}

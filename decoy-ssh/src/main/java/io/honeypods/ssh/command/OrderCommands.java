package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Programs that order lines. */
final class OrderCommands {
  private OrderCommands() {}

  static int sort(Task task) {
    Options options =
        Options.of(
            task,
            2,
            "nruk:t:hbfdgMRVcso:",
            "numeric-sort=n",
            "reverse=r",
            "unique=u",
            "human-numeric-sort=h",
            "key=k",
            "version-sort=V",
            "ignore-case=f");
    List<String> lines = Lines.list(task, options.operands());
    task.work(lines.size() * 16);
    String separator = options.value('t', "");
    String key = options.value('k', "");
    boolean numeric = options.has('n') || options.has('h') || options.has('g') || key.contains("n");
    Comparator<String> order = Comparator.comparing(line -> field(line, key, separator));
    if (numeric) {
      order =
          Comparator.comparingDouble(line -> number(field(line, key, separator), options.has('h')));
    } else if (options.has('f')) {
      order = Comparator.comparing(line -> field(line, key, separator).toUpperCase(Locale.ROOT));
    }
    Comparator<String> whole =
        options.has('s') || options.has('u')
            ? order
            : order.thenComparing(Comparator.naturalOrder());
    var sorted = new ArrayList<>(lines);
    if (options.has('R')) {
      Collections.shuffle(sorted, new java.util.Random(task.machine().now().toEpochMilli()));
    } else {
      sorted.sort(options.has('r') || key.endsWith("r") ? whole.reversed() : whole);
    }
    String before = null;
    var text = new StringBuilder();
    for (String line : sorted) {
      if (!options.has('u') || before == null || order.compare(before, line) != 0) {
        text.append(line).append('\n');
      }
      before = line;
    }
    if (options.has('o')) {
      task.files().write(options.value('o', ""), text.toString());
    } else {
      task.out(text.toString());
    }
    return 0;
  }

  private static String field(String line, String key, String separator) {
    String digits = key.replaceFirst("[^0-9].*", "");
    if (digits.isEmpty() || digits.length() > 4) {
      return line;
    }
    String[] fields =
        separator.isEmpty()
            ? line.strip().split("[ \t]+", -1)
            : line.split(java.util.regex.Pattern.quote(separator), -1);
    int index = Integer.parseInt(digits);
    if (index < 1 || index > fields.length) {
      return "";
    }
    return key.contains(",")
        ? fields[index - 1]
        : String.join(
            separator.isEmpty() ? " " : separator,
            List.of(fields).subList(index - 1, fields.length));
  }

  private static double number(String text, boolean human) {
    var matcher =
        java.util.regex.Pattern.compile("^[ \t]*(-?[0-9]{1,15}(?:\\.[0-9]{1,9})?)([KMGT]?)")
            .matcher(text);
    if (!matcher.find()) {
      return 0;
    }
    double factor =
        human && !matcher.group(2).isEmpty()
            ? Math.pow(1024, "KMGT".indexOf(matcher.group(2)) + 1.0)
            : 1;
    return Double.parseDouble(matcher.group(1)) * factor;
  }

  static int uniq(Task task) {
    Options options = Options.of(task, 1, "cduif:s:w:", "count=c", "repeated=d", "unique=u");
    String[] last = {null};
    int[] count = {0};
    Runnable show =
        () -> {
          boolean shown =
              last[0] != null
                  && (!options.has('d') || count[0] > 1)
                  && (!options.has('u') || count[0] == 1);
          task.out(
              shown ? (options.has('c') ? "%7d ".formatted(count[0]) : "") + last[0] + "\n" : "");
        };
    List<String> operands = options.operands();
    int status =
        Lines.of(
            task,
            operands.subList(0, Math.min(1, operands.size())),
            line -> {
              if (last[0] != null
                  && (options.has('i') ? line.equalsIgnoreCase(last[0]) : line.equals(last[0]))) {
                count[0]++;
              } else {
                show.run();
                last[0] = line;
                count[0] = 1;
              }
            });
    show.run();
    return status;
  }

  static int tac(Task task) {
    Lines.list(task, task.operands()).reversed().forEach(line -> task.out(line + "\n"));
    return 0;
  }
}

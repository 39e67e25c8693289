package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;

/** {@code xargs}. */
final class Xargs {
  private Xargs() {}

  static int xargs(Task task) {
    List<String> words = task.operands();
    int at = 0;
    int most = Integer.MAX_VALUE;
    String replace = "";
    boolean zero = false;
    boolean skips = false;
    while (at < words.size() && words.get(at).startsWith("-")) {
      String word = words.get(at++);
      zero |= word.equals("-0") || word.equals("--null");
      skips |= word.contains("r");
      boolean separate = word.matches("-[nLPIds]") && at < words.size();
      String value = separate ? words.get(at++) : word.length() > 2 ? word.substring(2) : "";
      if (word.startsWith("-n") || word.startsWith("-L")) {
        most = value.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(value) : most;
      } else if (word.startsWith("-I") || word.startsWith("-i")) {
        replace = value.isEmpty() ? "{}" : value;
      }
    }
    List<String> command = at < words.size() ? words.subList(at, words.size()) : List.of("echo");
    String separator = zero ? "\0" : replace.isEmpty() ? "[ \t\n]+" : "\n";
    var items = new ArrayList<String>();
    for (String item : task.readAll().split(separator, -1)) {
      if (!item.isEmpty()) {
        items.add(replace.isEmpty() ? item.replaceAll("^['\"]|['\"]$", "") : item.strip());
      }
    }
    return invoke(task, command, items, most, replace, skips);
  }

  private static int invoke(
      Task task,
      List<String> command,
      List<String> items,
      int most,
      String replace,
      boolean skips) {
    int status = 0;
    if (!replace.isEmpty()) {
      for (String item : items) {
        status |= one(task, command.stream().map(word -> word.replace(replace, item)).toList());
      }
      return status;
    }
    if (items.isEmpty()) {
      return skips ? 0 : one(task, command);
    }
    for (int from = 0; from < items.size(); from += Math.min(most, items.size())) {
      var argv = new ArrayList<>(command);
      argv.addAll(items.subList(from, (int) Math.min(items.size(), (long) from + most)));
      status |= one(task, argv);
    }
    return status;
  }

  private static int one(Task task, List<String> argv) {
    int status = task.execute(argv);
    if (status == 127) {
      task.fail(127, argv.getFirst() + ": No such file or directory");
    }
    return status == 127 || status == 126 ? status : status == 0 ? 0 : 123;
  }
}

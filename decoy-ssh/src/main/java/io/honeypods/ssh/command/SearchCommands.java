package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;

/** Programs that find files. */
final class SearchCommands {
  private SearchCommands() {}

  static int find(Task task) {
    var roots = new ArrayList<String>();
    List<String> words = task.operands();
    int at = 0;
    while (at < words.size()
        && !words.get(at).startsWith("-")
        && !List.of("(", "!").contains(words.get(at))) {
      roots.add(words.get(at++));
    }
    var search = new FindSearch(task, words.subList(at, words.size()));
    String problem = search.problem();
    if (problem != null) {
      return task.fail(1, problem);
    }
    int status = 0;
    for (String root : roots.isEmpty() ? List.of(".") : roots) {
      status |= search.walk(root, 0);
    }
    return status | search.finish();
  }

  static int which(Task task) {
    Options options = Options.of(task, 2, "as");
    int status = 0;
    for (String name : options.operands()) {
      String path = task.files().which(name, task.environment().getOrDefault("PATH", ""));
      status = path == null ? 1 : status;
      task.out(path == null || options.has('s') ? "" : path + "\n");
    }
    return options.operands().isEmpty() ? 1 : status;
  }

  static int whereis(Task task) {
    for (String name : task.operands()) {
      String path = task.files().which(name, "/usr/bin:/usr/sbin:/usr/lib");
      task.out(name + ":" + (path == null ? "" : " " + path) + "\n");
    }
    return 0;
  }
}

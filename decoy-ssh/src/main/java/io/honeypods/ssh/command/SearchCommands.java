package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Debian;
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
    while (at < words.size() && List.of("-L", "-P", "-H").contains(words.get(at))) {
      at++;
    }
    if (List.of("--version", "-version").contains(words.isEmpty() ? "" : words.getFirst())) {
      boolean old = task.machine().host().debian() == Debian.BOOKWORM;
      task.out("find (GNU findutils) " + (old ? "4.9.0" : "4.10.0") + "\n");
      return 0;
    }
    while (at < words.size()
        && !words.get(at).startsWith("-")
        && !List.of("(", "!").contains(words.get(at))) {
      roots.add(words.get(at++));
    }
    var search = new FindSearch(task);
    FindNode expression;
    try {
      expression = new FindParser(task, search, words.subList(at, words.size())).parse();
    } catch (FindProblem problem) {
      return task.fail(1, problem.text());
    }
    int status = 0;
    for (String root : roots.isEmpty() ? List.of(".") : roots) {
      status |= search.walk(root, expression);
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

package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;

/** One search: its tests, which all must hold, and its actions. */
final class FindSearch {
  private static final List<String> WITH_VALUE =
      words(
          """
          -name -iname -path -type -maxdepth -mindepth -user -group -perm -size -mtime
          -mmin -newer -atime -ctime -amin -cmin -uid -gid -regex -ipath -wholename
          -fstype -printf
          """);

  private static final List<String> ALONE =
      words(
          """
          -print -print0 -ls -delete -o -or -a -and ! -not ( ) -prune -empty -xdev -mount
          -readable -writable -executable -nouser -nogroup -quit -depth -follow -true
          -false -L -P -H
          """);

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+", -1));
  }

  private final Task task;

  private final List<String> words;

  private final List<String> gathered = new ArrayList<>();

  FindSearch(Task task, List<String> words) {
    this.task = task;
    this.words = words;
  }

  @org.jspecify.annotations.Nullable
  String problem() {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (WITH_VALUE.contains(word)) {
        if (++i >= words.size()) {
          return "missing argument to `" + word + "'";
        }
      } else if (word.equals("-exec") || word.equals("-ok") || word.equals("-execdir")) {
        int end = end(i);
        if (end < 0) {
          return "missing argument to `" + word + "'";
        }
        i = end;
      } else if (!ALONE.contains(word)) {
        return word.startsWith("-")
            ? "unknown predicate `" + word + "'"
            : "paths must precede expression: `" + word + "'";
      }
    }
    return null;
  }

  int end(int from) {
    for (int i = from + 1; i < words.size(); i++) {
      if (words.get(i).equals(";") || (words.get(i).equals("+") && words.get(i - 1).equals("{}"))) {
        return i;
      }
    }
    return -1;
  }

  private int depth(String option, int fallback) {
    int index = words.indexOf(option);
    return index >= 0 && words.get(index + 1).matches("[0-9]{1,4}")
        ? Integer.parseInt(words.get(index + 1))
        : fallback;
  }

  int walk(String path, int depth) {
    Inode inode;
    try {
      inode = task.files().lstat(path);
    } catch (Fault fault) {
      return complain("find: '" + path + "': " + fault.text() + "\n");
    }
    task.work(16);
    boolean late = words.contains("-delete") || words.contains("-depth");
    int status = 0;
    if (!late && depth >= depth("-mindepth", 0)) {
      evaluate(path, inode);
    }
    boolean pruned =
        words.contains("-prune") && new FindTest(this, task, words, path, inode).holds();
    if (inode.isDirectory() && depth < depth("-maxdepth", 200) && !pruned) {
      try {
        for (String name : task.files().list(path)) {
          status |= walk(Paths.child(path, name), depth + 1);
        }
      } catch (Fault fault) {
        status = complain("find: '" + path + "': " + fault.text() + "\n");
      }
    }
    if (late && depth >= depth("-mindepth", 0)) {
      evaluate(path, inode);
    }
    return status;
  }

  private int complain(String text) {
    task.err(text);
    return 1;
  }

  private void evaluate(String path, Inode inode) {
    new FindTest(this, task, words, path, inode).run();
  }

  int start(List<String> argv) {
    int status = task.execute(argv);
    if (status == 127) {
      task.err("find: '" + argv.getFirst() + "': No such file or directory\n");
    }
    return status;
  }

  /** Keeps a path for the command that takes all at once. */
  void gather(String path) {
    gathered.add(path);
  }

  static boolean takesValue(String word) {
    return WITH_VALUE.contains(word);
  }

  int finish() {
    if (gathered.isEmpty()) {
      return 0;
    }
    int from = words.indexOf("-exec");
    var argv = new ArrayList<>(words.subList(from + 1, end(from) - 1));
    argv.addAll(gathered);
    return start(argv);
  }
}

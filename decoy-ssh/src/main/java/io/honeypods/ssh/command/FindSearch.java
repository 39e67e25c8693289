package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;

/** One search of {@code find}: how it walks, and what its actions leave for later. */
final class FindSearch {
  private static final int MAX_DEPTH = 200;

  private final Task task;
  private final List<Gathering> gathered = new ArrayList<>();
  private int least;
  private int most = MAX_DEPTH;
  private boolean late;
  private boolean pruned;
  private boolean quits;
  private int status;

  FindSearch(Task task) {
    this.task = task;
  }

  /** A command that takes many paths at once. */
  private record Gathering(List<String> command, List<String> paths) {}

  void depths(int from, int to) {
    least = Math.max(least, from);
    most = Math.min(most, to);
  }

  /** Files come behind what is in them. */
  void late() {
    late = true;
  }

  void prune() {
    pruned = true;
  }

  void quit() {
    quits = true;
  }

  void fail(String problem) {
    task.err("find: " + problem + "\n");
    status = 1;
  }

  int walk(String root, FindNode expression) {
    visit(root, 0, expression);
    return status;
  }

  private void visit(String path, int depth, FindNode expression) {
    if (quits) {
      return;
    }
    task.work(16);
    Inode inode;
    try {
      inode = task.files().lstat(path);
    } catch (Fault fault) {
      fail("'" + path + "': " + fault.text());
      return;
    }
    var file = new FindFile(path, inode, depth);
    pruned = false;
    if (!late && depth >= least) {
      expression.holds(file);
    }
    if (inode.isDirectory() && depth < most && !pruned) {
      children(path, depth, expression);
    }
    if (late && depth >= least && !quits) {
      expression.holds(file);
    }
  }

  private void children(String path, int depth, FindNode expression) {
    try {
      for (String name : task.files().list(path)) {
        visit(Paths.child(path, name), depth + 1, expression);
      }
    } catch (Fault fault) {
      fail("'" + path + "': " + fault.text());
    }
  }

  /** Runs a command for one file; whether it went well. */
  boolean run(List<String> argv) {
    int ended = task.execute(argv);
    if (ended == 127) {
      task.err("find: '" + argv.getFirst() + "': No such file or directory\n");
    }
    return ended == 0;
  }

  /** What keeps paths for a command that is run at the end. */
  FindNode gather(List<String> command) {
    var gathering = new Gathering(command, new ArrayList<>());
    gathered.add(gathering);
    return file -> gathering.paths.add(file.path());
  }

  int finish() {
    for (Gathering each : gathered) {
      if (!each.paths.isEmpty()) {
        var argv = new ArrayList<>(each.command);
        argv.addAll(each.paths);
        status = run(argv) ? status : 1;
      }
    }
    return status;
  }
}

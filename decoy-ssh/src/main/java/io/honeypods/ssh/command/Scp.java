package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;
import java.util.List;

/** The far end of {@code scp}: {@code -t} takes files, {@code -f} gives them. */
final class Scp {
  private static final int MAX_FILE = 4 << 20;

  private final Task task;
  private final Exact in;
  private final boolean recursive;
  private int status;

  private Scp(Task task, boolean recursive) {
    this.task = task;
    this.in = new Exact(task);
    this.recursive = recursive;
  }

  /** Whether a command line asks for the far end. */
  static boolean isFarEnd(Task task) {
    return task.operands().stream().anyMatch(word -> word.matches("-[a-z]*[tf]"));
  }

  static int run(Task task) {
    task.arrivals().interpret();
    List<String> words = task.operands();
    boolean takes = words.stream().anyMatch(word -> word.matches("-[a-z]*t"));
    var scp = new Scp(task, words.stream().anyMatch(word -> word.matches("-[a-z]*r[a-z]*")));
    List<String> paths = words.stream().filter(word -> !word.startsWith("-")).toList();
    String path = paths.isEmpty() ? "." : paths.getFirst();
    if (takes) {
      scp.sink(path, true);
    } else {
      scp.answered();
      paths.forEach(scp::source);
    }
    return scp.status;
  }

  /** An error that the client shows. */
  private void complain(String text) {
    status = 1;
    task.out("\u0001scp: " + text + "\n");
  }

  private void sink(String target, boolean outermost) {
    task.out("\0");
    for (String line = in.line(); line != null; line = in.line()) {
      char kind = line.isEmpty() ? 'E' : line.charAt(0);
      String[] fields = line.split(" ", 3);
      if (kind == 'E') {
        task.out("\0");
        if (!outermost) {
          return;
        }
      } else if (kind == 'T') {
        task.out("\0");
      } else if ((kind != 'C' && kind != 'D')
          || fields.length < 3
          || !fields[1].matches("[0-9]{1,15}")
          || !fields[0].matches("[CD][0-7]{4}")
          || fields[2].contains("/")) {
        complain("protocol error: expected control record");
        return;
      } else if (kind == 'D') {
        directory(target, fields[2]);
      } else if (!file(target, fields)) {
        return;
      }
    }
  }

  private void directory(String target, String name) {
    String path = task.files().isDirectory(target) ? Paths.child(target, name) : target;
    try {
      if (!recursive) {
        complain("received directory without -r");
        return;
      }
      if (!task.files().isDirectory(path)) {
        task.files().makeDirectory(path);
      }
      sink(path, false);
    } catch (Fault fault) {
      complain(path + ": " + fault.text());
    }
  }

  private boolean file(String target, String[] fields) {
    String path = task.files().isDirectory(target) ? Paths.child(target, fields[2]) : target;
    long size = Long.parseLong(fields[1]);
    task.out("\0");
    var content = new StringBuilder();
    long left = size;
    while (left > 0) {
      String piece = in.bytes((int) Math.min(left, 4096));
      if (piece == null) {
        task.machine()
            .reports()
            .uploaded(Paths.resolve(task.directory(), path), content.toString());
        return false;
      }
      left -= piece.length();
      if (content.length() < MAX_FILE) {
        content.append(piece);
      }
    }
    in.bytes(1);
    task.machine().reports().uploaded(Paths.resolve(task.directory(), path), content.toString());
    try {
      task.files().write(path, content.toString());
      int mode = Integer.parseInt(fields[0].substring(1), 8);
      task.files().change(path, inode -> inode.withMode(mode & 0777 & ~task.mask()));
      task.out("\0");
    } catch (Fault fault) {
      complain(path + ": " + fault.text());
    }
    return true;
  }

  private boolean answered() {
    String answer = in.bytes(1);
    return "\0".equals(answer);
  }

  private void source(String path) {
    try {
      Inode inode = task.files().stat(path);
      if (inode.isDirectory()) {
        if (!recursive) {
          complain(path + ": not a regular file");
          return;
        }
        task.out("D%04o 0 %s%n".formatted(inode.mode(), Paths.name(path)));
        if (answered()) {
          task.files().list(path).forEach(name -> source(Paths.child(path, name)));
        }
        task.out("E\n");
        answered();
        return;
      }
      String content = task.files().read(path);
      task.out("C%04o %d %s%n".formatted(inode.mode(), content.length(), Paths.name(path)));
      if (answered()) {
        task.out(content + "\0");
        task.machine().reports().downloaded(Paths.resolve(task.directory(), path), content);
        answered();
      }
    } catch (Fault fault) {
      complain(path + ": " + fault.text());
    }
  }
}

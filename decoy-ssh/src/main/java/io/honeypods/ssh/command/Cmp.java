package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code cmp}: the first byte in which two files differ, or all of them. */
final class Cmp {
  private Cmp() {}

  static int run(Task task) {
    Options options =
        Options.of(
            task,
            manners(task),
            "slbn:i:",
            "silent=s",
            "quiet=s",
            "verbose=l",
            "print-bytes=b",
            "bytes=n");
    List<String> operands = options.operands();
    if (operands.isEmpty()) {
      throw options.manners().complain(task, "missing operand after 'cmp'");
    }
    String right = operands.size() > 1 ? operands.get(1) : "-";
    String one = text(task, options, operands.getFirst());
    String other = one == null ? null : text(task, options, right);
    return one == null || other == null
        ? 2
        : compare(task, options, new String[] {operands.getFirst(), right}, one, other);
  }

  /** The programs that compare say their name before where help is to be had, too. */
  static Manners manners(Task task) {
    String name = task.name();
    return new Manners(
        2,
        name + " (GNU diffutils) 3.8",
        name + ": Try '" + name + " --help' for more information.\n");
  }

  private static @Nullable String text(Task task, Options options, String path) {
    try {
      String all = path.equals("-") ? task.readAll() : task.files().read(path);
      long most = Sizes.parse(options.value('n', ""));
      return most < 0 ? all : all.substring(0, (int) Math.min(most, all.length()));
    } catch (Fault fault) {
      task.fail(2, path + ": " + fault.text());
      return null;
    }
  }

  private static int compare(Task task, Options options, String[] names, String one, String other) {
    int common = Math.min(one.length(), other.length());
    int status = 0;
    int line = 1;
    for (int i = 0; i < common; i++) {
      if (one.charAt(i) != other.charAt(i)) {
        status = 1;
        if (!options.has('l')) {
          String where = " differ: " + (options.has('b') ? "byte " : "char ");
          say(task, options, names[0] + " " + names[1] + where + (i + 1) + ", line " + line + "\n");
          return 1;
        }
        say(
            task,
            options,
            ("%" + String.valueOf(common).length() + "d %3o %3o%n")
                .formatted(i + 1, (int) one.charAt(i), (int) other.charAt(i)));
      }
      line += one.charAt(i) == '\n' ? 1 : 0;
    }
    if (one.length() == other.length()) {
      return status;
    }
    if (!options.has('s')) {
      String shorter = names[one.length() < other.length() ? 0 : 1];
      boolean whole = common > 0 && one.charAt(common - 1) == '\n';
      String where =
          common == 0
              ? " which is empty"
              : " after byte " + common + (whole ? ", line " + (line - 1) : ", in line " + line);
      task.fail(
          1,
          "EOF on " + shorter + (options.has('l') && common > 0 ? " after byte " + common : where));
    }
    return 1;
  }

  private static void say(Task task, Options options, String text) {
    task.out(options.has('s') ? "" : text);
  }
}

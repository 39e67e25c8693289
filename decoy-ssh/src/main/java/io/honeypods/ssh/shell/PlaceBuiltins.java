package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Paths;
import java.util.List;

/** Builtins about where a shell is and what it may use. */
final class PlaceBuiltins {
  private static final int EXECUTE = 1;
  private static final String LIMITS =
      """
      real-time non-blocking time  (microseconds, -R) unlimited
      core file size              (blocks, -c) unlimited
      data seg size               (kbytes, -d) unlimited
      scheduling priority                 (-e) 0
      file size                   (blocks, -f) unlimited
      pending signals                     (-i) 31692
      max locked memory           (kbytes, -l) 8192
      max memory size             (kbytes, -m) unlimited
      open files                          (-n) 1048576
      pipe size                (512 bytes, -p) 8
      POSIX message queues         (bytes, -q) 819200
      real-time priority                  (-r) 0
      stack size                  (kbytes, -s) 8192
      cpu time                   (seconds, -t) unlimited
      max user processes                  (-u) 48
      virtual memory              (kbytes, -v) unlimited
      file locks                          (-x) unlimited
      """;

  private static final String SYMBOLIC = "[ugoa]*[-+=][rwx]*(,[ugoa]*[-+=][rwx]*)*";

  private PlaceBuiltins() {}

  static int cd(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    int from = 1;
    while (from < argv.size() && List.of("-L", "-P", "--", "-e").contains(argv.get(from))) {
      from++;
    }
    if (argv.size() > from + 1) {
      return shell.fail(1, "cd: too many arguments");
    }
    String target = argv.size() > from ? argv.get(from) : shell.value("HOME");
    if (target == null) {
      return shell.fail(1, "cd: HOME not set");
    }
    boolean back = target.equals("-");
    if (back) {
      target = shell.value("OLDPWD");
      if (target == null) {
        return shell.fail(1, "cd: OLDPWD not set");
      }
    }
    int status = go(shell, "cd", target);
    if (status == 0 && back) {
      shell.task().out(shell.task().directory() + "\n");
    }
    return status;
  }

  private static int go(Shell shell, String command, String target) {
    if (target.isEmpty()) {
      return 0;
    }
    String problem = null;
    try {
      Inode inode = shell.task().files().stat(target);
      if (!inode.isDirectory()) {
        problem = "Not a directory";
      } else if (!shell.task().files().may(inode, EXECUTE)) {
        problem = "Permission denied";
      }
    } catch (Fault fault) {
      problem = fault.text();
    }
    if (problem != null) {
      return shell.isPosix()
          ? shell.fail(2, "cd: can't cd to " + target)
          : shell.fail(1, command + ": " + target + ": " + problem);
    }
    shell.variables().set("OLDPWD", shell.task().directory());
    shell.task().enter(Paths.resolve(shell.task().directory(), target));
    return 0;
  }

  static int pwd(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    boolean real = argv.contains("-P");
    return Builtins.write(
        interpreter, (real ? shell.task().files().real(".") : shell.task().directory()) + "\n");
  }

  static int pushd(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    if (argv.size() < 2) {
      return shell.fail(1, "pushd: no other directory");
    }
    String before = shell.task().directory();
    int status = go(shell, "pushd", argv.get(1));
    if (status == 0) {
      String stack = shell.value("__dirs");
      shell
          .variables()
          .set("__dirs", before + (stack == null || stack.isEmpty() ? "" : "\n" + stack));
      dirs(interpreter, argv);
    }
    return status;
  }

  static int popd(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    String stack = shell.value("__dirs");
    if (stack == null || stack.isEmpty()) {
      return shell.fail(1, "popd: directory stack empty");
    }
    int end = stack.indexOf('\n');
    int status = go(shell, "popd", end < 0 ? stack : stack.substring(0, end));
    shell.variables().set("__dirs", end < 0 ? "" : stack.substring(end + 1));
    dirs(interpreter, argv);
    return status;
  }

  static int dirs(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    String stack = shell.value("__dirs");
    String all =
        shell.task().directory()
            + (stack == null || stack.isEmpty() ? "" : " " + stack.replace('\n', ' '));
    String home = shell.value("HOME");
    return Builtins.write(interpreter, (home == null ? all : all.replace(home, "~")) + "\n");
  }

  static int umask(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    if (argv.size() < 2) {
      return Builtins.write(interpreter, "%04o%n".formatted(shell.task().mask()));
    }
    if (argv.get(1).equals("-S")) {
      return Builtins.write(interpreter, symbolic(shell.task().mask()) + "\n");
    }
    if (argv.get(1).matches(SYMBOLIC)) {
      for (String clause : argv.get(1).split(",", -1)) {
        shell.task().mask(masked(shell.task().mask(), clause));
      }
      return 0;
    }
    if (!argv.get(1).matches("[0-7]{1,4}")) {
      return shell.fail(1, "umask: " + argv.get(1) + ": octal number out of range");
    }
    shell.task().mask(Integer.parseInt(argv.get(1), 8));
    return 0;
  }

  /** A mask after {@code u=rwx} or its like. */
  private static int masked(int mask, String clause) {
    int at = clause.replaceFirst("[-+=].*", "").length();
    int bits = 0;
    for (char letter : clause.substring(at + 1).toCharArray()) {
      bits |= letter == 'r' ? 0444 : letter == 'w' ? 0222 : 0111;
    }
    String who = clause.substring(0, at);
    int affected = who.isEmpty() || who.contains("a") ? 0777 : 0;
    affected |= (who.contains("u") ? 0700 : 0) | (who.contains("g") ? 0070 : 0);
    affected |= who.contains("o") ? 0007 : 0;
    return switch (clause.charAt(at)) {
      case '+' -> mask & ~(bits & affected);
      case '-' -> mask | (bits & affected);
      default -> (mask & ~affected) | (~bits & affected);
    };
  }

  /** What a mask leaves, as {@code umask -S} tells it. */
  private static String symbolic(int mask) {
    var text = new StringBuilder();
    for (int shift = 6; shift >= 0; shift -= 3) {
      int left = ~mask >> shift & 7;
      text.append(',').append("ugo".charAt(2 - shift / 3)).append('=');
      text.append((left & 4) == 0 ? "" : "r");
      text.append((left & 2) == 0 ? "" : "w");
      text.append((left & 1) == 0 ? "" : "x");
    }
    return text.substring(1);
  }

  static int ulimit(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    String option = argv.size() < 2 ? "-f" : argv.get(1);
    String limit = argv.size() > 2 ? argv.get(2) : option.startsWith("-") ? "0" : option;
    if (!limit.matches("[0-9]{1,18}|unlimited|hard|soft") && !option.equals("-a")) {
      return shell.fail(1, "ulimit: " + limit + ": invalid number");
    }
    if (argv.size() > 2 || !option.startsWith("-")) {
      return 0;
    }
    if (option.equals("-a")) {
      return Builtins.write(interpreter, LIMITS);
    }
    String letter = option.substring(Math.max(0, option.length() - 1));
    for (String line : LIMITS.split("\n", -1)) {
      if (line.contains("-" + letter + ")")) {
        return Builtins.write(interpreter, line.substring(line.lastIndexOf(' ') + 1) + "\n");
      }
    }
    return shell.fail(2, "ulimit: " + option + ": invalid option");
  }
}

package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.ProcessRow;
import io.honeypods.ssh.host.Strand;
import java.util.List;

/** Builtins about what runs beside a shell. */
final class JobBuiltins {
  private static final String USAGE =
      "kill: usage: kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l"
          + " [sigspec]\n";

  private JobBuiltins() {}

  static int jobs(Interpreter interpreter, List<String> argv) {
    Jobs jobs = interpreter.shell().jobs();
    jobs.all()
        .forEach(
            job ->
                interpreter
                    .shell()
                    .task()
                    .out(argv.contains("-p") ? job.pid() + "\n" : jobs.line(job)));
    jobs.all().removeIf(job -> job.strand().isOver());
    return 0;
  }

  static int await(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    int status = 0;
    List<String> names = argv.subList(1, argv.size());
    if (names.isEmpty()) {
      shell.task().await(() -> shell.jobs().all().stream().allMatch(job -> job.strand().isOver()));
      shell.jobs().all().clear();
    }
    for (String name : names) {
      Jobs.Job job = shell.jobs().find(name);
      if (job == null) {
        status =
            name.startsWith("%")
                ? shell.fail(127, "wait: " + name + ": no such job")
                : shell.fail(127, "wait: pid " + name + " is not a child of this shell");
      } else {
        shell.task().await(job.strand()::isOver);
        status = job.strand().status();
        shell.jobs().all().remove(job);
      }
    }
    return status;
  }

  static int foreground(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    String name = argv.size() > 1 ? argv.get(1) : "";
    Jobs.Job job = shell.jobs().find(name);
    if (job == null) {
      return shell.fail(1, "fg: " + (name.isEmpty() ? "current" : name) + ": no such job");
    }
    shell.task().out(job.text() + "\n");
    try {
      shell.task().await(job.strand()::isOver);
    } finally {
      if (!job.strand().isOver()) {
        job.strand().signal(2);
      }
    }
    shell.jobs().all().remove(job);
    return job.strand().status();
  }

  static int background(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    String name = argv.size() > 1 ? argv.get(1) : "";
    Jobs.Job job = shell.jobs().find(name);
    return job == null
        ? shell.fail(1, "bg: " + (name.isEmpty() ? "current" : name) + ": no such job")
        : shell.fail(0, "bg: job " + job.number() + " already in background");
  }

  static int disown(Interpreter interpreter, List<String> argv) {
    Jobs.Job job = interpreter.shell().jobs().find(argv.size() > 1 ? argv.getLast() : "");
    if (job == null) {
      return interpreter.shell().fail(1, "disown: current: no such job");
    }
    interpreter.shell().jobs().all().remove(job);
    return 0;
  }

  static int kill(Interpreter interpreter, List<String> argv) {
    Shell shell = interpreter.shell();
    if (argv.size() > 1 && argv.get(1).equals("-l")) {
      return list(interpreter, argv.subList(2, argv.size()));
    }
    int at = 1;
    int signal = 15;
    if (argv.size() > 1 && argv.get(1).startsWith("-") && argv.get(1).length() > 1) {
      boolean separate = argv.get(1).equals("-s") || argv.get(1).equals("-n");
      String text = separate ? argv.get(Math.min(2, argv.size() - 1)) : argv.get(1).substring(1);
      at = separate ? 3 : 2;
      signal = TrapBuiltins.number(text);
      if (signal < 0) {
        return shell.fail(1, "kill: " + text + ": invalid signal specification");
      }
    }
    if (at >= argv.size()) {
      shell.task().err(USAGE);
      return 2;
    }
    int status = 0;
    for (String target : argv.subList(at, argv.size())) {
      status |= one(interpreter, target, signal);
    }
    return status;
  }

  private static int list(Interpreter interpreter, List<String> signals) {
    if (signals.isEmpty()) {
      return Builtins.write(
          interpreter,
          " 1) SIGHUP\t 2) SIGINT\t 3) SIGQUIT\t 4) SIGILL\t 5) SIGTRAP\n"
              + " 6) SIGABRT\t 7) SIGBUS\t 8) SIGFPE\t 9) SIGKILL\t10) SIGUSR1\n"
              + "11) SIGSEGV\t12) SIGUSR2\t13) SIGPIPE\t14) SIGALRM\t15) SIGTERM\n");
    }
    for (String each : signals) {
      int number = TrapBuiltins.number(each);
      if (number < 0) {
        return interpreter.shell().fail(1, "kill: " + each + ": invalid signal specification");
      }
      boolean digits = each.matches("[0-9]+");
      interpreter
          .shell()
          .task()
          .out((digits ? TrapBuiltins.name(number % 128) : String.valueOf(number)) + "\n");
    }
    return 0;
  }

  private static int one(Interpreter interpreter, String target, int signal) {
    Shell shell = interpreter.shell();
    Jobs.Job job = target.startsWith("%") ? shell.jobs().find(target) : null;
    if (job == null && !target.matches("-?[0-9]{1,9}")) {
      return shell.fail(
          1,
          "kill: "
              + target
              + (target.startsWith("%")
                  ? ": no such job"
                  : ": arguments must be process or job IDs"));
    }
    int pid = job == null ? Integer.parseInt(target) : job.pid();
    for (ProcessRow row : ProcessRow.of(shell.task().machine())) {
      if (row.pid() == pid) {
        int uid = shell.task().user().uid();
        if (uid != 0 && uid != row.uid()) {
          return shell.fail(1, "kill: (" + pid + ") - Operation not permitted");
        }
        Strand strand = shell.task().machine().strandOf(pid);
        boolean own = pid == shell.task().pid();
        if (strand != null
            && signal > 0
            && signal < 18
            && !(own && TrapBuiltins.catches(interpreter, signal))) {
          strand.signal(signal, pid);
          shell.task().work(1);
        }
        return 0;
      }
    }
    return shell.fail(1, "kill: (" + target + ") - No such process");
  }
}

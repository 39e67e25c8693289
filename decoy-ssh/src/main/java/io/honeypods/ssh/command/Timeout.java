package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Killed;
import io.honeypods.ssh.host.Strand;
import io.honeypods.ssh.host.Task;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code timeout}: a command that is ended once its time is over. */
final class Timeout {
  private static final int TIMED_OUT = 124;
  private static final int CANCELED = 125;
  private static final double LONGEST = 1e9;

  private final Task task;
  private final Options options;

  private Timeout(Task task, Options options) {
    this.task = task;
    this.options = options;
  }

  static int run(Task task) {
    Options options =
        Options.leading(
            task,
            CANCELED,
            "fvps:k:",
            "signal=s",
            "kill-after=k",
            "preserve-status=p",
            "foreground=f",
            "verbose=v");
    return new Timeout(task, options).limit();
  }

  private int limit() {
    List<String> words = options.operands();
    if (words.size() < 2) {
      return tryHelp("");
    }
    for (String interval : List.of(words.getFirst(), options.value('k', "0"))) {
      if (!WaitCommands.isInterval(interval)) {
        return tryHelp("timeout: invalid time interval '" + interval + "'\n");
      }
    }
    int signal = signal(options.value('s', "TERM"));
    if (signal < 0) {
      return tryHelp("timeout: '" + options.value('s', "") + "': invalid signal\n");
    }
    List<String> command = words.subList(1, words.size());
    String path =
        task.files().which(command.getFirst(), task.environment().getOrDefault("PATH", ""));
    if (path == null) {
      return LaunchCommands.notFound(task, command.getFirst());
    }
    Strand strand = task.fork(task.machine().executable(path), task.start(command));
    return strand == null
        ? task.fail(CANCELED, "fork system call failed: Resource temporarily unavailable")
        : watch(strand, signal);
  }

  private int watch(Strand strand, int signal) {
    try {
      if (ends(strand, duration(options.operands().getFirst()))) {
        return strand.status();
      }
      signal(strand, signal);
      if (!ends(strand, duration(options.value('k', "0")))) {
        signal(strand, Killed.KILL);
        task.await(strand::isOver);
        return strand.status();
      }
    } catch (Killed killed) {
      signal(strand, killed.signal());
      throw killed;
    }
    boolean told = options.has('p') || signal == Killed.KILL;
    return told ? strand.status() : TIMED_OUT;
  }

  /** Signals the command and all that it started. */
  private void signal(Strand strand, int number) {
    var group = new HashSet<Integer>();
    group.add(strand.pid());
    for (Task each : task.machine().tasks()) {
      if (group.contains(each.parent())) {
        group.add(each.pid());
      }
    }
    for (int pid : group) {
      Strand of = task.machine().strandOf(pid);
      if (of != null) {
        of.signalAll(number);
      }
    }
  }

  /** Whether it is over in time; null is for ever. */
  private boolean ends(Strand strand, @Nullable Duration most) {
    if (most != null) {
      return task.await(strand::isOver, most);
    }
    task.await(strand::isOver);
    return true;
  }

  private static @Nullable Duration duration(String interval) {
    double seconds = WaitCommands.seconds(interval);
    return seconds <= 0 ? null : Duration.ofMillis((long) (Math.min(seconds, LONGEST) * 1000));
  }

  private static int signal(String name) {
    return switch (name.toUpperCase(Locale.ROOT).replaceFirst("^SIG", "")) {
      case "HUP", "1" -> 1;
      case "INT", "2" -> 2;
      case "QUIT", "3" -> 3;
      case "KILL", "9" -> Killed.KILL;
      case "USR1", "10" -> 10;
      case "USR2", "12" -> 12;
      case "TERM", "15" -> 15;
      default -> -1;
    };
  }

  private int tryHelp(String problem) {
    task.err(problem + "Try 'timeout --help' for more information.\n");
    return CANCELED;
  }
}

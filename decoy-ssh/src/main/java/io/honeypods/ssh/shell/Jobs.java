package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Strand;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a shell started beside itself. */
final class Jobs {
  private final List<Job> jobs = new ArrayList<>();
  private int lastPid;

  /** One of them. */
  record Job(int number, int pid, Strand strand, String text) {
    String state() {
      if (!strand.isOver()) {
        return "Running";
      }
      return switch (strand.status()) {
        case 0 -> "Done";
        case 137 -> "Killed";
        case 143 -> "Terminated";
        default -> "Exit " + strand.status();
      };
    }
  }

  int lastPid() {
    return lastPid;
  }

  Job add(int pid, Strand strand, String text) {
    int number = jobs.isEmpty() ? 1 : jobs.getLast().number() + 1;
    var job = new Job(number, pid, strand, text);
    jobs.add(job);
    lastPid = pid;
    return job;
  }

  List<Job> all() {
    return jobs;
  }

  /** A job by {@code %1}, a pid, or the last one; null for none. */
  @Nullable Job find(String name) {
    for (Job job : jobs.reversed()) {
      boolean named =
          name.isEmpty()
              || name.equals("%%")
              || name.equals("%+")
              || name.equals("%" + job.number())
              || name.equals(String.valueOf(job.pid()));
      if (named) {
        return job;
      }
    }
    return null;
  }

  /** The line of a job in a list of all. */
  String line(Job job) {
    char mark =
        job.number() == jobs.getLast().number()
            ? '+'
            : jobs.indexOf(job) == jobs.size() - 2 ? '-' : ' ';
    return "[%d]%c  %-24s%s%s\n"
        .formatted(job.number(), mark, job.state(), job.text(), job.strand().isOver() ? "" : " &");
  }

  /** Lines of those that ended, which are forgotten. */
  String report() {
    var text = new StringBuilder();
    for (Job job : List.copyOf(jobs)) {
      if (job.strand().isOver()) {
        text.append(line(job));
      }
    }
    jobs.removeIf(job -> job.strand().isOver());
    return text.toString();
  }
}

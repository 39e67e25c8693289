package io.honeypods.ssh.command;

import io.honeypods.ssh.command.Comparison.Hunk;
import io.honeypods.ssh.host.Task;
import java.util.List;

/** How {@code diff -u} shows what differs, with lines around it that do not. */
record UnifiedDiff(Task task, List<String> one, List<String> other, int around) {
  private static final String NO_NEWLINE = "\\ No newline at end of file\n";

  void show(List<Hunk> hunks) {
    int at = 0;
    while (at < hunks.size()) {
      int last = at;
      while (last + 1 < hunks.size()
          && hunks.get(last + 1).from() - hunks.get(last).to() <= 2 * around) {
        last++;
      }
      together(hunks.subList(at, last + 1));
      at = last + 1;
    }
  }

  private void together(List<Hunk> hunks) {
    int before = Math.min(around, hunks.getFirst().from());
    int after = Math.min(around, one.size() - hunks.getLast().to());
    int from = hunks.getFirst().from() - before;
    int to = hunks.getLast().to() + after;
    task.out(
        "@@ -"
            + span(from, to)
            + " +"
            + span(hunks.getFirst().otherFrom() - before, hunks.getLast().otherTo() + after)
            + " @@\n");
    int at = from;
    for (Hunk hunk : hunks) {
      show(task, " ", one.subList(at, hunk.from()));
      show(task, "-", one.subList(hunk.from(), hunk.to()));
      show(task, "+", other.subList(hunk.otherFrom(), hunk.otherTo()));
      at = hunk.to();
    }
    show(task, " ", one.subList(at, to));
  }

  private static String span(int from, int to) {
    int count = to - from;
    int first = count == 0 ? from : from + 1;
    return count == 1 ? String.valueOf(first) : first + "," + count;
  }

  /** Lines with a mark before each. */
  static void show(Task task, String mark, List<String> lines) {
    for (String line : lines) {
      task.out(mark + line + (line.endsWith("\n") ? "" : "\n" + NO_NEWLINE));
    }
  }
}

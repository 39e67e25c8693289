package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Where two texts differ, line by line.
 *
 * @param hunks in order; lines between them are the same
 */
record Comparison(List<Hunk> hunks) {
  private static final int MAX_CELLS = 1_000_000;
  private static final int CELLS_PER_STEP = 64;

  /** Lines of one text in whose place are lines of the other, by their numbers from 0. */
  record Hunk(int from, int to, int otherFrom, int otherTo) {}

  /** Compares; texts too long for it differ in all that is between their ends. */
  static Comparison of(
      Task task, List<String> one, List<String> other, BiPredicate<String, String> same) {
    int start = 0;
    int most = Math.min(one.size(), other.size());
    while (start < most && same.test(one.get(start), other.get(start))) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && same.test(one.get(one.size() - 1 - end), other.get(other.size() - 1 - end))) {
      end++;
    }
    List<String> a = one.subList(start, one.size() - end);
    List<String> b = other.subList(start, other.size() - end);
    task.work(one.size() + other.size());
    if (a.isEmpty() && b.isEmpty()) {
      return new Comparison(List.of());
    }
    if ((long) (a.size() + 1) * (b.size() + 1) > MAX_CELLS) {
      return new Comparison(List.of(new Hunk(start, start + a.size(), start, start + b.size())));
    }
    task.work(a.size() * b.size() / CELLS_PER_STEP);
    return new Comparison(walk(common(a, b, same), a, b, same, start));
  }

  /** How long the longest common part of what follows each pair of places is. */
  private static int[][] common(List<String> a, List<String> b, BiPredicate<String, String> same) {
    int[][] common = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        common[i][j] =
            same.test(a.get(i), b.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static List<Hunk> walk(
      int[][] common, List<String> a, List<String> b, BiPredicate<String, String> same, int start) {
    var hunks = new ArrayList<Hunk>();
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      int from = i;
      int otherFrom = j;
      while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && same.test(a.get(i), b.get(j))) {
          break;
        }
        if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
          i++;
        } else {
          j++;
        }
      }
      if (i > from || j > otherFrom) {
        hunks.add(new Hunk(start + from, start + i, start + otherFrom, start + j));
      }
      while (i < a.size() && j < b.size() && same.test(a.get(i), b.get(j))) {
        i++;
        j++;
      }
    }
    return hunks;
  }
}

package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Exit;
import io.honeypods.ssh.host.Task;
import java.util.List;

/** {@code tr}: what becomes of each character. */
final class Translation {
  private static final int SIZE = 256;

  private final char[] to = new char[SIZE];
  private final boolean[] deleted = new boolean[SIZE];
  private final boolean[] squeezed = new boolean[SIZE];
  private char last = '\uffff';

  private Translation() {
    for (char c = 0; c < SIZE; c++) {
      to[c] = c;
    }
  }

  static int tr(Task task) {
    Options options =
        Options.of(
            task, 1, "dscCt", "delete=d", "squeeze-repeats=s", "complement=c", "truncate-set1=t");
    List<String> sets = options.some(task, "missing operand");
    require(task, options, sets);
    var table = of(task, options, sets);
    for (String piece = task.input().read(task); piece != null; piece = task.input().read(task)) {
      task.out(table.apply(piece));
    }
    return 0;
  }

  private static void require(Task task, Options options, List<String> sets) {
    boolean deletes = options.has('d');
    boolean squeezes = options.has('s');
    boolean two = deletes == squeezes;
    if (two && sets.size() < 2) {
      task.fail(1, "missing operand after '" + sets.getFirst() + "'");
      task.err(
          deletes
              ? "Two strings must be given when both deleting and squeezing repeats.\n"
              : "Two strings must be given when translating.\n");
      throw options.manners().hint(task);
    }
    int most = deletes && !squeezes ? 1 : 2;
    if (sets.size() > most) {
      task.fail(1, "extra operand '" + sets.get(most) + "'");
      task.err(
          most == 1 && sets.size() == 2
              ? "Only one string may be given when deleting without squeezing repeats.\n"
              : "");
      throw options.manners().hint(task);
    }
  }

  /** What makes each of some characters the one that stands in the same place of others. */
  static Translation each(String from, String to) {
    var table = new Translation();
    for (int i = 0; i < from.length(); i++) {
      table.to[from.charAt(i)] = to.charAt(i);
    }
    return table;
  }

  private static Translation of(Task task, Options options, List<String> sets) {
    String first = TrSet.of(task, sets.getFirst(), 0);
    first = options.has('c') || options.has('C') ? TrSet.complement(first) : first;
    String second = sets.size() > 1 ? TrSet.of(task, sets.get(1), first.length()) : "";
    boolean translates = !options.has('d') && sets.size() > 1;
    if (translates && second.isEmpty() && !options.has('t') && !first.isEmpty()) {
      task.fail(1, "when not truncating set1, string2 must be non-empty");
      throw new Exit(1);
    }
    var table = new Translation();
    int count = options.has('t') ? Math.min(first.length(), second.length()) : first.length();
    for (int i = 0; i < count; i++) {
      char c = first.charAt(i);
      table.deleted[c] = options.has('d');
      table.to[c] = translates ? second.charAt(Math.min(i, second.length() - 1)) : c;
    }
    String repeats = options.has('s') ? sets.size() > 1 ? second : first : "";
    repeats.chars().forEach(c -> table.squeezed[c] = true);
    return table;
  }

  String apply(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (deleted[c]) {
        continue;
      }
      char made = to[c];
      if (!squeezed[made] || made != last) {
        out.append(made);
      }
      last = made;
    }
    return out.toString();
  }
}

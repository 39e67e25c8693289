package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Input;
import io.honeypods.ssh.host.Task;

/** {@code cat}. */
final class Cat {
  private final Task task;
  private final Options options;
  private int number;
  private boolean blank;

  private Cat(Task task, Options options) {
    this.task = task;
    this.options = options;
  }

  static int cat(Task task) {
    Options options =
        Options.of(
            task,
            1,
            "nbsETAvetu",
            "number=n",
            "show-all=A",
            "show-ends=E",
            "show-tabs=T",
            "show-nonprinting=v",
            "number-nonblank=b",
            "squeeze-blank=s");
    var cat = new Cat(task, options);
    boolean plain = "nbsETAvet".chars().noneMatch(letter -> options.has((char) letter));
    return Lines.each(
        task,
        options.operands(),
        (_, input) -> {
          if (plain) {
            cat.pass(input);
          } else {
            cat.show(input);
          }
        });
  }

  private void pass(Input input) {
    for (String piece = input.read(task); piece != null; piece = input.read(task)) {
      task.out(piece);
    }
  }

  private void show(Input input) {
    for (String line = Lines.next(task, input); line != null; line = Lines.next(task, input)) {
      boolean empty = line.equals("\n");
      if (!(options.has('s') && empty && blank)) {
        boolean counts = options.has('b') ? !empty : options.has('n');
        task.out((counts ? "%6d\t".formatted(++number) : "") + visible(line));
      }
      blank = empty;
    }
  }

  private String visible(String line) {
    boolean all = options.has('A');
    boolean codes = all || options.has('v') || options.has('e') || options.has('t');
    boolean tabs = all || options.has('T') || options.has('t');
    var out = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\n') {
        out.append(all || options.has('E') || options.has('e') ? "$\n" : "\n");
      } else if (c == '\t') {
        out.append(tabs ? "^I" : "\t");
      } else {
        out.append(codes ? code(c) : String.valueOf(c));
      }
    }
    return out.toString();
  }

  private static String code(char c) {
    if (c >= 128) {
      return "M-" + code((char) (c - 128));
    }
    return c < ' ' ? "^" + (char) (c + 64) : c == 127 ? "^?" : String.valueOf(c);
  }
}

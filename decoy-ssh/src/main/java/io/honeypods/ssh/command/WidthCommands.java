package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;

/** Programs that look at how wide lines are: {@code fold}, {@code expand}, {@code unexpand}. */
final class WidthCommands {
  private static final int TAB = 8;

  private WidthCommands() {}

  static int fold(Task task) {
    Options options = Options.of(task, 1, "w:sb", "width=w", "spaces=s", "bytes=b");
    String text = options.value('w', "80");
    long width = Sizes.parse(text);
    if (width < 1) {
      return task.fail(1, "invalid number of columns: '" + text + "'");
    }
    boolean spaces = options.has('s');
    return Lines.each(
        task,
        options.operands(),
        (_, input) -> {
          for (String line = Lines.next(task, input);
              line != null;
              line = Lines.next(task, input)) {
            task.out(folded(line, width, spaces));
          }
        });
  }

  private static String folded(String line, long width, boolean spaces) {
    var out = new StringBuilder();
    int column = 0;
    int start = 0;
    int blank = -1;
    for (int i = 0; i < line.length() && line.charAt(i) != '\n'; i++) {
      int next = next(line.charAt(i), column);
      if (next > width && i > start) {
        int end = spaces && blank >= start ? blank + 1 : i;
        out.append(line, start, end).append('\n');
        start = end;
        column = 0;
        for (int j = start; j < i; j++) {
          column = next(line.charAt(j), column);
        }
        next = next(line.charAt(i), column);
      }
      column = next;
      blank = line.charAt(i) == ' ' ? i : blank;
    }
    return out.append(line.substring(start)).toString();
  }

  private static int next(char c, int column) {
    return switch (c) {
      case '\t' -> (column / TAB + 1) * TAB;
      case '\b' -> Math.max(0, column - 1);
      case '\r' -> 0;
      default -> column + 1;
    };
  }

  static int expand(Task task) {
    Options options = Options.of(task, 1, "t:i", "tabs=t", "initial=i");
    int size = size(task, options);
    boolean initial = options.has('i');
    return size < 0
        ? 1
        : Lines.of(
            task, options.operands(), line -> task.out(expanded(line, size, initial) + "\n"));
  }

  /** The distance of tabs; -1, with an error said, where it is none. */
  private static int size(Task task, Options options) {
    String text = options.value('t', "8");
    if (!text.matches("[0-9]+([, ][0-9]+)*")) {
      return -task.fail(1, "tab size contains invalid character(s): '" + text + "'");
    }
    long size = Sizes.parse(text.replaceFirst("[, ].*", ""));
    return size == 0 ? -task.fail(1, "tab size cannot be 0") : Math.clamp(size, 1, 1000);
  }

  private static String expanded(String line, int size, boolean initial) {
    var out = new StringBuilder();
    boolean leading = true;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      leading &= c == ' ' || c == '\t';
      boolean tab = c == '\t' && (leading || !initial);
      out.append(tab ? " ".repeat(size - out.length() % size) : String.valueOf(c));
    }
    return out.toString();
  }

  static int unexpand(Task task) {
    Options options = Options.of(task, 1, "at:f", "all=a", "tabs=t", "first-only=f");
    int size = size(task, options);
    boolean all = (options.has('a') || options.has('t')) && !options.has('f');
    return size < 0
        ? 1
        : Lines.of(task, options.operands(), line -> task.out(tabbed(line, size, all) + "\n"));
  }

  private static String tabbed(String line, int size, boolean all) {
    var out = new StringBuilder();
    int column = 0;
    int held = 0;
    boolean converting = true;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean blank = c == ' ' || c == '\t';
      converting &= all || blank;
      if (!blank || !converting) {
        out.append(" ".repeat(held)).append(c);
        held = 0;
        column++;
        continue;
      }
      column = c == '\t' ? (column / size + 1) * size : column + 1;
      held++;
      if (column % size == 0) {
        boolean single = held == 1 && c == ' ' && line.indexOf(' ', i + 1) != i + 1;
        out.append(single ? " " : "\t");
        held = 0;
      }
    }
    return out.append(" ".repeat(held)).toString();
  }
}

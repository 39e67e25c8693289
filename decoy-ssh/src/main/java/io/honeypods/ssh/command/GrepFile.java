package io.honeypods.ssh.command;

import io.honeypods.ssh.command.GrepPatterns.Span;
import io.honeypods.ssh.host.Input;
import io.honeypods.ssh.host.Task;
import java.util.ArrayDeque;
import java.util.Deque;

/** What {@code grep} shows of one file after the other. */
final class GrepFile {
  private static final String RED = "\u001b[01;31m\u001b[K";
  private static final String END = "\u001b[m\u001b[K";

  private final Task task;
  private final Options options;
  private final GrepPatterns patterns;
  private final boolean named;
  private final boolean colored;
  private final int before;
  private final int after;
  private final long most;
  private boolean found;
  private boolean shown;

  GrepFile(Task task, Options options, GrepPatterns patterns, boolean named) {
    this.task = task;
    this.options = options;
    this.patterns = patterns;
    this.named = named;
    this.colored = options.value('k', "never").equals("always");
    this.before = count('B');
    this.after = count('A');
    this.most =
        options.has('m') ? Math.max(0, Sizes.parse(options.value('m', "0"))) : Long.MAX_VALUE;
  }

  private int count(char letter) {
    String text = options.value(letter, options.value('C', "0"));
    return Math.clamp(Sizes.parse(text), 0, 10_000);
  }

  /** A line with its number and where it begins. */
  private record Line(String text, int number, long offset) {}

  boolean hasFound() {
    return found;
  }

  void search(String name, Input input) {
    Deque<Line> held = new ArrayDeque<>();
    int number = 0;
    int count = 0;
    int due = 0;
    int last = 0;
    long offset = 0;
    for (String raw = Lines.next(task, input);
        raw != null && (count < most || due > 0);
        raw = Lines.next(task, input)) {
      var line =
          new Line(raw.endsWith("\n") ? raw.substring(0, raw.length() - 1) : raw, ++number, offset);
      offset += raw.length();
      boolean wanted = count < most && (patterns.find(line.text, 0) == null) == options.has('v');
      if (wanted) {
        found = true;
        count++;
        if (isSilent()) {
          break;
        }
        if (line.text.indexOf('\0') >= 0 && !options.has('a') && !options.has('c')) {
          task.err("grep: " + name + ": binary file matches\n");
          return;
        }
        if (!options.has('c')) {
          separate(held.isEmpty() ? number : held.getFirst().number, last);
          held.forEach(each -> show(name, each, '-'));
          held.clear();
          show(name, line, ':');
          last = number;
        }
        due = after;
      } else if (due > 0) {
        due--;
        show(name, line, '-');
        last = number;
      } else if (before > 0) {
        held.addLast(line);
        if (held.size() > before) {
          held.removeFirst();
        }
      }
    }
    summary(name, count);
  }

  private boolean isSilent() {
    return options.has('q') || options.has('l') || options.has('L');
  }

  /** A line between groups of lines that do not touch. */
  private void separate(int first, int last) {
    if ((before > 0 || after > 0) && shown && first > last + 1) {
      task.out("--\n");
    }
    shown = true;
  }

  private void summary(String name, int count) {
    if (options.has('q')) {
      return;
    }
    if ((options.has('l') && count > 0) || (options.has('L') && count == 0)) {
      task.out(name + (options.has('Z') ? "\0" : "\n"));
    } else if (options.has('c') && !options.has('L') && !options.has('l')) {
      task.out((named ? name + ":" : "") + count + "\n");
    }
  }

  private void show(String name, Line line, char mark) {
    if (options.has('c') || isSilent()) {
      return;
    }
    String prefix =
        (named ? name + mark : "") + (options.has('n') ? String.valueOf(line.number) + mark : "");
    if (options.has('o')) {
      matches(prefix, line);
    } else {
      String offset = options.has('b') ? String.valueOf(line.offset) + mark : "";
      task.out(prefix + offset + (colored && mark == ':' ? colored(line.text) : line.text) + "\n");
    }
  }

  private void matches(String prefix, Line line) {
    if (options.has('v')) {
      return;
    }
    for (Span span = patterns.find(line.text, 0); span != null; span = behind(line.text, span)) {
      if (span.to() > span.from()) {
        String offset = options.has('b') ? line.offset + span.from() + ":" : "";
        String text = line.text.substring(span.from(), span.to());
        task.out(prefix + offset + (colored ? RED + text + END : text) + "\n");
      }
    }
  }

  private @org.jspecify.annotations.Nullable Span behind(String text, Span span) {
    return patterns.find(text, span.to() > span.from() ? span.to() : span.to() + 1);
  }

  private String colored(String text) {
    var out = new StringBuilder();
    int from = 0;
    for (Span span = patterns.find(text, 0);
        span != null && !options.has('v');
        span = behind(text, span)) {
      if (span.to() > span.from()) {
        out.append(text, from, span.from())
            .append(RED)
            .append(text, span.from(), span.to())
            .append(END);
        from = span.to();
      }
    }
    return out.append(text.substring(from)).toString();
  }
}

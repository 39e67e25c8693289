package io.honeypods.ssh.command;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Input;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;

/** {@code grep}, {@code egrep} and {@code fgrep}. */
final class Grep {
  private final Task task;
  private final Options options;
  private final List<Pattern> patterns = new ArrayList<>();
  private boolean found;
  private boolean failed;
  private boolean named;

  private Grep(Task task, Options options) {
    this.task = task;
    this.options = options;
  }

  static int run(Task task) {
    Options options =
        Options.of(
            task,
            2,
            "EFGPivnclLoqsrRhHwxae:f:m:A:B:C:UzZI",
            "ignore-case=i",
            "invert-match=v",
            "line-number=n",
            "count=c",
            "files-with-matches=l",
            "only-matching=o",
            "quiet=q",
            "silent=q",
            "recursive=r",
            "extended-regexp=E",
            "fixed-strings=F",
            "color=a",
            "colour=a",
            "word-regexp=w",
            "no-messages=s",
            "max-count=m",
            "include=U",
            "exclude=z",
            "regexp=e",
            "text=a",
            "perl-regexp=P",
            "no-filename=h",
            "with-filename=H");
    return new Grep(task, options).search();
  }

  private int search() {
    var operands = new ArrayList<>(options.operands());
    var expressions = new ArrayList<>(options.values('e'));
    if (expressions.isEmpty()) {
      if (operands.isEmpty()) {
        task.err(
            "Usage: grep [OPTION]... PATTERNS [FILE]...\n"
                + "Try 'grep --help' for more information.\n");
        return 2;
      }
      expressions.add(operands.removeFirst());
    }
    for (String expression : expressions) {
      for (String each : expression.split("\n", -1)) {
        if (!add(each)) {
          return task.fail(2, "Invalid regular expression");
        }
      }
    }
    boolean recursive = options.has('r') || options.has('R');
    if (operands.isEmpty()) {
      operands.add(recursive ? "." : "-");
    }
    named = !options.has('h') && (options.has('H') || operands.size() > 1 || recursive);
    for (String operand : operands) {
      look(operand, recursive);
      if (found && options.has('q')) {
        return 0;
      }
    }
    return failed ? 2 : found ? 0 : 1;
  }

  private boolean add(String text) {
    boolean fixed = options.has('F') || task.name().equals("fgrep");
    boolean extended = options.has('E') || options.has('P') || task.name().equals("egrep");
    String shaped = fixed ? Pattern.quote(text) : text;
    Pattern pattern = Regex.of(shaped, extended || fixed, options.has('i'));
    if (pattern != null && options.has('w')) {
      pattern = Pattern.compile("\\b(?:" + pattern.pattern() + ")\\b", pattern.flags());
    }
    if (pattern != null && options.has('x')) {
      pattern = Pattern.compile("^(?:" + pattern.pattern() + ")$", pattern.flags());
    }
    if (pattern != null) {
      patterns.add(pattern);
    }
    return pattern != null;
  }

  private void look(String operand, boolean recursive) {
    if (!operand.equals("-") && task.files().isDirectory(operand)) {
      if (recursive) {
        names(operand)
            .forEach(
                name ->
                    look(
                        operand.equals(".") && options.operands().size() < 2
                            ? name
                            : Paths.child(operand, name),
                        true));
      } else {
        task.fail(2, operand + ": Is a directory");
        failed = true;
      }
      return;
    }
    try {
      Input input = operand.equals("-") ? task.input() : task.files().open(operand);
      file(operand.equals("-") ? "(standard input)" : operand, input);
    } catch (Fault fault) {
      failed = true;
      if (!options.has('s')) {
        task.fail(2, operand + ": " + fault.text());
      }
    }
  }

  private List<String> names(String directory) {
    try {
      return task.files().list(directory);
    } catch (Fault fault) {
      failed = true;
      task.fail(2, directory + ": " + fault.text());
      return List.of();
    }
  }

  private void file(String name, Input input) {
    long most = Math.max(0, Sizes.parse(options.value('m', "999999999")));
    int number = 0;
    int count = 0;
    int after = 0;
    int context = (int) Math.max(0, Sizes.parse(options.value('A', options.value('C', "0"))));
    String prefix = named ? name + ":" : "";
    for (String line = Lines.next(task, input);
        line != null && count < most;
        line = Lines.next(task, input)) {
      number++;
      String text = line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
      if (text.indexOf('\0') >= 0 && !options.has('a')) {
        if (matches(text)) {
          found = true;
          task.out(
              options.has('q') || options.has('c') || options.has('l')
                  ? ""
                  : "grep: " + name + ": binary file matches\n");
          break;
        }
        continue;
      }
      if (matches(text) == options.has('v')) {
        if (after-- > 0) {
          task.out(
              (named ? name + "-" : "") + (options.has('n') ? number + "-" : "") + text + "\n");
        }
        continue;
      }
      found = true;
      count++;
      after = context;
      if (options.has('q') || options.has('l')) {
        break;
      }
      if (!options.has('c') && !options.has('L')) {
        show(prefix + (options.has('n') ? number + ":" : ""), text);
      }
    }
    summary(name, prefix, count);
  }

  private void summary(String name, String prefix, int count) {
    if ((options.has('l') && count > 0) || (options.has('L') && count == 0)) {
      task.out(name + "\n");
    } else if (options.has('c') && !options.has('q') && !options.has('L') && !options.has('l')) {
      task.out(prefix + count + "\n");
    }
  }

  private boolean matches(String text) {
    task.work(text.length() * patterns.size() / 4);
    return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
  }

  private void show(String prefix, String text) {
    if (!options.has('o')) {
      task.out(prefix + text + "\n");
      return;
    }
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        if (!matcher.group().isEmpty()) {
          task.out(prefix + matcher.group() + "\n");
        }
      }
    }
  }
}

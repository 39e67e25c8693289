package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Debian;
import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Input;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.Wildcard;
import java.util.ArrayList;
import java.util.List;

/** {@code grep}, {@code egrep} and {@code fgrep}: which files they look into. */
final class Grep {
  private static final String HINT =
      "Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.\n";

  private final Task task;
  private final Options options;
  private final GrepFile file;
  private boolean failed;
  private int from;

  private Grep(Task task, Options options, GrepPatterns patterns, boolean named, int from) {
    this.task = task;
    this.options = options;
    this.file = new GrepFile(task, options, patterns, named);
    this.from = from;
  }

  static int run(Task task) {
    String version = task.machine().host().debian() == Debian.BOOKWORM ? "3.8" : "3.11";
    Options options =
        Options.of(
            task,
            new Manners(2, "grep (GNU grep) " + version, HINT),
            "EFGPiyvnclLoqsrRhHwxabe:f:m:A:B:C:U:z:ZIk?J:K:uW:",
            "ignore-case=i",
            "invert-match=v",
            "line-number=n",
            "count=c",
            "files-with-matches=l",
            "files-without-match=L",
            "only-matching=o",
            "quiet=q",
            "silent=q",
            "recursive=r",
            "dereference-recursive=R",
            "extended-regexp=E",
            "fixed-strings=F",
            "basic-regexp=G",
            "perl-regexp=P",
            "color=k",
            "colour=k",
            "word-regexp=w",
            "line-regexp=x",
            "no-messages=s",
            "max-count=m",
            "label=J",
            "exclude-dir=K",
            "line-buffered=u",
            "binary-files=W",
            "include=U",
            "exclude=z",
            "regexp=e",
            "file=f",
            "text=a",
            "byte-offset=b",
            "null=Z",
            "after-context=A",
            "before-context=B",
            "context=C",
            "no-filename=h",
            "with-filename=H");
    return start(task, options);
  }

  private static int start(Task task, Options options) {
    var operands = new ArrayList<>(options.operands());
    var expressions = new ArrayList<>(options.values('e'));
    for (String path : options.values('f')) {
      try {
        expressions.add(task.files().read(path).replaceFirst("\n$", ""));
      } catch (Fault fault) {
        return task.fail(2, path + ": " + fault.text());
      }
    }
    if (expressions.isEmpty()) {
      if (operands.isEmpty()) {
        task.err(HINT);
        return 2;
      }
      expressions.add(operands.removeFirst());
    }
    GrepPatterns patterns = GrepPatterns.of(task, options, expressions);
    if (patterns == null) {
      return 2;
    }
    boolean recursive = options.has('r') || options.has('R');
    boolean here = operands.isEmpty() && recursive;
    if (operands.isEmpty()) {
      operands.add(recursive ? "." : "-");
    }
    boolean named = !options.has('h') && (options.has('H') || operands.size() > 1 || recursive);
    return new Grep(task, options, patterns, named, here ? 2 : 0).search(operands);
  }

  private int search(List<String> operands) {
    boolean recursive = options.has('r') || options.has('R');
    for (String operand : operands) {
      look(operand, recursive, true);
      if (file.hasFound() && options.has('q')) {
        return 0;
      }
    }
    return failed ? 2 : file.hasFound() ? 0 : 1;
  }

  private void look(String operand, boolean recursive, boolean given) {
    if (!operand.equals("-") && task.files().isDirectory(operand)) {
      String name = Paths.name(operand);
      if (!given
          && options.values('K').stream().anyMatch(each -> Wildcard.of(each).matches(name))) {
        return;
      }
      if (recursive) {
        names(operand).forEach(each -> look(Paths.child(operand, each), true, false));
      } else {
        task.fail(2, operand + ": Is a directory");
        failed = true;
      }
      return;
    }
    if (!given && isLeftOut(Paths.name(operand))) {
      return;
    }
    try {
      Input input = operand.equals("-") ? task.input() : task.files().open(operand);
      file.search(
          operand.equals("-")
              ? options.value('J', "(standard input)")
              : operand.substring(Math.min(from, operand.length())),
          input);
    } catch (Fault fault) {
      failed = true;
      if (!options.has('s')) {
        task.fail(2, operand + ": " + fault.text());
      }
    }
  }

  private boolean isLeftOut(String name) {
    boolean included =
        !options.has('U')
            || options.values('U').stream().anyMatch(each -> Wildcard.of(each).matches(name));
    return !included
        || options.values('z').stream().anyMatch(each -> Wildcard.of(each).matches(name));
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
}

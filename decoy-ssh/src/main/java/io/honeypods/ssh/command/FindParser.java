package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the expression of {@code find}. */
final class FindParser {
  private static final int MAX_DEPTH = 60;

  private final List<String> words;
  private final FindSearch search;
  private final FindTests tests;
  private final FindActions actions;
  private int at;
  private int depth;
  private boolean acts;

  FindParser(Task task, FindSearch search, List<String> words) {
    this.words = words;
    this.search = search;
    this.tests = new FindTests(task);
    this.actions = new FindActions(task, search);
  }

  /** What is done for each file: it is printed where nothing else is asked for. */
  FindNode parse() {
    FindNode node = words.isEmpty() ? _ -> true : either();
    if (at < words.size()) {
      throw new FindProblem(
          words.get(at).equals(")")
              ? "invalid expression; you have too many ')'"
              : "paths must precede expression: `" + words.get(at) + "'");
    }
    return acts ? node : file -> node.holds(file) && actions.print(file.path(), "\n");
  }

  private boolean is(String... any) {
    return at < words.size() && List.of(any).contains(words.get(at));
  }

  private FindNode either() {
    FindNode left = both();
    while (is("-o", "-or", ",")) {
      boolean list = words.get(at++).equals(",");
      FindNode before = left;
      FindNode right = both();
      left =
          list
              ? file -> {
                before.holds(file);
                return right.holds(file);
              }
              : file -> before.holds(file) || right.holds(file);
    }
    return left;
  }

  private FindNode both() {
    FindNode left = not();
    while (at < words.size() && !is("-o", "-or", ",", ")")) {
      at += is("-a", "-and") ? 1 : 0;
      FindNode before = left;
      FindNode right = not();
      left = file -> before.holds(file) && right.holds(file);
    }
    return left;
  }

  private FindNode not() {
    if (++depth > MAX_DEPTH) {
      throw new FindProblem("expression nesting level exceeded");
    }
    try {
      if (is("!", "-not")) {
        at++;
        FindNode inner = not();
        return file -> !inner.holds(file);
      }
      if (is("(")) {
        at++;
        FindNode inner = either();
        if (!is(")")) {
          throw new FindProblem("invalid expression; expected to find a ')' but didn't see one.");
        }
        at++;
        return inner;
      }
      return primary();
    } finally {
      depth--;
    }
  }

  private FindNode primary() {
    if (at >= words.size()) {
      throw new FindProblem("expected an expression after '" + words.getLast() + "'");
    }
    String word = words.get(at++);
    if ((word.startsWith("-exec") && !word.equals("-executable"))
        || word.equals("-ok")
        || word.equals("-okdir")) {
      acts = true;
      return command(word);
    }
    FindNode option = option(word);
    if (option != null) {
      return option;
    }
    FindNode action = actions.action(word, () -> argument(word));
    if (action != null) {
      acts |= !word.equals("-prune");
      return action;
    }
    FindNode test = tests.test(word, () -> argument(word));
    if (test == null) {
      throw new FindProblem(
          word.startsWith("-")
              ? "unknown predicate `" + word + "'"
              : "paths must precede expression: `" + word + "'");
    }
    return test;
  }

  private String argument(String word) {
    if (at >= words.size()) {
      throw new FindProblem("missing argument to `" + word + "'");
    }
    return words.get(at++);
  }

  private @Nullable FindNode option(String word) {
    switch (word) {
      case "-maxdepth" -> search.depths(0, level(word));
      case "-mindepth" -> search.depths(level(word), Integer.MAX_VALUE);
      case "-depth", "-d" -> search.late();
      case "-xdev", "-mount", "-follow", "-noleaf", "-warn", "-nowarn", "-daystart" -> {}
      default -> {
        return null;
      }
    }
    return _ -> true;
  }

  private int level(String word) {
    String text = argument(word);
    if (!text.matches("[0-9]{1,6}")) {
      throw new FindProblem(
          "Expected a positive decimal integer argument to " + word + ", but got '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  private FindNode command(String word) {
    int start = at;
    while (at < words.size()) {
      boolean many = words.get(at).equals("+") && at > start && words.get(at - 1).equals("{}");
      if (words.get(at).equals(";") || many) {
        List<String> argv = List.copyOf(words.subList(start, many ? at - 1 : at));
        at++;
        return many ? search.gather(argv) : actions.each(argv);
      }
      at++;
    }
    throw new FindProblem("missing argument to `" + word + "'");
  }
}

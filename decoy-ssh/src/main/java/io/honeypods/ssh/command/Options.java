package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Exit;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The options and operands of a program, read as getopt_long reads them. */
final class Options {
  private final Map<Character, List<String>> values = new HashMap<>();
  private final List<String> operands = new ArrayList<>();

  private Options() {}

  /**
   * Reads them, or ends the task with an error.
   *
   * @param letters those that are known, a colon behind those that take a value
   * @param names what long names stand for, such as {@code all=a}
   */
  static Options of(Task task, int failure, String letters, String... names) {
    return read(task, false, failure, letters, names);
  }

  /** Reads those before the first operand: what follows is for a command. */
  static Options leading(Task task, int failure, String letters, String... names) {
    return read(task, true, failure, letters, names);
  }

  private static Options read(
      Task task, boolean leading, int failure, String letters, String... names) {
    var options = new Options();
    List<String> words = task.operands();
    int at = 0;
    while (at < words.size()) {
      String word = words.get(at++);
      if (word.equals("--")) {
        options.operands.addAll(words.subList(at, words.size()));
        break;
      }
      if (word.startsWith("--")) {
        at +=
            options.named(
                task, failure, word, letters, names, at < words.size() ? words.get(at) : null);
      } else if (word.startsWith("-") && word.length() > 1) {
        at +=
            options.lettered(
                task, failure, word, letters, at < words.size() ? words.get(at) : null);
      } else if (leading) {
        options.operands.addAll(words.subList(at - 1, words.size()));
        break;
      } else {
        options.operands.add(word);
      }
    }
    return options;
  }

  private int lettered(
      Task task,
      int failure,
      String word,
      String letters,
      @org.jspecify.annotations.Nullable String next) {
    for (int i = 1; i < word.length(); i++) {
      char letter = word.charAt(i);
      int known = letter == ':' ? -1 : letters.indexOf(letter);
      if (known < 0) {
        task.err("%s: invalid option -- '%c'%n".formatted(task.name(), letter));
        throw hint(task, failure);
      }
      if (known + 1 < letters.length() && letters.charAt(known + 1) == ':') {
        if (i + 1 < word.length()) {
          add(letter, word.substring(i + 1));
          return 0;
        }
        if (next == null) {
          task.err("%s: option requires an argument -- '%c'%n".formatted(task.name(), letter));
          throw hint(task, failure);
        }
        add(letter, next);
        return 1;
      }
      add(letter, "");
    }
    return 0;
  }

  private int named(
      Task task,
      int failure,
      String word,
      String letters,
      String[] names,
      @org.jspecify.annotations.Nullable String next) {
    int equals = word.indexOf('=');
    String name = word.substring(2, equals < 0 ? word.length() : equals);
    if (name.equals("help")) {
      task.out("Usage: " + task.name() + " [OPTION]... [FILE]...\n");
      throw new Exit(0);
    }
    if (name.equals("version")) {
      task.out(
          "%s (GNU coreutils) %s%n"
              .formatted(task.name(), task.machine().host().debian().coreutils()));
      throw new Exit(0);
    }
    for (String each : names) {
      int split = each.indexOf('=');
      if (each.substring(0, split).startsWith(name) && !name.isEmpty()) {
        char letter = each.charAt(split + 1);
        int known = letters.indexOf(letter);
        boolean takes =
            known >= 0 && known + 1 < letters.length() && letters.charAt(known + 1) == ':';
        boolean separate = takes && equals < 0 && next != null;
        add(
            letter,
            equals >= 0 ? word.substring(equals + 1) : separate ? String.valueOf(next) : "");
        return separate ? 1 : 0;
      }
    }
    task.err("%s: unrecognized option '%s'%n".formatted(task.name(), word));
    throw hint(task, failure);
  }

  private static Exit hint(Task task, int failure) {
    task.err("Try '" + task.name() + " --help' for more information.\n");
    return new Exit(failure);
  }

  private void add(char letter, String value) {
    values.computeIfAbsent(letter, _ -> new ArrayList<>()).add(value);
  }

  boolean has(char letter) {
    return values.containsKey(letter);
  }

  /** The last value of an option, or what stands in for it. */
  String value(char letter, String fallback) {
    List<String> all = values.get(letter);
    return all == null ? fallback : all.getLast();
  }

  List<String> values(char letter) {
    return values.getOrDefault(letter, List.of());
  }

  List<String> operands() {
    return operands;
  }

  /** The operands, or an error that there is none. */
  List<String> some(Task task, String missing) {
    if (operands.isEmpty()) {
      task.err(task.name() + ": " + missing + "\n");
      throw hint(task, 1);
    }
    return operands;
  }
}

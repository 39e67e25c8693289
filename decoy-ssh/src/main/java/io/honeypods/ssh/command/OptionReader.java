package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads options as getopt_long does.
 *
 * @param letters those that are known, a colon behind those that take a value, a question mark
 *     behind those that may have one joined to them
 * @param names what long names stand for, such as {@code all=a}
 */
record OptionReader(Task task, Manners manners, String letters, List<String> names) {

  /** Reads all words, or those before the first operand where the rest is for a command. */
  Options read(boolean leading) {
    var read = new Reading(new HashMap<>(), new ArrayList<>());
    List<String> words = task.operands();
    int at = 0;
    while (at < words.size()) {
      String word = words.get(at++);
      if (word.equals("--")) {
        read.operands.addAll(words.subList(at, words.size()));
        break;
      }
      if (word.startsWith("--")) {
        at += named(read, word, words.subList(at, words.size()));
      } else if (word.startsWith("-") && word.length() > 1) {
        at += lettered(read, word, words.subList(at, words.size()));
      } else if (leading) {
        read.operands.addAll(words.subList(at - 1, words.size()));
        break;
      } else {
        read.operands.add(word);
      }
    }
    return new Options(manners, read.values, read.operands);
  }

  private record Reading(Map<Character, List<String>> values, List<String> operands) {
    void add(char letter, String value) {
      values.computeIfAbsent(letter, _ -> new ArrayList<>()).add(value);
    }
  }

  private boolean marked(char letter, char mark) {
    int known = letters.indexOf(letter);
    return known >= 0 && known + 1 < letters.length() && letters.charAt(known + 1) == mark;
  }

  /** How many of the words behind it belong to a word. */
  private int lettered(Reading read, String word, List<String> rest) {
    for (int i = 1; i < word.length(); i++) {
      char letter = word.charAt(i);
      if (":?".indexOf(letter) >= 0 || letters.indexOf(letter) < 0) {
        throw manners.complain(task, "invalid option -- '" + letter + "'");
      }
      String joined = word.substring(i + 1);
      if (marked(letter, '?')) {
        read.add(letter, joined);
        return 0;
      }
      if (marked(letter, ':')) {
        if (joined.isEmpty() && rest.isEmpty()) {
          throw manners.complain(task, "option requires an argument -- '" + letter + "'");
        }
        read.add(letter, joined.isEmpty() ? rest.getFirst() : joined);
        return joined.isEmpty() ? 1 : 0;
      }
      read.add(letter, "");
    }
    return 0;
  }

  private int named(Reading read, String word, List<String> rest) {
    int equals = word.indexOf('=');
    String name = word.substring(2, equals < 0 ? word.length() : equals);
    if (name.equals("help")) {
      throw manners.help(task);
    }
    if (name.equals("version")) {
      throw manners.tellVersion(task);
    }
    String found = find(name);
    if (found == null) {
      throw manners.complain(task, "unrecognized option '" + word + "'");
    }
    char letter = found.charAt(found.length() - 1);
    boolean takes = marked(letter, ':') && equals < 0;
    if (takes && rest.isEmpty()) {
      throw manners.complain(
          task, "option '--" + found.substring(0, found.indexOf('=')) + "' requires an argument");
    }
    read.add(letter, equals >= 0 ? word.substring(equals + 1) : takes ? rest.getFirst() : "");
    return takes ? 1 : 0;
  }

  private @org.jspecify.annotations.Nullable String find(String name) {
    String begun = null;
    for (String each : names) {
      if (each.startsWith(name + "=")) {
        return each;
      }
      begun = begun == null && !name.isEmpty() && each.startsWith(name) ? each : begun;
    }
    return begun;
  }
}

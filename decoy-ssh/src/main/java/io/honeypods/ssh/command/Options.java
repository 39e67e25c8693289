package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.util.List;
import java.util.Map;

/** The options and operands of a program. */
record Options(Manners manners, Map<Character, List<String>> values, List<String> operands) {

  /**
   * Reads them, or ends the task with an error.
   *
   * @param letters and
   * @param names as {@link OptionReader} has them
   */
  static Options of(Task task, int failure, String letters, String... names) {
    return of(task, Manners.of(failure), letters, names);
  }

  static Options of(Task task, Manners manners, String letters, String... names) {
    return new OptionReader(task, manners, letters, List.of(names)).read(false);
  }

  /** Reads those before the first operand: what follows is for a command. */
  static Options leading(Task task, int failure, String letters, String... names) {
    return new OptionReader(task, Manners.of(failure), letters, List.of(names)).read(true);
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

  /** The operands, or an error that there is none. */
  List<String> some(Task task, String missing) {
    if (operands.isEmpty()) {
      throw new Manners(1, "", manners.hint()).complain(task, missing);
    }
    return operands;
  }
}

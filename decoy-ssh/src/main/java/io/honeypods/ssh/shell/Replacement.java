package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Task;

/** {@code ${name/pattern/text}}. */
final class Replacement {
  private Replacement() {}

  static String of(Task task, String value, String operand, String operator) {
    int slash = slash(operand);
    String pattern = slash < 0 ? operand : operand.substring(0, slash);
    String text = slash < 0 ? "" : Marks.plain(operand.substring(slash + 1));
    if (pattern.isEmpty()) {
      return value;
    }
    var result = new StringBuilder();
    int at = 0;
    boolean done = false;
    while (at < value.length()) {
      int end = done ? -1 : match(task, value, at, pattern, operator);
      if (end > at) {
        result.append(text);
        at = end;
        done = !operator.equals("//");
      } else {
        result.append(value.charAt(at++));
      }
      done |= operator.equals("/#");
      task.machine().requireMemory(result.length());
    }
    return result.toString();
  }

  private static int match(Task task, String value, int from, String pattern, String operator) {
    int least = operator.equals("/%") ? value.length() : from + 1;
    for (int end = value.length(); end >= least; end--) {
      task.work((end - from) / 8);
      if (Glob.matches(pattern, value.substring(from, end))) {
        return end;
      }
    }
    return -1;
  }

  private static int slash(String operand) {
    for (int i = 0; i < operand.length(); i++) {
      if (Marks.pattern(operand.charAt(i)) == '/') {
        return i;
      }
    }
    return -1;
  }
}

package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.Wildcard;

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
    Wildcard wildcard = Wildcard.of(Marks.escaped(pattern));
    if (operator.equals("/%")) {
      int at = wildcard.affordable(task, value.length()).suffix(value, true);
      return at < 0 ? value : value.substring(0, at) + text;
    }
    var result = new StringBuilder();
    int at = 0;
    boolean done = false;
    while (at < value.length() && !done) {
      int left = value.length() - at;
      int end = wildcard.affordable(task, left).prefix(value, at, true);
      if (end > at) {
        result.append(text);
        done = !operator.equals("//");
        at = end;
      } else {
        result.append(value.charAt(at++));
      }
      done |= operator.equals("/#");
      task.machine().requireMemory(result.length());
    }
    return result.append(value, at, value.length()).toString();
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

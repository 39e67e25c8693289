package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.util.List;

/** Programs that work out an expression. */
final class ExprCommands {
  private ExprCommands() {}

  static int expr(Task task) {
    List<String> w = task.operands();
    if (w.size() == 3 && w.get(0).matches("-?[0-9]{1,15}") && w.get(2).matches("-?[0-9]{1,15}")) {
      long a = Long.parseLong(w.get(0));
      long b = Long.parseLong(w.get(2));
      if ("/%".contains(w.get(1)) && b == 0) {
        return task.fail(2, "division by zero");
      }
      long value =
          switch (w.get(1)) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "%" -> a % b;
            case "<" -> a < b ? 1 : 0;
            case ">" -> a > b ? 1 : 0;
            case "=", "==" -> a == b ? 1 : 0;
            default -> a != b ? 1 : 0;
          };
      task.out(value + "\n");
      return value == 0 ? 1 : 0;
    }
    if (w.size() == 2 && w.getFirst().equals("length")) {
      task.out(w.get(1).length() + "\n");
      return 0;
    }
    if (w.size() == 1) {
      task.out(w.getFirst() + "\n");
      return w.getFirst().isEmpty() || w.getFirst().equals("0") ? 1 : 0;
    }
    task.err(
        w.isEmpty()
            ? "expr: missing operand\nTry 'expr --help' for more information.\n"
            : "expr: syntax error: unexpected argument '" + w.getLast() + "'\n");
    return 2;
  }
}

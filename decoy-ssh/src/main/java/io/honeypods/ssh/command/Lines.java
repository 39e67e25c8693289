package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Input;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What programs read: files by their names, or the standard input. */
final class Lines {
  private Lines() {}

  /** Opens an operand; null, with an error said, where it cannot be. */
  static @Nullable Input open(Task task, String operand) {
    if (operand.equals("-")) {
      return task.input();
    }
    try {
      return task.files().isDirectory(operand)
          ? directory(task, operand)
          : task.files().open(operand);
    } catch (Fault fault) {
      task.fail(1, problem(task.name(), operand) + ": " + fault.text());
      return null;
    }
  }

  private static String problem(String program, String operand) {
    return switch (program) {
      case "sort" -> "cannot read: " + operand;
      case "rev" -> "cannot open " + operand;
      case "tac" -> "failed to open '" + operand + "' for reading";
      default -> operand;
    };
  }

  private static @Nullable Input directory(Task task, String operand) {
    task.fail(1, operand + ": Is a directory");
    return null;
  }

  /** Each operand with its input; the status that errors leave. */
  static int each(Task task, List<String> operands, BiConsumer<String, Input> action) {
    int status = 0;
    for (String operand : operands.isEmpty() ? List.of("-") : operands) {
      Input input = open(task, operand);
      if (input == null) {
        status = 1;
      } else {
        action.accept(operand, input);
      }
    }
    return status;
  }

  /** Each line without its end, of all operands. */
  static int of(Task task, List<String> operands, Consumer<String> action) {
    return each(task, operands, (_, input) -> of(task, input, action));
  }

  static void of(Task task, Input input, Consumer<String> action) {
    for (String line = next(task, input); line != null; line = next(task, input)) {
      action.accept(line.endsWith("\n") ? line.substring(0, line.length() - 1) : line);
    }
  }

  /** The next line with its end; null at the end. */
  static @Nullable String next(Task task, Input input) {
    var line = new StringBuilder();
    for (String piece = input.readTo(task, '\n'); piece != null; piece = input.readTo(task, '\n')) {
      line.append(piece);
      if (piece.endsWith("\n")) {
        return line.toString();
      }
      task.machine().requireMemory(line.length());
    }
    return line.isEmpty() ? null : line.toString();
  }

  /** Everything of an input. */
  static String all(Task task, Input input) {
    var all = new StringBuilder();
    for (String piece = input.read(task); piece != null; piece = input.read(task)) {
      all.append(piece);
      task.machine().requireMemory(all.length());
    }
    return all.toString();
  }

  /** All lines of all operands. */
  static List<String> list(Task task, List<String> operands) {
    var lines = new ArrayList<String>();
    of(task, operands, lines::add);
    return lines;
  }
}

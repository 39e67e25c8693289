package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files and assignments behind a program of {@code awk}, read one after the other. */
final class AwkOperands {
  private final Task task;
  private final AwkVariables variables;
  private @Nullable AwkReader reader;
  private int at = 1;
  private boolean any;
  private int status;

  AwkOperands(Task task, AwkVariables variables, List<String> operands) {
    this.task = task;
    this.variables = variables;
    variables.put("ARGV", "0", AwkValue.of(task.name()));
    for (int i = 0; i < operands.size(); i++) {
      variables.put("ARGV", String.valueOf(i + 1), AwkValue.input(operands.get(i)));
    }
    variables.set("ARGC", AwkValue.of(operands.size() + 1.0));
    variables.set("NR", AwkValue.of(0));
    variables.set("FNR", AwkValue.of(0));
  }

  int status() {
    return status;
  }

  /** The next record of them all; null at the end. */
  @Nullable String next() {
    while (true) {
      AwkReader current = reader;
      if (current == null) {
        current = open();
        if (current == null) {
          return null;
        }
        reader = current;
      }
      String text = current.next(variables.get("RS").text());
      if (text != null) {
        count();
        variables.set("FNR", AwkValue.of(variables.get("FNR").number() + 1));
        return text;
      }
      reader = null;
    }
  }

  void count() {
    variables.set("NR", AwkValue.of(variables.get("NR").number() + 1));
  }

  /** Passes what is left of the file. */
  void skipFile() {
    reader = null;
  }

  private @Nullable AwkReader open() {
    double count = variables.get("ARGC").number();
    while (at < count) {
      AwkValue operand =
          variables.cell("ARGV").array().getOrDefault(String.valueOf(at++), AwkValue.NONE);
      String text = operand.text();
      int equals = text.indexOf('=');
      if (equals > 0 && text.substring(0, equals).matches("[A-Za-z_][A-Za-z0-9_]*")) {
        variables.set(
            text.substring(0, equals),
            AwkValue.input(AwkText.unescape(text.substring(equals + 1))));
      } else if (!text.isEmpty()) {
        any = true;
        return opened(text);
      }
    }
    if (any) {
      return null;
    }
    any = true;
    return new AwkReader(task, task.input());
  }

  private AwkReader opened(String path) {
    variables.set("FILENAME", AwkValue.input(path));
    variables.set("FNR", AwkValue.of(0));
    try {
      if (path.equals("-") || path.equals("/dev/stdin")) {
        return new AwkReader(task, task.input());
      }
      if (task.files().isDirectory(path)) {
        throw new AwkFault(task).plain("read error (Is a directory)");
      }
      return new AwkReader(task, task.files().open(path));
    } catch (Fault fault) {
      throw new AwkFault(task).plain("cannot open " + path + " (" + fault.text() + ")");
    }
  }
}

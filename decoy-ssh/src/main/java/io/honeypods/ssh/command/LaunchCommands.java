package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Programs that run another in surroundings of its own. */
final class LaunchCommands {
  private LaunchCommands() {}

  /** {@code nohup}, {@code nice} and others that run a command behind their own options. */
  static int prefix(Task task) {
    List<String> words = task.operands();
    int at = 0;
    while (at < words.size() && words.get(at).startsWith("-")) {
      at += words.get(at).matches("-[nksoe]") ? 2 : 1;
    }
    if (at >= words.size() && task.name().equals("nice")) {
      task.out("0\n");
      return 0;
    }
    if (at >= words.size()) {
      task.err(
          "%1$s: missing operand%nTry '%1$s --help' for more information.%n"
              .formatted(task.name()));
      return 125;
    }
    if (task.name().equals("nohup")
        && task.terminal() != null
        && task.outputs().get(1) == task.terminal()) {
      task.err("nohup: ignoring input and appending output to 'nohup.out'\n");
      try {
        task.outputs().put(1, task.files().create("nohup.out", true));
      } catch (Fault fault) {
        return task.fail(125, "failed to open 'nohup.out': " + fault.text());
      }
    }
    List<String> command = words.subList(at, words.size());
    int status = task.execute(command);
    return status == 127 ? notFound(task, command.getFirst()) : status;
  }

  static int notFound(Task task, String name) {
    return task.fail(127, "failed to run command '" + name + "': No such file or directory");
  }

  static int env(Task task) {
    Map<String, String> environment = new LinkedHashMap<>(task.environment());
    List<String> words = task.operands();
    int at = 0;
    while (at < words.size() && (words.get(at).startsWith("-") || words.get(at).indexOf('=') > 0)) {
      String word = words.get(at++);
      if (word.equals("-i") || word.equals("-")) {
        environment.clear();
      } else if (word.equals("-u") && at < words.size()) {
        environment.remove(words.get(at++));
      } else if (word.indexOf('=') > 0) {
        environment.put(
            word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
      }
    }
    if (at >= words.size()) {
      environment.forEach((name, value) -> task.out(name + "=" + value + "\n"));
      return 0;
    }
    task.environment().clear();
    task.environment().putAll(environment);
    int status = task.execute(words.subList(at, words.size()));
    return status == 127
        ? task.fail(127, "'" + words.get(at) + "': No such file or directory")
        : status;
  }

  static int printenv(Task task) {
    int status = 0;
    for (String name : task.operands()) {
      String value = task.environment().get(name);
      status = value == null ? 1 : status;
      task.out(value == null ? "" : value + "\n");
    }
    if (task.operands().isEmpty()) {
      task.environment().forEach((name, value) -> task.out(name + "=" + value + "\n"));
    }
    return status;
  }
}

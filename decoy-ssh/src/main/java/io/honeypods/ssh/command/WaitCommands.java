package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.time.Duration;
import java.util.List;

/** Programs that let time pass. */
final class WaitCommands {
  private static final double FOREVER = 1e9;

  private WaitCommands() {}

  static int sleep(Task task) {
    if (task.operands().isEmpty()) {
      task.err("sleep: missing operand\nTry 'sleep --help' for more information.\n");
      return 1;
    }
    double seconds = 0;
    for (String word : task.operands()) {
      if (!isInterval(word)) {
        task.err(
            "sleep: invalid time interval '"
                + word
                + "'\nTry 'sleep --help' for more information.\n");
        return 1;
      }
      seconds += seconds(word);
    }
    task.sleep(Duration.ofMillis((long) (Math.min(seconds, FOREVER) * 1000)));
    return 0;
  }

  static boolean isInterval(String word) {
    return word.matches("[0-9]{0,9}(\\.[0-9]{1,9})?[smhd]?|inf(inity)?");
  }

  static double seconds(String word) {
    if (word.startsWith("inf")) {
      return FOREVER;
    }
    String digits = word.replaceFirst("[smhd]$", "");
    double unit =
        word.endsWith("m") ? 60 : word.endsWith("h") ? 3600 : word.endsWith("d") ? 86_400 : 1;
    return digits.isEmpty() || digits.equals(".") ? 0 : Double.parseDouble(digits) * unit;
  }

  static int watch(Task task) {
    List<String> words = task.operands();
    int at = 0;
    while (at < words.size() && words.get(at).startsWith("-")) {
      at += words.get(at).equals("-n") ? 2 : 1;
    }
    if (at >= words.size()) {
      task.err("\nUsage:\n watch [options] command\n");
      return 1;
    }
    while (true) {
      task.out(
          "\u001b[H\u001b[2JEvery 2.0s: "
              + String.join(" ", words.subList(at, words.size()))
              + "\n\n");
      task.execute(List.of("sh", "-c", String.join(" ", words.subList(at, words.size()))));
      task.sleep(Duration.ofSeconds(2));
    }
  }
}

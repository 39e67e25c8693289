package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.math.BigDecimal;
import java.util.List;

/** {@code seq}. */
final class Seq {
  private Seq() {}

  static int seq(Task task) {
    List<String> words = task.operands();
    String separator = "\n";
    String format = "";
    boolean wide = false;
    int at = 0;
    while (at < words.size() && words.get(at).matches("-[sfw].*|--")) {
      String word = words.get(at++);
      wide |= word.equals("-w");
      String value =
          word.length() > 2 ? word.substring(2) : at < words.size() && !wide ? words.get(at) : "";
      if (word.startsWith("-s") || word.startsWith("-f")) {
        at += word.length() > 2 ? 0 : 1;
        separator = word.startsWith("-s") ? value : separator;
        format = word.startsWith("-f") ? value : format;
      }
    }
    List<String> numbers = words.subList(Math.min(at, words.size()), words.size());
    if (numbers.isEmpty()) {
      throw Manners.of(1).complain(task, "missing operand");
    }
    for (String each : numbers) {
      if (!each.matches("[-+]?([0-9]{1,15}(\\.[0-9]{0,9})?|\\.[0-9]{1,9})")) {
        throw Manners.of(1).complain(task, "invalid floating point argument: '" + each + "'");
      }
    }
    return count(task, numbers, separator, format, wide);
  }

  private static int count(
      Task task, List<String> numbers, String separator, String format, boolean wide) {
    var first = new BigDecimal(numbers.size() > 1 ? numbers.getFirst() : "1");
    var step = new BigDecimal(numbers.size() > 2 ? numbers.get(1) : "1");
    var last = new BigDecimal(numbers.getLast());
    if (step.signum() == 0) {
      throw Manners.of(1).complain(task, "invalid Zero increment value: '" + numbers.get(1) + "'");
    }
    int scale = Math.max(first.scale(), step.scale());
    int width =
        wide
            ? Math.max(
                first.setScale(scale).toPlainString().length(),
                last.setScale(Math.max(scale, last.scale())).toPlainString().length())
            : 0;
    String before = "";
    for (BigDecimal i = first;
        step.signum() > 0 ? i.compareTo(last) <= 0 : i.compareTo(last) >= 0;
        i = i.add(step)) {
      task.out(before + shown(i.setScale(scale), format, width));
      before = separator;
    }
    task.out(before.isEmpty() ? "" : "\n");
    return 0;
  }

  private static String shown(BigDecimal number, String format, int width) {
    if (!format.isEmpty()) {
      return AwkFormat.of(format, List.of(AwkValue.of(number.doubleValue())));
    }
    String text = number.abs().toPlainString();
    String sign = number.signum() < 0 ? "-" : "";
    return sign + "0".repeat(Math.max(0, width - text.length() - sign.length())) + text;
  }
}

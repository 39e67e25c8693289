package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Input;
import io.honeypods.ssh.host.Task;
import java.util.List;

/** {@code split}: a file cut into files of its lines or bytes. */
final class Split {
  private static final int MAX_PARTS = 676;

  private final Task task;
  private final Options options;
  private final String prefix;
  private int count;

  private Split(Task task, Options options, String prefix) {
    this.task = task;
    this.options = options;
    this.prefix = prefix;
  }

  static int run(Task task) {
    Options options =
        Options.of(
            task,
            1,
            "l:b:C:n:d?x?a:A:V",
            "lines=l",
            "bytes=b",
            "line-bytes=C",
            "number=n",
            "numeric-suffixes=d",
            "hex-suffixes=x",
            "suffix-length=a",
            "additional-suffix=A",
            "verbose=V");
    List<String> operands = options.operands();
    if (operands.size() > 2) {
      throw options.manners().complain(task, "extra operand '" + operands.get(2) + "'");
    }
    String name = operands.isEmpty() ? "-" : operands.getFirst();
    try {
      Input input = name.equals("-") ? task.input() : task.files().open(name);
      return new Split(task, options, operands.size() > 1 ? operands.get(1) : "x").cut(input);
    } catch (Fault fault) {
      return task.fail(1, "cannot open '" + name + "' for reading: " + fault.text());
    }
  }

  private int cut(Input input) {
    boolean bytes = options.has('b') || options.has('C');
    String text = bytes ? options.value('b', options.value('C', "")) : options.value('l', "1000");
    long size = Sizes.parse(text);
    String all = Lines.all(task, input);
    if (options.has('n')) {
      long parts = Sizes.parse(options.value('n', "").replaceFirst("^[lr]/", ""));
      if (parts < 1) {
        return task.fail(1, "invalid number of chunks: '" + options.value('n', "") + "'");
      }
      return pieces(all, (int) Math.max(1, all.length() / parts), (int) parts);
    }
    if (size < 1) {
      return task.fail(1, "invalid number of " + (bytes ? "bytes" : "lines") + ": '" + text + "'");
    }
    return bytes
        ? pieces(all, (int) Math.min(size, Integer.MAX_VALUE), Integer.MAX_VALUE)
        : lines(all, size);
  }

  private int pieces(String all, int size, int most) {
    int at = 0;
    while (at < all.length()) {
      int end = count == most - 1 ? all.length() : Math.min(all.length(), at + size);
      if (!write(all.substring(at, end))) {
        return 1;
      }
      at = end;
    }
    return 0;
  }

  private int lines(String all, long size) {
    int at = 0;
    while (at < all.length()) {
      int end = at;
      for (long i = 0; i < size && end < all.length(); i++) {
        int next = all.indexOf('\n', end);
        end = next < 0 ? all.length() : next + 1;
      }
      if (!write(all.substring(at, end))) {
        return 1;
      }
      at = end;
    }
    return 0;
  }

  private boolean write(String text) {
    if (count >= MAX_PARTS) {
      task.fail(1, "output file suffixes exhausted");
      return false;
    }
    String name = prefix + suffix(count++) + options.value('A', "");
    task.out(options.has('V') ? "creating file '" + name + "'\n" : "");
    try {
      task.files().write(name, text);
      return true;
    } catch (Fault fault) {
      task.fail(1, name + ": " + fault.text());
      return false;
    }
  }

  private String suffix(int number) {
    int length = Math.clamp(Sizes.parse(options.value('a', "2")), 1, 10);
    boolean numeric = options.has('d') || options.has('x');
    int radix = options.has('d') ? 10 : options.has('x') ? 16 : 26;
    var text = new StringBuilder();
    int left = number;
    for (int i = 0; i < length; i++) {
      int digit = left % radix;
      text.insert(0, numeric ? Character.forDigit(digit, radix) : (char) ('a' + digit));
      left /= radix;
    }
    return text.toString();
  }
}

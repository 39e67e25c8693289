package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.FileOutput;
import io.honeypods.ssh.host.Input;
import io.honeypods.ssh.host.Output;
import io.honeypods.ssh.host.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code dd}. */
final class Dd {
  private static final List<String> KNOWN =
      List.of(
          "if", "of", "bs", "ibs", "obs", "cbs", "count", "skip", "seek", "iseek", "oseek", "conv",
          "status", "iflag", "oflag");

  private final Task task;
  private final Map<String, String> operands = new LinkedHashMap<>();
  private long size = 512;
  private long left;

  private Dd(Task task) {
    this.task = task;
  }

  static int dd(Task task) {
    return new Dd(task).run();
  }

  private int run() {
    for (String word : task.operands()) {
      int equals = word.indexOf('=');
      String key = equals < 0 ? word : word.substring(0, equals);
      if (equals < 0 || !KNOWN.contains(key)) {
        throw Manners.of(1).complain(task, "unrecognized operand '" + word + "'");
      }
      operands.put(key, word.substring(equals + 1));
    }
    for (String key : List.of("bs", "ibs", "obs", "count", "skip", "seek")) {
      String value = operands.getOrDefault(key, "1");
      if (number(value) < 0) {
        return task.fail(1, "invalid number: '" + value + "'");
      }
    }
    size = number(operands.getOrDefault("bs", operands.getOrDefault("ibs", "512")));
    if (size == 0) {
      return task.fail(1, "invalid number: '0'");
    }
    return copy(operands.getOrDefault("if", ""), operands.getOrDefault("of", ""));
  }

  private static long number(String text) {
    long product = 1;
    for (String factor : text.split("x", -1)) {
      long value = Sizes.parse(factor);
      product = value < 0 ? -1 : Math.min(1L << 40, product * value);
      if (product < 0) {
        return -1;
      }
    }
    return product;
  }

  private int copy(String from, String to) {
    Input input;
    try {
      input = from.isEmpty() ? task.input() : task.files().open(from);
    } catch (Fault fault) {
      return task.fail(1, "failed to open '" + from + "': " + fault.text());
    }
    long count = number(operands.getOrDefault("count", "1"));
    left = operands.containsKey("count") ? saturated(count) : Long.MAX_VALUE;
    long skip = saturated(number(operands.getOrDefault("skip", "0")));
    try {
      long copied = isInPlace() ? patch(input, skip, to) : pass(input, skip, to);
      report(copied);
      return 0;
    } catch (Fault fault) {
      return task.fail(
          1, "error writing '" + (to.isEmpty() ? "standard output" : to) + "': " + fault.text());
    }
  }

  private long saturated(long blocks) {
    return blocks > Long.MAX_VALUE / size ? Long.MAX_VALUE : blocks * size;
  }

  private boolean isInPlace() {
    return !operands.getOrDefault("of", "").isEmpty()
        && (operands.getOrDefault("conv", "").contains("notrunc") || operands.containsKey("seek"));
  }

  private @Nullable String piece(Input input) {
    String piece = left > 0 ? input.read(task) : null;
    if (piece == null) {
      return null;
    }
    String kept = piece.substring(0, (int) Math.min(piece.length(), left));
    left -= kept.length();
    if (kept.length() < piece.length()) {
      input.unread(piece.substring(kept.length()));
    }
    String conversion = operands.getOrDefault("conv", "");
    return conversion.contains("ucase")
        ? kept.toUpperCase(Locale.ROOT)
        : conversion.contains("lcase") ? kept.toLowerCase(Locale.ROOT) : kept;
  }

  private void skip(Input input, long count) {
    long due = count;
    while (due > 0) {
      String piece = input.read(task);
      if (piece == null) {
        return;
      }
      if (piece.length() > due) {
        input.unread(piece.substring((int) due));
      }
      due -= piece.length();
    }
  }

  private long pass(Input input, long skipped, String to) {
    skip(input, skipped);
    Output output = to.isEmpty() ? task.outputs().get(1) : task.files().create(to, false);
    long copied = 0;
    for (String piece = piece(input); piece != null; piece = piece(input)) {
      copied += piece.length();
      if (output != null) {
        output.write(task, piece);
      }
    }
    return copied;
  }

  /** Writes over a part of a file. */
  private long patch(Input input, long skipped, String to) {
    skip(input, skipped);
    long at = Math.min(Integer.MAX_VALUE, saturated(number(operands.getOrDefault("seek", "0"))));
    var content = new StringBuilder(task.files().exists(to) ? task.files().read(to) : "");
    boolean keeps = operands.getOrDefault("conv", "").contains("notrunc");
    task.machine().requireMemory((int) at);
    content.setLength(keeps ? (int) Math.max(at, content.length()) : (int) at);
    int place = (int) at;
    for (String piece = piece(input); piece != null; piece = piece(input)) {
      content.replace(place, Math.min(content.length(), place + piece.length()), piece);
      place += piece.length();
      task.machine().requireMemory(content.length());
    }
    if (task.files().create(to, true) instanceof FileOutput) {
      task.files().write(to, content.toString());
    }
    return place - at;
  }

  private void report(long copied) {
    if (operands.getOrDefault("status", "").equals("none")) {
      return;
    }
    String records = copied / size + "+" + (copied % size == 0 ? 0 : 1);
    task.err(records + " records in\n" + records + " records out\n");
    if (operands.getOrDefault("status", "").equals("noxfer")) {
      return;
    }
    double seconds = 0.0004 + copied / 9e8;
    String human =
        copied >= 1000
            ? " (%s, %s)"
                .formatted(decimal(copied, 1000, "kB", "MB"), decimal(copied, 1024, "KiB", "MiB"))
            : "";
    task.err(
        String.format(
            Locale.ROOT,
            "%d bytes%s copied, %.6f s, %.1f MB/s%n",
            copied,
            human,
            seconds,
            copied / seconds / 1e6));
  }

  private static String decimal(long bytes, int base, String small, String large) {
    boolean mega = bytes >= (long) base * base;
    double unit = mega ? (double) base * base : base;
    return String.format(Locale.ROOT, "%.1f %s", bytes / unit, mega ? large : small);
  }
}

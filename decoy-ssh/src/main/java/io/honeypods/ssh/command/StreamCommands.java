package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Output;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;

/** Programs that pass on the bytes they read. */
final class StreamCommands {
  private StreamCommands() {}

  static int cat(Task task) {
    Options options =
        Options.of(
            task,
            1,
            "nbsETAvetu",
            "number=n",
            "show-all=A",
            "number-nonblank=b",
            "squeeze-blank=s");
    int[] number = {0};
    boolean plain =
        !(options.has('n')
            || options.has('b')
            || options.has('A')
            || options.has('E')
            || options.has('v')
            || options.has('T')
            || options.has('e')
            || options.has('t'));
    return Lines.each(
        task,
        options.operands(),
        (_, input) -> {
          if (plain) {
            for (String piece = input.read(task); piece != null; piece = input.read(task)) {
              task.out(piece);
            }
            return;
          }
          for (String line = Lines.next(task, input);
              line != null;
              line = Lines.next(task, input)) {
            boolean counts = options.has('n') || (options.has('b') && !line.equals("\n"));
            String text =
                options.has('A') || options.has('E') || options.has('e')
                    ? line.replace("\n", "$\n")
                    : line;
            text =
                options.has('A') || options.has('T') || options.has('t')
                    ? text.replace("\t", "^I").replace("\r", "^M")
                    : text;
            task.out((counts ? "%6d\t".formatted(++number[0]) : "") + text);
          }
        });
  }

  static int tee(Task task) {
    Options options = Options.of(task, 1, "aip", "append=a");
    var outputs = new ArrayList<Output>();
    int status = 0;
    for (String path : options.operands()) {
      try {
        outputs.add(task.files().create(path, options.has('a')));
      } catch (Fault fault) {
        status = task.fail(1, path + ": " + fault.text());
      }
    }
    for (String piece = task.input().read(task); piece != null; piece = task.input().read(task)) {
      task.out(piece);
      for (Output each : outputs) {
        each.write(task, piece);
      }
    }
    return status;
  }

  static int dd(Task task) {
    String from = "";
    String to = "";
    long size = 512;
    long count = Long.MAX_VALUE;
    for (String word : task.operands()) {
      int equals = word.indexOf('=');
      String value = equals < 0 ? "" : word.substring(equals + 1);
      switch (equals < 0 ? "" : word.substring(0, equals)) {
        case "if" -> from = value;
        case "of" -> to = value;
        case "bs", "ibs", "obs" -> size = Sizes.parse(value);
        case "count" -> count = Sizes.parse(value);
        case "skip", "seek", "conv", "status", "iflag", "oflag" -> {}
        default -> {
          task.err(
              "dd: unrecognized operand '" + word + "'\nTry 'dd --help' for more information.\n");
          return 1;
        }
      }
    }
    if (size <= 0 || count < 0) {
      return task.fail(1, "invalid number: '" + size + "'");
    }
    try {
      var input = from.isEmpty() ? task.input() : task.files().open(from);
      Output output = to.isEmpty() ? task.outputs().get(1) : task.files().create(to, false);
      long most = count > Long.MAX_VALUE / size ? Long.MAX_VALUE : count * size;
      long copied = 0;
      for (String piece = copied < most ? input.read(task) : null;
          piece != null;
          piece = copied < most ? input.read(task) : null) {
        String kept = piece.substring(0, (int) Math.min(piece.length(), most - copied));
        copied += kept.length();
        if (output != null) {
          output.write(task, kept);
        }
      }
      return report(task, copied, size);
    } catch (Fault fault) {
      return task.fail(
          1,
          (to.isEmpty()
                  ? "failed to open '" + from
                  : task.files().exists(from) || from.isEmpty()
                      ? "error writing '" + to
                      : "failed to open '" + from)
              + "': "
              + fault.text());
    }
  }

  private static int report(Task task, long copied, long size) {
    double seconds = 0.0004 + copied / 9e8;
    String speed = String.format(java.util.Locale.ROOT, "%.1f MB/s", copied / seconds / 1e6);
    String human =
        copied >= 1000
            ? " (%s, %s)"
                .formatted(decimal(copied, 1000, "kB", "MB"), decimal(copied, 1024, "KiB", "MiB"))
            : "";
    task.err(
        String.format(
            java.util.Locale.ROOT,
            "%d+%d records in%n%d+%d records out%n%d bytes%s copied, %.6f s, %s%n",
            copied / size,
            copied % size == 0 ? 0 : 1,
            copied / size,
            copied % size == 0 ? 0 : 1,
            copied,
            human,
            seconds,
            speed));
    return 0;
  }

  private static String decimal(long bytes, int base, String small, String large) {
    boolean mega = bytes >= (long) base * base;
    return String.format(
        java.util.Locale.ROOT,
        "%.1f %s",
        bytes / (mega ? (double) base * base : base),
        mega ? large : small);
  }
}

package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Exit;
import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Programs that make files without content, or take it from them. */
final class BlankFileCommands {
  private BlankFileCommands() {}

  static int touch(Task task) {
    Options options =
        Options.of(
            task,
            1,
            "acmfhd:r:t:T:",
            "no-create=c",
            "reference=r",
            "date=d",
            "time=T",
            "no-dereference=h");
    Instant at = time(task, options);
    int status = 0;
    for (String path : options.some(task, "missing file operand")) {
      try {
        if (!task.files().exists(path)) {
          if (options.has('c')) {
            continue;
          }
          task.files().create(path, true);
        }
        task.files().change(path, inode -> inode.touched(at));
      } catch (Fault fault) {
        status = task.fail(1, "cannot touch '" + path + "': " + fault.text());
      }
    }
    return status;
  }

  /** The time that files get. */
  private static Instant time(Task task, Options options) {
    Instant now = task.machine().now();
    if (options.has('r')) {
      try {
        return task.files().stat(options.value('r', "")).modified();
      } catch (Fault fault) {
        task.fail(
            1, "failed to get attributes of '" + options.value('r', "") + "': " + fault.text());
        throw new Exit(1);
      }
    }
    String text = options.value('d', options.value('t', "now"));
    Instant at = options.has('t') ? stamp(text, now) : Dates.parse(text, now);
    if (at == null) {
      task.fail(1, "invalid date format '" + text + "'");
      throw new Exit(1);
    }
    return at;
  }

  /** {@code [[CC]YY]MMDDhhmm[.ss]}. */
  private static @Nullable Instant stamp(String text, Instant now) {
    if (!text.matches("([0-9]{8}|[0-9]{10}|[0-9]{12})(\\.[0-9]{2})?")) {
      return null;
    }
    String digits = text.replaceFirst("\\..*", "");
    String year =
        switch (digits.length()) {
          case 8 -> String.valueOf(now.atZone(ZoneOffset.UTC).getYear());
          case 10 -> (digits.compareTo("69") < 0 ? "20" : "19") + digits.substring(0, 2);
          default -> digits.substring(0, 4);
        };
    String rest = digits.substring(digits.length() - 8);
    String seconds = text.contains(".") ? text.substring(text.length() - 2) : "00";
    return Dates.parse(
        "%s-%s-%s %s:%s:%s"
            .formatted(
                year,
                rest.substring(0, 2),
                rest.substring(2, 4),
                rest.substring(4, 6),
                rest.substring(6),
                seconds),
        now);
  }

  static int mktemp(Task task) {
    Options options =
        Options.of(task, 1, "dup:tq", "directory=d", "dry-run=u", "tmpdir=p", "suffix=q");
    String template =
        options.operands().isEmpty() ? "tmp.XXXXXXXXXX" : options.operands().getFirst();
    int from = template.indexOf("XXX");
    if (from < 0) {
      return task.fail(1, "too few X's in template '" + template + "'");
    }
    var name = new StringBuilder(template);
    long seed = task.machine().now().toEpochMilli() * 31L + task.pid();
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    for (int i = from; i < name.length() && name.charAt(i) == 'X'; i++) {
      seed = seed * 6364136223846793005L + 1442695040888963407L;
      name.setCharAt(i, letters.charAt((int) Math.floorMod(seed >>> 33, (long) letters.length())));
    }
    boolean rooted = options.operands().isEmpty() || options.has('t') || options.has('p');
    String path =
        rooted
            ? Paths.child(
                options.value('p', "/tmp").isEmpty() ? "/tmp" : options.value('p', "/tmp"),
                name.toString())
            : name.toString();
    try {
      if (options.has('d')) {
        task.files().makeDirectory(path);
      } else {
        task.files().write(path, "");
      }
      task.files().change(path, inode -> inode.withMode(options.has('d') ? 0700 : 0600));
    } catch (Fault fault) {
      return task.fail(
          1,
          "failed to create "
              + (options.has('d') ? "directory" : "file")
              + " via template '"
              + path
              + "': "
              + fault.text());
    }
    task.out(path + "\n");
    return 0;
  }

  static int truncate(Task task) {
    Options options = Options.of(task, 1, "cs:r:o", "size=s");
    if (!options.has('s')) {
      task.err(
          "truncate: you must specify either '--size' or '--reference'\n"
              + "Try 'truncate --help' for more information.\n");
      return 1;
    }
    long size = Math.max(0, Sizes.parse(options.value('s', "0")));
    for (String path : options.some(task, "missing file operand")) {
      try {
        String before = task.files().exists(path) ? task.files().read(path) : "";
        task.machine().requireMemory((int) Math.min(Integer.MAX_VALUE, size));
        task.files()
            .write(
                path,
                size < before.length()
                    ? before.substring(0, (int) size)
                    : before + "\0".repeat((int) size - before.length()));
      } catch (Fault fault) {
        return task.fail(1, "cannot open '" + path + "' for writing: " + fault.text());
      }
    }
    return 0;
  }

  static int shred(Task task) {
    Options options = Options.of(task, 1, "fuvzn:s:x", "remove=u");
    int status = 0;
    for (String path : options.some(task, "missing file operand")) {
      try {
        task.files().write(path, "\0".repeat((int) task.files().stat(path).size()));
        if (options.has('u')) {
          task.files().remove(path);
        }
      } catch (Fault fault) {
        status = task.fail(1, path + ": failed to open for writing: " + fault.text());
      }
    }
    return status;
  }
}

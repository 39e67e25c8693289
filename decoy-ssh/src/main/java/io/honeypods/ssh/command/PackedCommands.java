package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.FixedInput;
import io.honeypods.ssh.host.Program;
import io.honeypods.ssh.host.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * {@code bzip2} and {@code xz}, whose files here are only for each other: behind the real mark is
 * what {@code gzip} makes; and {@code zgrep}.
 */
final class PackedCommands {
  private static final String BZIP = "BZh91AY&SY";
  private static final String XZ = "\u00fd7zXZ\0\0\u0004";

  private PackedCommands() {}

  static int bzip2(Task task) {
    return run(task, BZIP, ".bz2", List.of("bunzip2", "bzcat"));
  }

  static int xz(Task task) {
    return run(task, XZ, ".xz", List.of("unxz", "xzcat", "lzcat", "unlzma"));
  }

  private static int run(Task task, String mark, String suffix, List<String> unpackers) {
    Options options =
        Options.of(
            task,
            1,
            "cdkfqtvzlsLVe0123456789T:M:F:C:H",
            "stdout=c",
            "to-stdout=c",
            "decompress=d",
            "uncompress=d",
            "keep=k",
            "force=f",
            "test=t",
            "quiet=q",
            "verbose=v",
            "compress=z",
            "threads=T",
            "extreme=e",
            "best=9",
            "fast=1");
    boolean unpacks = options.has('d') || options.has('t') || unpackers.contains(task.name());
    boolean shows = options.has('c') || task.name().endsWith("cat") || options.operands().isEmpty();
    int status = 0;
    for (String path : options.operands().isEmpty() ? List.of("-") : options.operands()) {
      try {
        if (!unpacks && path.endsWith(suffix)) {
          status = task.fail(1, path + ": File already has `" + suffix + "' suffix, skipping");
          continue;
        }
        String text = path.equals("-") ? task.readAll() : task.files().read(path);
        String made = unpacks ? unpacked(text, mark) : mark + CompressCommands.pack(text);
        if (options.has('t')) {
          continue;
        }
        if (shows) {
          task.out(made);
          continue;
        }
        String target = unpacks ? path.replaceFirst("\\Q" + suffix + "\\E$", "") : path + suffix;
        task.files().write(target, made);
        if (!options.has('k') && !target.equals(path)) {
          task.files().remove(path);
        }
      } catch (Fault fault) {
        String bare = mark.equals(BZIP) ? "Can't open input file " + path + ": " : path + ": ";
        status = task.fail(1, bare + fault.text() + (mark.equals(BZIP) ? "." : ""));
      } catch (IOException _) {
        String name = path.equals("-") ? "(stdin)" : path;
        status =
            task.fail(
                mark.equals(BZIP) ? 2 : 1,
                mark.equals(BZIP)
                    ? name + " is not a bzip2 file."
                    : name + ": File format not recognized");
      }
    }
    return status;
  }

  private static String unpacked(String text, String mark) throws IOException {
    if (!text.startsWith(mark)) {
      throw new IOException("packed file without its mark");
    }
    return CompressCommands.unpack(text.substring(mark.length()));
  }

  /** {@code zgrep}: {@code grep} in files that may be packed. */
  static int zgrep(Task task) {
    Program grep = Objects.requireNonNull(task.machine().program("grep"));
    var words = new ArrayList<String>();
    var files = new ArrayList<String>();
    for (String word : task.operands()) {
      boolean pattern = words.stream().noneMatch(each -> !each.startsWith("-"));
      (word.startsWith("-") || pattern ? words : files).add(word);
    }
    words.addFirst(task.name().replaceFirst("^.z|^z", ""));
    int status = 1;
    for (String path : files.isEmpty() ? List.of("-") : files) {
      try {
        String text = path.equals("-") ? task.readAll() : task.files().read(path);
        String plain = text.startsWith("\u001f\u008b") ? CompressCommands.unpack(text) : text;
        var argv = new ArrayList<>(words);
        argv.add(1, "--label=" + path);
        argv.addAll(1, files.size() > 1 ? List.of("-H") : List.of());
        var start = task.start(argv).with(Map.of(0, FixedInput.of(plain)), task.outputs());
        status = Math.min(status, task.call(grep, start));
      } catch (Fault fault) {
        status = task.fail(2, path + ": " + fault.text());
      } catch (IOException _) {
        task.err("\ngzip: " + path + ": unexpected end of file\n");
        status = 2;
      }
    }
    return status;
  }

  /** {@code zless} and {@code zmore}, which show a packed file. */
  static int show(Task task) {
    return CompressCommands.gzip(renamed(task));
  }

  private static Task renamed(Task task) {
    var argv = new ArrayList<>(task.arguments());
    argv.set(0, "zcat");
    task.rename(argv);
    return task;
  }
}

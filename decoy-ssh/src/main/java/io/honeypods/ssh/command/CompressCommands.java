package io.honeypods.ssh.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Task;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Programs that make bytes fewer. */
final class CompressCommands {
  private CompressCommands() {}

  private static final int MOST = 4 << 20;

  static int gzip(Task task) {
    Options options =
        Options.of(
            task,
            1,
            "cdfklnqrtv123456789",
            "stdout=c",
            "decompress=d",
            "keep=k",
            "force=f",
            "list=l");
    boolean unpacks = options.has('d') || !task.name().equals("gzip");
    boolean shows = options.has('c') || task.name().equals("zcat") || options.operands().isEmpty();
    if (options.operands().isEmpty()) {
      return convert(task, task.readAll(), unpacks, "stdin");
    }
    int status = 0;
    for (String path : options.operands()) {
      try {
        String text = task.files().read(path);
        if (shows) {
          status |= convert(task, text, unpacks, path);
          continue;
        }
        if (unpacks && !path.endsWith(".gz") && !path.endsWith(".tgz")) {
          status = task.fail(2, path + ": unknown suffix -- ignored");
          continue;
        }
        String made = unpacks ? unpack(text) : pack(text);
        task.files()
            .write(
                unpacks
                    ? path.replaceFirst("\\.gz$", "").replaceFirst("\\.tgz$", ".tar")
                    : path + ".gz",
                made);
        if (!options.has('k')) {
          task.files().remove(path);
        }
      } catch (Fault fault) {
        String looked = unpacks && !path.endsWith(".gz") ? path + ".gz" : path;
        task.err("gzip: " + looked + ": " + fault.text() + "\n");
        status = 1;
      } catch (IOException _) {
        task.err("\ngzip: " + path + ": not in gzip format\n");
        status = 1;
      }
    }
    return status;
  }

  private static int convert(Task task, String text, boolean unpacks, String name) {
    try {
      task.out(unpacks ? unpack(text) : pack(text));
      return 0;
    } catch (IOException _) {
      task.err("\ngzip: " + name + ": not in gzip format\n");
      return 1;
    }
  }

  static String pack(String text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(ISO_8859_1));
    }
    return out.toString(ISO_8859_1);
  }

  static String unpack(String text) throws IOException {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(text.getBytes(ISO_8859_1)))) {
      return new String(gzip.readNBytes(MOST), ISO_8859_1);
    }
  }
}

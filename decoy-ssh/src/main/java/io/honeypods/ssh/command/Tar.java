package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code tar} over ustar, plain or with gzip. */
final class Tar {
  static final int BLOCK = 512;

  private static final int MAX_ENTRIES = 2000;

  private final Task task;

  private final boolean verbose;

  private final List<String> members;

  private Tar(Task task, boolean verbose, List<String> members) {
    this.task = task;
    this.verbose = verbose;
    this.members = members;
  }

  static int run(Task task) {
    var flags = new StringBuilder();
    var members = new ArrayList<String>();
    String archive = "-";
    String directory = "";
    List<String> words = task.operands();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if ((i == 0 && !word.startsWith("-"))
          || (word.startsWith("-") && !word.startsWith("--") && word.length() > 1)) {
        String letters = word.replaceFirst("^-", "");
        flags.append(letters);
        if (letters.indexOf('f') >= 0 && i + 1 < words.size()) {
          archive = words.get(++i);
        }
        if (letters.indexOf('C') >= 0 && i + 1 < words.size()) {
          directory = words.get(++i);
        }
      } else if (word.startsWith("--")) {
        flags.append(
            word.equals("--extract")
                ? "x"
                : word.equals("--list")
                    ? "t"
                    : word.equals("--create") ? "c" : word.equals("--gzip") ? "z" : "");
      } else {
        members.add(word);
      }
    }
    String mode = flags.toString().replaceAll("[^ctx]", "");
    if (mode.isEmpty()) {
      task.err(
          "tar: You must specify one of the '-Acdtrux', '--delete' or '--test-label' options\n"
              + "Try 'tar --help' or 'tar --usage' for more information.\n");
      return 2;
    }
    var tar = new Tar(task, flags.indexOf("v") >= 0, members);
    if (!directory.isEmpty()) {
      if (!task.files().isDirectory(directory)) {
        task.err(
            "tar: "
                + directory
                + ": Cannot open: No such file or directory\n"
                + "tar: Error is not recoverable: exiting now\n");
        return 2;
      }
      archive = archive.equals("-") ? archive : Paths.resolve(task.directory(), archive);
      task.enter(Paths.resolve(task.directory(), directory));
    }
    try {
      return mode.startsWith("c")
          ? new TarWriter(task, flags.indexOf("v") >= 0, members)
              .create(archive, flags.indexOf("z") >= 0 || archive.endsWith("gz"))
          : tar.read(archive, mode.startsWith("t"));
    } catch (Fault fault) {
      task.err(
          "tar: "
              + archive
              + ": Cannot open: "
              + fault.text()
              + "\ntar: Error is not recoverable: exiting now\n");
      return 2;
    } catch (IOException _) {
      task.err(
          "\n"
              + "gzip: stdin: not in gzip format\n"
              + "tar: Child returned status 1\n"
              + "tar: Error is not recoverable: exiting now\n");
      return 2;
    }
  }

  private int read(String archive, boolean lists) throws IOException {
    String raw = archive.equals("-") ? task.readAll() : task.files().read(archive);
    String bytes = raw.startsWith("\u001f\u008b") ? CompressCommands.unpack(raw) : raw;
    if (bytes.length() < BLOCK) {
      task.err(
          "tar: This does not look like a tar archive\n"
              + "tar: Exiting with failure status due to previous errors\n");
      return 2;
    }
    int at = 0;
    int status = 0;
    for (int count = 0;
        at + BLOCK <= bytes.length() && bytes.charAt(at) != 0 && count < MAX_ENTRIES;
        count++) {
      String name = text(bytes, at, 100);
      String digits = text(bytes, at + 124, 12).strip();
      if (!digits.matches("[0-7]{1,11}")) {
        task.err(
            "tar: This does not look like a tar archive\n"
                + "tar: Exiting with failure status due to previous errors\n");
        return 2;
      }
      long size = Long.parseLong(digits, 8);
      int from = at + BLOCK;
      int to = (int) Math.min(bytes.length(), from + size);
      boolean wanted = members.isEmpty() || members.contains(name);
      task.out((lists || verbose) && wanted ? name + "\n" : "");
      if (!lists && wanted) {
        status |=
            extract(
                name,
                bytes.charAt(at + 156),
                bytes.substring(from, to),
                text(bytes, at + 100, 8),
                text(bytes, at + 157, 100));
      }
      at = from + (int) Math.min(Integer.MAX_VALUE / 2, (size + BLOCK - 1) / BLOCK * BLOCK);
    }
    return status;
  }

  private static String text(String bytes, int from, int length) {
    String field = bytes.substring(from, from + length);
    int end = field.indexOf('\0');
    return end < 0 ? field : field.substring(0, end);
  }

  private int extract(String name, char type, String data, String mode, String target) {
    String path = name.replaceFirst("^/+", "").replaceAll("(^|/)\\.\\.(?=/|$)", "$1.");
    try {
      String parent = Paths.parent("/" + path).substring(1);
      if (!parent.isEmpty() && !task.files().exists(parent)) {
        task.execute(List.of("mkdir", "-p", parent));
      }
      if (type == '5') {
        if (!task.files().isDirectory(path)) {
          task.files().makeDirectory(path.replaceFirst("/$", ""));
        }
      } else if (type == '2') {
        task.files().link(target, path);
      } else {
        task.files().write(path, data);
        String digits = mode.strip();
        task.files()
            .change(
                path,
                inode ->
                    inode.withMode(
                        digits.matches("[0-7]{1,7}") ? Integer.parseInt(digits, 8) & 0777 : 0644));
      }
      return 0;
    } catch (Fault fault) {
      task.err("tar: " + name + ": Cannot open: " + fault.text() + "\n");
      return 2;
    }
  }
}

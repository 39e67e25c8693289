package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Strftime;
import io.honeypods.ssh.host.Task;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code tar} over ustar, plain or with gzip. */
final class Tar {
  static final int BLOCK = 512;

  private static final int MAX_ENTRIES = 2000;
  private static final String GIVEN_UP = "tar: Error is not recoverable: exiting now\n";
  private static final String FAILED = "tar: Exiting with failure status due to previous errors\n";

  private final Task task;
  private final TarOptions options;
  private final Set<String> found = new HashSet<>();
  private int status;

  private Tar(Task task, TarOptions options) {
    this.task = task;
    this.options = options;
  }

  /** What an archive says of one of its files. */
  private record Entry(
      String name, char type, int mode, int uid, int gid, Instant at, String data, String target) {

    String letters() {
      Inode.Kind kind =
          type == '5' ? Inode.Kind.DIRECTORY : type == '2' ? Inode.Kind.LINK : Inode.Kind.FILE;
      return new Inode(kind, mode, uid, gid, at, "", 0).letters();
    }
  }

  static int run(Task task) {
    TarOptions options = TarOptions.read(task);
    String archive = options.archive();
    try {
      return options.has('c') || options.has('r')
          ? new TarWriter(task, options).create()
          : new Tar(task, options).read();
    } catch (Fault fault) {
      task.err("tar: " + archive + ": Cannot open: " + fault.text() + "\n" + GIVEN_UP);
    } catch (IOException _) {
      task.err("\ngzip: stdin: not in gzip format\ntar: Child returned status 1\n" + GIVEN_UP);
    }
    return 2;
  }

  private int read() throws IOException {
    String archive = options.archive();
    String raw = archive.equals("-") ? task.readAll() : task.files().read(archive);
    boolean packed = raw.startsWith("\u001f\u008b");
    if (options.has('z') && !packed) {
      throw new IOException("no gzip");
    }
    String bytes = packed ? CompressCommands.unpack(raw) : raw;
    if (bytes.length() < BLOCK) {
      return complain();
    }
    int at = 0;
    for (int count = 0;
        at + BLOCK <= bytes.length() && bytes.charAt(at) != 0 && count < MAX_ENTRIES;
        count++) {
      String digits = text(bytes, at + 124, 12).strip();
      if (!digits.matches("[0-7]{1,11}")) {
        return complain();
      }
      long size = Long.parseLong(digits, 8);
      int from = at + BLOCK;
      task.work(BLOCK);
      take(entry(bytes, at, bytes.substring(from, (int) Math.min(bytes.length(), from + size))));
      at = from + (int) Math.min(Integer.MAX_VALUE / 2, (size + BLOCK - 1) / BLOCK * BLOCK);
    }
    return missing();
  }

  private int complain() {
    task.err("tar: This does not look like a tar archive\n" + FAILED);
    return 2;
  }

  private int missing() {
    for (String member : options.members()) {
      if (!found.contains(member)) {
        task.err("tar: " + member + ": Not found in archive\n");
        status = 2;
      }
    }
    task.err(status == 0 ? "" : FAILED);
    return status;
  }

  private static Entry entry(String bytes, int at, String data) {
    return new Entry(
        text(bytes, at, 100),
        bytes.charAt(at + 156),
        (int) octal(text(bytes, at + 100, 8)) & 0777,
        (int) octal(text(bytes, at + 108, 8)),
        (int) octal(text(bytes, at + 116, 8)),
        Instant.ofEpochSecond(octal(text(bytes, at + 136, 12))),
        data,
        text(bytes, at + 157, 100));
  }

  private static long octal(String text) {
    return text.strip().matches("[0-7]{1,11}") ? Long.parseLong(text.strip(), 8) : 0;
  }

  private void take(Entry entry) {
    List<String> members = options.members();
    boolean wanted = members.isEmpty();
    for (String member : members) {
      String bare = member.replaceFirst("/$", "");
      if (entry.name.equals(member)
          || entry.name.equals(bare)
          || entry.name.startsWith(bare + "/")) {
        found.add(member);
        wanted = true;
      }
    }
    if (!wanted || options.isExcluded(entry.name)) {
      return;
    }
    if (options.has('t')) {
      task.out((options.has('v') ? details(entry) : entry.name) + "\n");
      return;
    }
    if (options.has('v')) {
      task.out(entry.name + "\n");
    }
    if (options.has('O')) {
      task.out(entry.data);
    } else {
      status |= extract(entry, stripped(entry.name));
    }
  }

  private String details(Entry entry) {
    String owner = task.accounts().userName(entry.uid) + "/" + task.accounts().groupName(entry.gid);
    int width = Math.max(1, 19 - owner.length());
    return "%s %s %%%dd %s %s%s"
        .formatted(
            entry.letters(),
            owner,
            width - 1,
            Strftime.of("%F %H:%M", entry.at.atZone(ZoneOffset.UTC)),
            entry.name.replace("%", "%%"),
            entry.type == '2' ? " -> " + entry.target.replace("%", "%%") : "")
        .formatted(entry.type == '0' ? entry.data.length() : 0);
  }

  private String stripped(String name) {
    String path = name.replaceFirst("^/+", "").replaceAll("(^|/)\\.\\.(?=/|$)", "$1.");
    for (int i = 0; i < options.stripped(); i++) {
      int slash = path.indexOf('/');
      path = slash < 0 ? "" : path.substring(slash + 1);
    }
    return path.replaceFirst("/$", "");
  }

  private int extract(Entry entry, String path) {
    if (path.isEmpty()) {
      return 0;
    }
    try {
      String parent = Paths.parent("/" + path).substring(1);
      if (!parent.isEmpty() && !task.files().exists(parent)) {
        task.execute(List.of("mkdir", "-p", parent));
      }
      if (entry.type == '2') {
        task.files().link(entry.target, path);
      } else if (entry.type != '5') {
        task.files().write(path, entry.data);
        task.files().change(path, inode -> inode.withMode(entry.mode));
      } else if (!task.files().isDirectory(path)) {
        task.files().makeDirectory(path);
      }
      return 0;
    } catch (Fault fault) {
      task.err("tar: " + entry.name + ": Cannot open: " + fault.text() + "\n");
      return 2;
    }
  }

  private static String text(String bytes, int from, int length) {
    String field = bytes.substring(from, from + length);
    int end = field.indexOf('\0');
    return end < 0 ? field : field.substring(0, end);
  }
}

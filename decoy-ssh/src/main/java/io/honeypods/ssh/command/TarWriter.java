package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;
import java.io.IOException;
import java.util.List;

/** Writes an archive. */
final class TarWriter {
  private final Task task;
  private final TarOptions options;
  private final List<String> members;

  TarWriter(Task task, TarOptions options) {
    this.task = task;
    this.options = options;
    this.members = options.members();
  }

  int create() throws IOException {
    String archive = options.archive();
    boolean packed = options.has('z') || archive.endsWith("gz");
    if (members.isEmpty()) {
      task.err(
          "tar: Cowardly refusing to create an empty archive\n"
              + "Try 'tar --help' or 'tar --usage' for more information.\n");
      return 2;
    }
    var out = new StringBuilder(options.has('r') ? before(archive) : "");
    int status = 0;
    for (String member : members) {
      status |= add(member, out);
    }
    out.append("\0".repeat(Tar.BLOCK * 2));
    String bytes = packed ? CompressCommands.pack(out.toString()) : out.toString();
    if (archive.equals("-")) {
      task.out(bytes);
    } else {
      task.files().write(archive, bytes);
    }
    task.err(status == 0 ? "" : "tar: Exiting with failure status due to previous errors\n");
    return status;
  }

  /** What is in an archive that is added to, without its end. */
  private String before(String archive) {
    String bytes = task.files().exists(archive) ? task.files().read(archive) : "";
    int end = bytes.length();
    while (end >= Tar.BLOCK && bytes.startsWith("\0".repeat(Tar.BLOCK), end - Tar.BLOCK)) {
      end -= Tar.BLOCK;
    }
    return bytes.substring(0, end);
  }

  private int add(String path, StringBuilder out) {
    if (options.isExcluded(path)) {
      return 0;
    }
    try {
      Inode inode = task.files().lstat(path);
      if (path.startsWith("/") && members.contains(path)) {
        task.err("tar: Removing leading `/' from member names\n");
      }
      String name =
          path.replaceFirst("^/+", "") + (inode.isDirectory() && !path.endsWith("/") ? "/" : "");
      if (options.has('v')) {
        boolean shown = options.archive().equals("-");
        task.outputs()
            .getOrDefault(shown ? 2 : 1, io.honeypods.ssh.host.Discard.nothing())
            .write(task, name + "\n");
      }
      String data = inode.isRegular() ? task.files().read(path) : "";
      out.append(header(name, inode, data.length()))
          .append(data)
          .append("\0".repeat((Tar.BLOCK - data.length() % Tar.BLOCK) % Tar.BLOCK));
      task.machine().requireMemory(out.length());
      int status = 0;
      for (String child : inode.isDirectory() ? task.files().list(path) : List.<String>of()) {
        status |= add(Paths.child(path, child), out);
      }
      return status;
    } catch (Fault fault) {
      task.err(
          "tar: "
              + path
              + ": Cannot "
              + (fault.text().startsWith("No such") ? "stat" : "open")
              + ": "
              + fault.text()
              + "\n");
      return 2;
    }
  }

  private String header(String name, Inode inode, int size) {
    var block = new StringBuilder();
    block
        .append(field(name, 100))
        .append(field("%07o".formatted(inode.mode()), 8))
        .append(field("%07o".formatted(inode.uid()), 8))
        .append(field("%07o".formatted(inode.gid()), 8));
    block
        .append(field("%011o".formatted(size), 12))
        .append(field("%011o".formatted(inode.modified().getEpochSecond()), 12))
        .append("        ");
    block
        .append(inode.isDirectory() ? '5' : inode.isLink() ? '2' : '0')
        .append(field(inode.isLink() ? inode.data() : "", 100))
        .append("ustar\00000");
    block
        .append(field(task.accounts().userName(inode.uid()), 32))
        .append(field(task.accounts().groupName(inode.gid()), 32));
    String padded = field(block.toString(), Tar.BLOCK);
    return padded.substring(0, 148)
        + field("%06o".formatted(padded.chars().sum()), 7)
        + " "
        + padded.substring(156);
  }

  private static String field(String text, int length) {
    return text.length() >= length
        ? text.substring(0, length)
        : text + "\0".repeat(length - text.length());
  }
}

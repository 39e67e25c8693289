package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;

/** Something that was opened over SFTP. */
final class SftpHandle {
  private static final int MAX_FILE = 4 << 20;

  private final String path;
  private final StringBuilder content;
  private final List<String> names;
  private final boolean writes;
  private final boolean appends;
  private int listed;
  private boolean touched;

  private SftpHandle(
      String path, String content, List<String> names, boolean writes, boolean appends) {
    this.path = path;
    this.content = new StringBuilder(content);
    this.names = names;
    this.writes = writes;
    this.appends = appends;
  }

  static SftpHandle reading(String path, String content) {
    return new SftpHandle(path, content, List.of(), false, false);
  }

  static SftpHandle writing(String path, String before, boolean appends) {
    return new SftpHandle(path, before, List.of(), true, appends);
  }

  static SftpHandle directory(String path, List<String> names) {
    var all = new ArrayList<>(List.of(".", ".."));
    all.addAll(names);
    return new SftpHandle(path, "", all, false, false);
  }

  String path() {
    return path;
  }

  Inode inode(Task task) {
    Inode inode = task.files().stat(path);
    return writes ? inode.written(content.toString(), inode.modified()) : inode;
  }

  String read(long offset, int length) {
    touched = true;
    int from = (int) Math.min(offset < 0 ? Long.MAX_VALUE : offset, content.length());
    return content.substring(from, Math.min(content.length(), from + length));
  }

  /** Writes; false where there is no room. */
  boolean write(Task task, long offset, String data) {
    long from = appends ? content.length() : offset;
    if (!writes || from < 0 || from + data.length() > MAX_FILE) {
      return false;
    }
    task.work(data.length());
    touched = true;
    if (from + data.length() > content.length()) {
      content.setLength((int) from + data.length());
    }
    content.replace((int) from, (int) from + data.length(), data);
    return true;
  }

  /** The next names of a directory. */
  List<String> next(int most) {
    int to = Math.min(names.size(), listed + most);
    List<String> page = names.subList(listed, to);
    listed = to;
    return page;
  }

  /** Ends it: what was written is there then. */
  boolean close(Task task) {
    String whole = Paths.resolve(task.directory(), path);
    if (!writes) {
      if (touched) {
        task.machine().reports().downloaded(whole, content.toString());
      }
      return true;
    }
    task.machine().reports().uploaded(whole, content.toString());
    try {
      task.files().write(path, content.toString());
      return true;
    } catch (Fault _) {
      return false;
    }
  }
}

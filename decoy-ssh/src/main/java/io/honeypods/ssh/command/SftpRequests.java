package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Errno;
import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Files;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Strftime;
import io.honeypods.ssh.host.Task;
import java.time.ZoneOffset;
import java.util.List;

/** What each request of SFTP does to the files. */
final class SftpRequests {
  private static final int MAX_READ = 64 * 1024;
  private static final int PAGE = 100;
  private static final int END_OF_FILE = 1;
  private static final int UNSUPPORTED = 8;

  private final Task task;
  private final Files files;
  private final SftpHandles handles;

  SftpRequests(Task task, SftpHandles handles) {
    this.task = task;
    this.files = task.files();
    this.handles = handles;
  }

  /** What comes of a request. */
  SftpReply reply(int type, SftpMessage m) {
    return switch (type) {
      case 3 -> open(m.text(), m.u32());
      case 4 -> handles.close(m.text());
      case 5 -> read(handles.find(m.text()), m.u64(), m.u32());
      case 6 -> {
        SftpHandle handle = handles.find(m.text());
        yield handle.write(task, m.u64(), m.text())
            ? SftpReply.status(0)
            : SftpReply.status(Errno.NO_SPACE.sftp());
      }
      case 7 ->
          new SftpReply(SftpMessage.ATTRIBUTES, SftpMessage.attributes(files.lstat(m.text())));
      case 8 ->
          new SftpReply(
              SftpMessage.ATTRIBUTES, SftpMessage.attributes(handles.find(m.text()).inode(task)));
      case 9 -> change(m.text(), m.permissions());
      case 10 -> change(handles.find(m.text()).path(), m.permissions());
      case 11 -> directory(m.text());
      case 12 -> page(handles.find(m.text()));
      case 13 -> {
        String path = m.text();
        if (files.lstat(path).isDirectory()) {
          yield SftpReply.status(Errno.IS_DIRECTORY.sftp());
        }
        files.remove(path);
        yield SftpReply.status(0);
      }
      case 14 -> {
        files.makeDirectory(m.text());
        yield SftpReply.status(0);
      }
      case 15 -> {
        files.remove(m.text());
        yield SftpReply.status(0);
      }
      case 16 -> SftpReply.named(real(m.text()));
      case 17 ->
          new SftpReply(SftpMessage.ATTRIBUTES, SftpMessage.attributes(files.stat(m.text())));
      case 18 -> rename(m.text(), m.text(), false);
      case 19 -> SftpReply.named(files.lstat(m.text()).data());
      case 20 -> {
        String target = m.text();
        files.link(target, m.text());
        yield SftpReply.status(0);
      }
      case 200 -> extended(m.text(), m);
      default -> SftpReply.status(UNSUPPORTED);
    };
  }

  private SftpReply directory(String path) {
    return handles.register(SftpHandle.directory(path, files.list(path)));
  }

  private String real(String path) {
    try {
      return files.real(path.isEmpty() ? "." : path);
    } catch (Fault _) {
      return Paths.resolve(task.directory(), path);
    }
  }

  private SftpReply open(String path, long flags) {
    boolean writes = (flags & 2) != 0;
    if (!writes) {
      return handles.register(SftpHandle.reading(path, files.read(path)));
    }
    if ((flags & 8) == 0 && !files.exists(path)) {
      throw Fault.of(Errno.NO_ENTRY);
    }
    boolean keeps = (flags & 16) == 0 && files.exists(path);
    String before = keeps ? files.read(path) : "";
    files.create(path, true);
    return handles.register(SftpHandle.writing(path, before, (flags & 4) != 0));
  }

  private static SftpReply read(SftpHandle handle, long offset, long length) {
    String data = handle.read(offset, (int) Math.min(length, MAX_READ));
    return data.isEmpty()
        ? SftpReply.status(END_OF_FILE)
        : new SftpReply(SftpMessage.DATA, SftpMessage.string(data));
  }

  private SftpReply change(String path, int permissions) {
    files.stat(path);
    if (permissions >= 0) {
      files.change(path, inode -> inode.withMode(permissions));
    }
    return SftpReply.status(0);
  }

  private SftpReply rename(String from, String to, boolean replaces) {
    if (!replaces && files.exists(to)) {
      return SftpReply.status(Errno.EXISTS.sftp());
    }
    files.rename(from, to);
    return SftpReply.status(0);
  }

  private SftpReply page(SftpHandle handle) {
    List<String> names = handle.next(PAGE);
    if (names.isEmpty()) {
      return SftpReply.status(END_OF_FILE);
    }
    var body = new StringBuilder(SftpMessage.number(names.size()));
    for (String name : names) {
      Inode inode = files.lstat(Paths.child(handle.path(), name));
      String line =
          "%s    ? %-8s %-8s %8d %s %s"
              .formatted(
                  inode.letters(),
                  task.accounts().userName(inode.uid()),
                  task.accounts().groupName(inode.gid()),
                  inode.size(),
                  Strftime.of("%b %e %H:%M", inode.modified().atZone(ZoneOffset.UTC)),
                  name);
      body.append(SftpMessage.string(name))
          .append(SftpMessage.string(line))
          .append(SftpMessage.attributes(inode));
    }
    return new SftpReply(SftpMessage.NAME, body.toString());
  }

  private SftpReply extended(String name, SftpMessage m) {
    return switch (name) {
      case "posix-rename@openssh.com" -> rename(m.text(), m.text(), true);
      case "fsync@openssh.com" -> SftpReply.status(0);
      case "lsetstat@openssh.com" -> change(m.text(), m.permissions());
      case "expand-path@openssh.com" -> {
        String path = m.text();
        yield SftpReply.named(
            real(path.startsWith("~") ? task.user().home() + path.substring(1) : path));
      }
      case "hardlink@openssh.com" -> {
        Inode inode = files.stat(m.text());
        files.place(m.text(), inode);
        yield SftpReply.status(0);
      }
      case "limits@openssh.com" -> SftpReply.limits();
      case "statvfs@openssh.com", "fstatvfs@openssh.com" -> SftpReply.fileSystem();
      default -> SftpReply.status(UNSUPPORTED);
    };
  }
}

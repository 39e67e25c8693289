package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Errno;
import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Files;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code sftp-server}: <a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-secsh-filexfer-02">SFTP version 3</a>.
 */
final class SftpServer {
  static final int MAX_PACKET = 256 * 1024;

  private static final int MAX_READ = 64 * 1024;

  static final int MAX_HANDLES = 100;

  private static final int PAGE = 100;

  private static final int END_OF_FILE = 1;

  private static final int UNSUPPORTED = 8;

  private static final List<String> EXTENSIONS =
      List.of(
          "posix-rename@openssh.com",
          "statvfs@openssh.com",
          "fstatvfs@openssh.com",
          "hardlink@openssh.com",
          "fsync@openssh.com",
          "lsetstat@openssh.com",
          "limits@openssh.com",
          "expand-path@openssh.com",
          "copy-data");

  private final Task task;

  private final Files files;

  private final Exact in;

  private final Map<String, SftpHandle> handles = new LinkedHashMap<>();

  private int nextHandle;

  private SftpServer(Task task) {
    this.task = task;
    this.files = task.files();
    this.in = new Exact(task);
  }

  static int run(Task task) {
    task.arrivals().interpret();
    return new SftpServer(task).serve();
  }

  private int serve() {
    try {
      for (String head = in.bytes(4); head != null; head = in.bytes(4)) {
        long length = new SftpMessage(head).u32();
        if (length < 1 || length > MAX_PACKET) {
          return 255;
        }
        String body = in.bytes((int) length);
        if (body == null) {
          return 0;
        }
        task.out(answer(new SftpMessage(body)));
      }
      return 0;
    } finally {
      handles.values().forEach(handle -> handle.close(task));
    }
  }

  private String answer(SftpMessage message) {
    int type = message.u8();
    if (type == 1) {
      var version = new StringBuilder(SftpMessage.number(3));
      for (String name : EXTENSIONS) {
        version
            .append(SftpMessage.string(name))
            .append(SftpMessage.string(name.contains("statvfs") ? "2" : "1"));
      }
      return SftpMessage.packet(2, version.toString());
    }
    String id = SftpMessage.number(message.u32());
    try {
      SftpReply reply = reply(type, message);
      return SftpMessage.packet(reply.type(), id + reply.body());
    } catch (Fault fault) {
      return SftpMessage.packet(SftpMessage.STATUS, id + SftpMessage.status(fault.errno()));
    }
  }

  private SftpReply reply(int type, SftpMessage m) {
    return switch (type) {
      case 3 -> open(m.text(), m.u32());
      case 4 -> close(m.text());
      case 5 -> read(handle(m), m.u64(), m.u32());
      case 6 -> {
        SftpHandle handle = handle(m);
        yield handle.write(task, m.u64(), m.text())
            ? SftpReply.status(0)
            : SftpReply.status(Errno.NO_SPACE.sftp());
      }
      case 7 ->
          new SftpReply(SftpMessage.ATTRIBUTES, SftpMessage.attributes(files.lstat(m.text())));
      case 8 ->
          new SftpReply(SftpMessage.ATTRIBUTES, SftpMessage.attributes(handle(m).inode(task)));
      case 9 -> change(m.text(), m.permissions());
      case 10 -> change(handle(m).path(), m.permissions());
      case 11 -> directory(m.text());
      case 12 -> page(handle(m));
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
    return register(SftpHandle.directory(path, files.list(path)));
  }

  private SftpHandle handle(SftpMessage m) {
    SftpHandle handle = handles.get(m.text());
    if (handle == null) {
      throw Fault.of(Errno.INVALID);
    }
    return handle;
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
      return register(SftpHandle.reading(path, files.read(path)));
    }
    if ((flags & 8) == 0 && !files.exists(path)) {
      throw Fault.of(Errno.NO_ENTRY);
    }
    boolean keeps = (flags & 16) == 0 && files.exists(path);
    String before = keeps ? files.read(path) : "";
    files.create(path, true);
    return register(SftpHandle.writing(path, before, (flags & 4) != 0));
  }

  private SftpReply register(SftpHandle handle) {
    if (handles.size() >= MAX_HANDLES) {
      return SftpReply.status(Errno.NO_SPACE.sftp());
    }
    String name = SftpMessage.number(nextHandle++);
    handles.put(name, handle);
    return new SftpReply(SftpMessage.HANDLE, SftpMessage.string(name));
  }

  private SftpReply close(String name) {
    SftpHandle handle = handles.remove(name);
    if (handle == null) {
      return SftpReply.status(Errno.NO_SPACE.sftp());
    }
    return handle.close(task) ? SftpReply.status(0) : SftpReply.status(Errno.NO_SPACE.sftp());
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
                  Dates.format("%b %e %H:%M", inode.modified().atZone(java.time.ZoneOffset.UTC)),
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

package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Errno;
import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Task;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files and directories that a client of SFTP has open. */
final class SftpHandles {
  static final int MAX_HANDLES = 100;

  private final Task task;
  private final Map<String, SftpHandle> open = new LinkedHashMap<>();
  private int next;

  SftpHandles(Task task) {
    this.task = task;
  }

  SftpHandle find(String name) {
    SftpHandle handle = open.get(name);
    if (handle == null) {
      throw Fault.of(Errno.INVALID);
    }
    return handle;
  }

  SftpReply register(SftpHandle handle) {
    if (open.size() >= MAX_HANDLES) {
      return SftpReply.status(Errno.NO_SPACE.sftp());
    }
    String name = SftpMessage.number(next++);
    open.put(name, handle);
    return new SftpReply(SftpMessage.HANDLE, SftpMessage.string(name));
  }

  SftpReply close(String name) {
    SftpHandle handle = open.remove(name);
    return handle != null && handle.close(task)
        ? SftpReply.status(0)
        : SftpReply.status(Errno.NO_SPACE.sftp());
  }

  void close() {
    open.values().forEach(handle -> handle.close(task));
  }
}

package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Task;
import java.util.List;

/**
 * {@code sftp-server}: <a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-secsh-filexfer-02">SFTP version 3</a>.
 */
final class SftpServer {
  static final int MAX_PACKET = 256 * 1024;
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
  private final Exact in;
  private final SftpHandles handles;
  private final SftpRequests requests;

  private SftpServer(Task task) {
    this.task = task;
    this.in = new Exact(task);
    this.handles = new SftpHandles(task);
    this.requests = new SftpRequests(task, handles);
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
      handles.close();
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
      SftpReply reply = requests.reply(type, message);
      return SftpMessage.packet(reply.type(), id + reply.body());
    } catch (Fault fault) {
      return SftpMessage.packet(SftpMessage.STATUS, id + SftpMessage.status(fault.errno()));
    }
  }
}

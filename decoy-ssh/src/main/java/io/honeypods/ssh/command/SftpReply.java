package io.honeypods.ssh.command;

/** What follows the number of a request. */
record SftpReply(int type, String body) {
  static SftpReply status(int code) {
    return new SftpReply(SftpMessage.STATUS, SftpMessage.status(code));
  }

  static SftpReply named(String path) {
    return new SftpReply(
        SftpMessage.NAME,
        SftpMessage.number(1)
            + SftpMessage.string(path)
            + SftpMessage.string(path)
            + SftpMessage.number(0));
  }

  /** What the server bears. */
  static SftpReply limits() {
    return new SftpReply(
        201,
        SftpMessage.wide(SftpServer.MAX_PACKET)
            + SftpMessage.wide(SftpServer.MAX_PACKET - 1024)
            + SftpMessage.wide(SftpServer.MAX_PACKET - 1024)
            + SftpMessage.wide(SftpHandles.MAX_HANDLES));
  }

  /** The room there is. */
  static SftpReply fileSystem() {
    return new SftpReply(
        201,
        SftpMessage.wide(4096)
            + SftpMessage.wide(4096)
            + SftpMessage.wide(10_254_904)
            + SftpMessage.wide(6_702_052)
            + SftpMessage.wide(6_227_052)
            + SftpMessage.wide(2_621_440)
            + SftpMessage.wide(2_301_118)
            + SftpMessage.wide(2_301_118)
            + SftpMessage.wide(77)
            + SftpMessage.wide(4096)
            + SftpMessage.wide(255));
  }
}

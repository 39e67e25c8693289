package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Errno;
import io.honeypods.ssh.host.Inode;
import java.util.List;

/** Reads and writes the messages of SFTP version 3, one character a byte. */
final class SftpMessage {
  static final int STATUS = 101;
  static final int HANDLE = 102;
  static final int DATA = 103;
  static final int NAME = 104;
  static final int ATTRIBUTES = 105;

  private static final int SIZE = 1;
  private static final int OWNER = 2;
  private static final int PERMISSIONS = 4;
  private static final int TIMES = 8;
  private static final List<String> TEXTS =
      List.of(
          "Success",
          "End of file",
          "No such file",
          "Permission denied",
          "Failure",
          "Bad message",
          "No connection",
          "Connection lost",
          "Operation unsupported");

  private final String body;
  private int at;

  SftpMessage(String body) {
    this.body = body;
  }

  boolean has(int count) {
    return body.length() - at >= count;
  }

  int u8() {
    return at < body.length() ? body.charAt(at++) : 0;
  }

  long u32() {
    long value = 0;
    for (int i = 0; i < 4; i++) {
      value = value << 8 | u8();
    }
    return value;
  }

  long u64() {
    return u32() << 32 | u32();
  }

  String text() {
    long length = u32();
    int end = (int) Math.min(body.length(), at + length);
    String text = body.substring(Math.min(at, end), end);
    at = end;
    return text;
  }

  /** The permissions among attributes; -1 where they are not. */
  int permissions() {
    long flags = u32();
    if ((flags & SIZE) != 0) {
      u64();
    }
    if ((flags & OWNER) != 0) {
      u64();
    }
    return (flags & PERMISSIONS) != 0 ? (int) u32() & 07777 : -1;
  }

  static String number(long value) {
    return ""
        + (char) (value >> 24 & 0xff)
        + (char) (value >> 16 & 0xff)
        + (char) (value >> 8 & 0xff)
        + (char) (value & 0xff);
  }

  static String wide(long value) {
    return number(value >>> 32) + number(value);
  }

  static String string(String text) {
    return number(text.length()) + text;
  }

  static String status(Errno errno) {
    return status(errno.sftp());
  }

  static String status(int code) {
    return number(code) + string(TEXTS.get(code)) + string("");
  }

  static String attributes(Inode inode) {
    int kind =
        inode.isDirectory()
            ? 0040000
            : inode.isLink() ? 0120000 : inode.isRegular() ? 0100000 : 0020000;
    long at = inode.modified().getEpochSecond();
    return number(SIZE | OWNER | PERMISSIONS | TIMES)
        + wide(inode.size())
        + number(inode.uid())
        + number(inode.gid())
        + number(kind | inode.mode())
        + number(at)
        + number(at);
  }

  /** A message with its length. */
  static String packet(int type, String body) {
    return number(1L + body.length()) + (char) type + body;
  }
}

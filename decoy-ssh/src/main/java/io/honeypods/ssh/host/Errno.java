package io.honeypods.ssh.host;

/** Why a system call fails, as {@code strerror} words it. */
public enum Errno {
  NOT_PERMITTED("Operation not permitted", 3),
  NO_ENTRY("No such file or directory", 2),
  ACCESS("Permission denied", 3),
  EXISTS("File exists", 4),
  NOT_DIRECTORY("Not a directory", 2),
  IS_DIRECTORY("Is a directory", 4),
  INVALID("Invalid argument", 4),
  NO_SPACE("No space left on device", 4),
  READ_ONLY("Read-only file system", 3),
  LOOP("Too many levels of symbolic links", 4),
  NAME_TOO_LONG("File name too long", 4),
  NOT_EMPTY("Directory not empty", 4),
  TOO_LARGE("File too large", 4),
  BUSY("Device or resource busy", 4);

  private final String text;
  private final int sftp;

  Errno(String text, int sftp) {
    this.text = text;
    this.sftp = sftp;
  }

  public String text() {
    return text;
  }

  /** The status code of SFTP version 3 that sftp-server makes of it. */
  public int sftp() {
    return sftp;
  }
}

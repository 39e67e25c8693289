package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Inode;
import java.time.Instant;

/** {@code -perm} of {@code find}. */
final class FindModes {
  private static final Inode NOTHING = Inode.file(0, 0, 0, Instant.EPOCH, "");

  private FindModes() {}

  static FindNode test(String text) {
    String mode = text.replaceFirst("^[-/]", "");
    if (!mode.matches("[0-7]{1,5}|[ugoa]*[-+=][rwxXstugo]*(,[ugoa]*[-+=][rwxXstugo]*){0,20}")) {
      throw new FindProblem("invalid mode '" + text + "'");
    }
    int bits = Modes.apply(mode, NOTHING, 0) & 07777;
    return switch (text.charAt(0)) {
      case '-' -> file -> (file.inode().mode() & bits) == bits;
      case '/' -> file -> bits == 0 || (file.inode().mode() & bits) != 0;
      default -> file -> file.inode().mode() == bits;
    };
  }
}

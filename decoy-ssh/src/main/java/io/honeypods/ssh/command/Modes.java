package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Inode;

/** Modes as {@code chmod} takes them. */
final class Modes {
  private Modes() {}

  /** Whether a text says how to change a mode. */
  static boolean isMode(String text) {
    return text.matches("[0-7]{1,4}|[ugoa]*[-+=][rwxXstugo]*(,[ugoa]*[-+=][rwxXstugo]*)*");
  }

  /** The bits that a file has then. */
  static int apply(String mode, Inode inode, int mask) {
    if (mode.matches("[0-7]+")) {
      return Integer.parseInt(mode, 8);
    }
    int bits = inode.mode();
    for (String clause : mode.split(",", -1)) {
      int at = 0;
      int who = 0;
      while ("ugoa".indexOf(clause.charAt(at)) >= 0) {
        who |=
            switch (clause.charAt(at++)) {
              case 'u' -> 04700;
              case 'g' -> 02070;
              case 'o' -> 01007;
              default -> 07777;
            };
      }
      int affected = who == 0 ? 07777 & ~mask : who;
      char operator = clause.charAt(at);
      int wanted = bits(clause.substring(at + 1), inode) & affected;
      bits =
          switch (operator) {
            case '+' -> bits | wanted;
            case '-' -> bits & ~wanted;
            default -> (bits & ~(affected & 0777)) | wanted;
          };
    }
    return bits;
  }

  private static int bits(String letters, Inode inode) {
    int bits = 0;
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      bits |=
          switch (letter) {
            case 'r' -> 0444;
            case 'w' -> 0222;
            case 'x' -> 0111;
            case 'X' -> inode.isDirectory() || (inode.mode() & 0111) != 0 ? 0111 : 0;
            case 's' -> 06000;
            case 't' -> 01000;
            case 'u' -> (inode.mode() >> 6 & 7) * 0111;
            case 'g' -> (inode.mode() >> 3 & 7) * 0111;
            default -> (inode.mode() & 7) * 0111;
          };
    }
    return bits;
  }

  /** What a change of owner fails with for all but root. */
  static Fault notPermitted() {
    return Fault.notPermitted();
  }
}

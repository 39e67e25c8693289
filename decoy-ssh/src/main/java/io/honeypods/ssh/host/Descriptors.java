package io.honeypods.ssh.host;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of files that are the streams of who asks. */
final class Descriptors {
  private static final Pattern NAME = Pattern.compile("/(?:dev|proc/self)/fd/([0-9]{1,3})");

  private Descriptors() {}

  /** The number of the stream; -1 where the name is of none. */
  static int number(String name) {
    if (!name.startsWith("/")) {
      return -1;
    }
    Matcher matcher = NAME.matcher(name);
    return switch (name) {
      case "/dev/stdin" -> 0;
      case "/dev/stdout" -> 1;
      case "/dev/stderr" -> 2;
      default -> matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    };
  }

  static Inode inode(Instant now) {
    return new Inode(Inode.Kind.CHARACTER_DEVICE, 0620, 0, 0, now, "null", 0);
  }
}

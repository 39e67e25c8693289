package io.honeypods.ssh;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What sshd makes of a client's first line. */
enum Identification {
  GOOD,
  INVALID,
  OTHER_MAJOR,
  /** Software that is known to look and go; it is hung up on. */
  SCANNER;

  /** As {@code sscanf} reads {@code SSH-%d.%d-%[^\n]}. */
  private static final Pattern FORM =
      Pattern.compile("SSH-\\s*([+-]?\\d+)\\.\\s*([+-]?\\d+)-([^\\n]+)", Pattern.DOTALL);

  private static final int MIN_LENGTH = 4;

  static Identification of(String line) {
    Matcher form = FORM.matcher(line);
    if (line.length() <= MIN_LENGTH || !line.startsWith("SSH-") || !form.matches()) {
      return INVALID;
    }
    int major = toInt(form.group(1));
    if (major != 2 && !(major == 1 && toInt(form.group(2)) == 99)) {
      return OTHER_MAJOR;
    }
    String software = form.group(3);
    return software.startsWith("Probe-") || software.contains("SSH_Version_Mapper")
        ? SCANNER
        : GOOD;
  }

  /** A number as C wraps it. */
  private static int toInt(String digits) {
    return new java.math.BigInteger(digits).intValue();
  }
}

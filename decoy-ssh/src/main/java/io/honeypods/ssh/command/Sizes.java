package io.honeypods.ssh.command;

/** Numbers as programs print them. */
final class Sizes {
  private static final String UNITS = "KMGTP";

  private Sizes() {}

  /** As {@code -h} shows bytes: rounded up. */
  static String human(long bytes) {
    if (bytes < 1024) {
      return String.valueOf(bytes);
    }
    double size = bytes;
    int unit = -1;
    while (size >= 1024 && unit < UNITS.length() - 1) {
      size /= 1024;
      unit++;
    }
    double tenths = Math.ceil(size * 10) / 10;
    return (tenths < 10
            ? String.format(java.util.Locale.ROOT, "%.1f", tenths)
            : String.valueOf((long) Math.ceil(size)))
        + UNITS.charAt(unit);
  }

  /** The number of the file at a path. */
  static long number(String path) {
    return 1_000_000L + Math.floorMod(path.hashCode(), 900_000);
  }

  /** A count as {@code 10}, {@code 2K} or {@code 1M} gives it; -1 where it is none. */
  static long parse(String text) {
    if (!text.matches("[0-9]{1,15}([kKMGTcbw]B?)?")) {
      return -1;
    }
    String digits = text.replaceFirst("[^0-9].*", "");
    long factor =
        switch (text.substring(digits.length())) {
          case "k", "K", "KB" -> 1024;
          case "M", "MB" -> 1024 * 1024;
          case "G", "GB" -> 1024 * 1024 * 1024;
          case "T", "TB" -> 1024L * 1024 * 1024 * 1024;
          case "b" -> 512;
          default -> 1;
        };
    return Long.parseLong(digits) * factor;
  }
}

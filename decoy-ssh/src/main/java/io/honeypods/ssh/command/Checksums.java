package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;

/** {@code cksum} and {@code sum}: the checksums that were there before digests. */
final class Checksums {
  private static final int POLYNOMIAL = 0x04c11db7;
  private static final int BLOCK = 1024;
  private static final int OLD_BLOCK = 512;

  private Checksums() {}

  static int cksum(Task task) {
    Options options = Options.of(task, 1, "a:cdl:zu", "algorithm=a", "check=c", "untagged=u");
    return Lines.each(
        task,
        options.operands(),
        (name, input) -> {
          String text = Lines.all(task, input);
          task.out(
              Integer.toUnsignedString(crc(text))
                  + " "
                  + text.length()
                  + (options.operands().isEmpty() ? "" : " " + name)
                  + "\n");
        });
  }

  private static int crc(String text) {
    int crc = 0;
    for (int i = 0; i < text.length(); i++) {
      crc = next(crc, text.charAt(i));
    }
    for (int length = text.length(); length > 0; length >>>= 8) {
      crc = next(crc, length & 0xff);
    }
    return ~crc;
  }

  private static int next(int before, int c) {
    int crc = before ^ c << 24;
    for (int bit = 0; bit < 8; bit++) {
      crc = crc < 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
    }
    return crc;
  }

  static int sum(Task task) {
    Options options = Options.of(task, 1, "rs", "sysv=s");
    boolean named = !options.operands().isEmpty();
    return Lines.each(
        task,
        options.operands(),
        (name, input) -> {
          String text = Lines.all(task, input);
          int block = options.has('s') ? OLD_BLOCK : BLOCK;
          int blocks = (text.length() + block - 1) / block;
          String sums =
              options.has('s')
                  ? added(text) + " " + blocks
                  : "%05d %5d".formatted(rotated(text), blocks);
          task.out(sums + (named ? " " + name : "") + "\n");
        });
  }

  private static int rotated(String text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum = ((sum >> 1) + ((sum & 1) << 15) + text.charAt(i)) & 0xffff;
    }
    return sum;
  }

  private static int added(String text) {
    int sum = text.chars().sum();
    int folded = (sum & 0xffff) + (sum >>> 16);
    return (folded & 0xffff) + (folded >>> 16);
  }
}

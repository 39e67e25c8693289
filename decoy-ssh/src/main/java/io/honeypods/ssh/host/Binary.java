package io.honeypods.ssh.host;

import java.util.SplittableRandom;

/** Bytes that look as those of programs and devices do. */
final class Binary {
  private static final int MOST = 64 * 1024;
  private static final String ELF =
      "\u007fELF\u0002\u0001\u0001\0\0\0\0\0\0\0\0\0\u0003\0>\0\u0001\0\0\0\0001\0\0\0\0\0\0@\0\0\0\0\0\0\0";

  private Binary() {}

  /** The content of a program: the same each time. */
  static String of(Inode program) {
    int size = (int) Math.min(program.size(), MOST);
    String noise = noise(size, program.data().hashCode());
    return size <= ELF.length() ? ELF : ELF + noise.substring(ELF.length());
  }

  static String noise(int length, long seed) {
    var random = new SplittableRandom(seed);
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}

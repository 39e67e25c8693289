package io.honeypods.ssh;

import java.io.ByteArrayOutputStream;

/**
 * Sequences of small numbers as bytes, as <a href="https://ntruprime.cr.yp.to/nist.html">NTRU
 * Prime</a> packs them: neighbours become one number of a larger radix until one is left, and bytes
 * that are full leave on the way.
 */
final class MixedRadix {
  private static final int LIMIT = 1 << 14;
  private static final int BYTE = 256;

  private MixedRadix() {}

  /** Each number is less than its radix. */
  static byte[] encode(int[] numbers, int[] radices) {
    var out = new ByteArrayOutputStream();
    int[] r = numbers;
    int[] m = radices;
    while (r.length > 1) {
      int[] nextR = new int[(r.length + 1) / 2];
      int[] nextM = new int[nextR.length];
      for (int i = 0; i < nextR.length; i++) {
        boolean alone = 2 * i + 1 == r.length;
        long value = alone ? r[2 * i] : r[2 * i] + (long) r[2 * i + 1] * m[2 * i];
        int radix = alone ? m[2 * i] : m[2 * i] * m[2 * i + 1];
        while (!alone && radix >= LIMIT) {
          out.write((int) value);
          value >>= Byte.SIZE;
          radix = (radix + BYTE - 1) / BYTE;
        }
        nextR[i] = (int) value;
        nextM[i] = radix;
      }
      r = nextR;
      m = nextM;
    }
    int value = r[0];
    for (int radix = m[0]; radix > 1; radix = (radix + BYTE - 1) / BYTE) {
      out.write(value);
      value >>= Byte.SIZE;
    }
    return out.toByteArray();
  }

  /** The numbers that bytes stand for; any bytes of the length that the radices make do. */
  static int[] decode(byte[] bytes, int[] radices) {
    return decode(new Source(bytes), radices);
  }

  private static int[] decode(Source in, int[] m) {
    if (m.length == 1) {
      return new int[] {in.low(m[0] > 1 ? m[0] > BYTE ? 2 : 1 : 0) % m[0]};
    }
    int[] low = new int[m.length / 2];
    int[] shift = new int[low.length];
    int[] nextM = new int[(m.length + 1) / 2];
    for (int i = 0; i < low.length; i++) {
      int radix = m[2 * i] * m[2 * i + 1];
      int full = 0;
      for (; radix >= LIMIT; full++) {
        radix = (radix + BYTE - 1) / BYTE;
      }
      low[i] = in.low(full);
      shift[i] = full * Byte.SIZE;
      nextM[i] = radix;
    }
    if (m.length % 2 == 1) {
      nextM[low.length] = m[m.length - 1];
    }
    int[] next = decode(in, nextM);
    int[] numbers = new int[m.length];
    for (int i = 0; i < low.length; i++) {
      long value = low[i] + ((long) next[i] << shift[i]);
      numbers[2 * i] = (int) (value % m[2 * i]);
      numbers[2 * i + 1] = (int) (value / m[2 * i] % m[2 * i + 1]);
    }
    if (m.length % 2 == 1) {
      numbers[m.length - 1] = next[low.length];
    }
    return numbers;
  }

  /** Bytes that are taken one after the other. */
  private static final class Source {
    private final byte[] bytes;
    private int at;

    Source(byte[] bytes) {
      this.bytes = bytes;
    }

    /** A number of so many bytes, the least first. */
    int low(int count) {
      int value = 0;
      for (int i = 0; i < count; i++) {
        value |= Byte.toUnsignedInt(bytes[at++]) << (i * Byte.SIZE);
      }
      return value;
    }
  }
}

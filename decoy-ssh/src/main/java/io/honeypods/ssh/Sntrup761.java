package io.honeypods.ssh;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.ssh.Encapsulation.Sealed;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Streamlined NTRU Prime at its size 761: <a href="https://ntruprime.cr.yp.to/nist.html">what a
 * client's key is used for</a>. A library takes a hundred times as long, on an event loop.
 */
final class Sntrup761 {
  static final int PUBLIC_KEY = 1158;

  private static final int P = 761;
  private static final int Q = 4591;
  private static final int HALF_Q = (Q - 1) / 2;
  private static final int WEIGHT = 286;
  private static final int ROUNDED = (Q + 2) / 3;
  private static final int HASH = 32;

  private Sntrup761() {}

  static Sealed seal(byte[] publicKey) {
    int[] secret = shortPolynomial();
    byte[] packed = pack(secret);
    byte[] rounded = rounded(multiply(coefficients(publicKey), secret));
    byte[] secretHash = hash(3, packed);
    byte[] confirmed =
        PayloadWriter.join(rounded, hash(2, PayloadWriter.join(secretHash, hash(4, publicKey))));
    byte[] session = hash(1, PayloadWriter.join(secretHash, confirmed));
    return new Sealed(Bytes.of(confirmed), Bytes.of(session));
  }

  /** As many coefficients of 1 or -1 as the weight tells, at random places, the rest 0. */
  private static int[] shortPolynomial() {
    int[] polynomial = new int[P];
    byte[] bytes = new byte[P * Integer.BYTES];
    Randomness.SECURE.nextBytes(bytes);
    for (int i = 0; i < P; i++) {
      int random = ByteBuffer.wrap(bytes).getInt(i * Integer.BYTES);
      polynomial[i] = i < WEIGHT ? random & ~1 : (random & ~3) | 1;
    }
    Arrays.sort(polynomial);
    for (int i = 0; i < P; i++) {
      polynomial[i] = (polynomial[i] & 3) - 1;
    }
    return polynomial;
  }

  private static int[] coefficients(byte[] publicKey) {
    int[] radices = new int[P];
    Arrays.fill(radices, Q);
    int[] coefficients = MixedRadix.decode(publicKey, radices);
    for (int i = 0; i < P; i++) {
      coefficients[i] -= HALF_Q;
    }
    return coefficients;
  }

  /** The product modulo x^761 - x - 1, each coefficient between -2295 and 2295. */
  private static int[] multiply(int[] large, int[] small) {
    int[] product = new int[2 * P];
    for (int j = 0; j < P; j++) {
      addShifted(product, large, j, small[j]);
    }
    for (int i = 2 * P - 2; i >= P; i--) {
      product[i - P] += product[i];
      product[i - P + 1] += product[i];
    }
    for (int i = 0; i < P; i++) {
      product[i] = Math.floorMod(product[i] + HALF_Q, Q) - HALF_Q;
    }
    return product;
  }

  private static void addShifted(int[] sum, int[] large, int shift, int factor) {
    for (int i = 0; i < P; i++) {
      sum[i + shift] += factor * large[i];
    }
  }

  /** Each coefficient as the multiple of three next to it. */
  private static byte[] rounded(int[] product) {
    int[] numbers = new int[P];
    int[] radices = new int[P];
    Arrays.fill(radices, ROUNDED);
    for (int i = 0; i < P; i++) {
      int multiple = product[i] - (Math.floorMod(product[i] + 1, 3) - 1);
      numbers[i] = (multiple + HALF_Q) / 3;
    }
    return MixedRadix.encode(numbers, radices);
  }

  /** Four coefficients a byte, the first lowest. */
  private static byte[] pack(int[] small) {
    byte[] packed = new byte[(P + 3) / 4];
    for (int i = 0; i < P; i++) {
      packed[i / 4] |= (byte) ((small[i] + 1) << (i % 4 * 2));
    }
    return packed;
  }

  private static byte[] hash(int prefix, byte[] data) {
    MessageDigest digest = Randomness.digest("SHA-512");
    digest.update((byte) prefix);
    return Arrays.copyOf(digest.digest(data), HASH);
  }
}

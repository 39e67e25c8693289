package io.honeypods.ssh;

import io.honeypods.ssh.KexMethod.Agreement;
import java.math.BigInteger;
import org.apache.sshd.common.kex.DHGroupData;

/** A safe prime and a generator of its large subgroup. */
record DhGroup(BigInteger prime, BigInteger generator) {
  static final DhGroup GROUP14 = ofWellKnown(DHGroupData.getP14());
  static final DhGroup GROUP16 = ofWellKnown(DHGroupData.getP16());
  static final DhGroup GROUP18 = ofWellKnown(DHGroupData.getP18());
  private static final int MIN_BITS_SET = 4;

  private static DhGroup ofWellKnown(byte[] prime) {
    return new DhGroup(new BigInteger(1, prime), BigInteger.TWO);
  }

  /**
   * Our public value and the secret.
   *
   * @param strength bits of the digest: the exponent has twice as many
   */
  Agreement agree(byte[] clientPublic, int strength) {
    BigInteger theirs = clientPublic.length == 0 ? BigInteger.ZERO : new BigInteger(clientPublic);
    if (theirs.compareTo(BigInteger.ONE) <= 0
        || theirs.compareTo(prime.subtract(BigInteger.ONE)) >= 0
        || theirs.bitCount() < MIN_BITS_SET) {
      throw new MalformedException("public value of " + theirs.bitLength() + " bits not of group");
    }
    var exponent = new BigInteger(Math.min(2 * strength, prime.bitLength() - 2), Randomness.SECURE);
    exponent = exponent.setBit(0);
    return KexMethod.agreed(
        generator.modPow(exponent, prime).toByteArray(),
        new PayloadWriter().mpint(theirs.modPow(exponent, prime)));
  }
}

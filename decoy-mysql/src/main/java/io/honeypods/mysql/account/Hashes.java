package io.honeypods.mysql.account;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digests that logins are made of. */
final class Hashes {
  static final int SHA1_LENGTH = 20;
  static final int SHA256_LENGTH = 32;
  private static final MessageDigest SHA_1 = ofJdk("SHA-1");
  private static final MessageDigest SHA_256 = ofJdk("SHA-256");

  private Hashes() {}

  static byte[] sha1(byte[]... parts) {
    return digest(copy(SHA_1), parts);
  }

  static byte[] sha256(byte[]... parts) {
    return digest(copy(SHA_256), parts);
  }

  static MessageDigest sha256Digest() {
    return copy(SHA_256);
  }

  /** Both are of the same length. */
  static byte[] xor(byte[] a, byte[] b) {
    byte[] result = new byte[a.length];
    for (int i = 0; i < a.length; i++) {
      result[i] = (byte) (a[i] ^ b[i]);
    }
    return result;
  }

  private static byte[] digest(MessageDigest digest, byte[]... parts) {
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  private static MessageDigest ofJdk(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(algorithm + " is part of every JDK", e);
    }
  }

  private static MessageDigest copy(MessageDigest unused) {
    try {
      return (MessageDigest) unused.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(unused.getAlgorithm() + " can be copied in every JDK", e);
    }
  }
}

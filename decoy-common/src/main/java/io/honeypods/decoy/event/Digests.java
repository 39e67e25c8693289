package io.honeypods.decoy.event;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Message digests that every JDK has. */
final class Digests {
  private static final MessageDigest SHA_256 = ofJdk("SHA-256");
  private static final MessageDigest SHA_1 = ofJdk("SHA-1");

  private Digests() {}

  static String sha256(byte[] value) {
    return hex(sha256().digest(value));
  }

  static MessageDigest sha256() {
    return copy(SHA_256);
  }

  static MessageDigest sha1() {
    return copy(SHA_1);
  }

  static String hex(byte[] value) {
    return HexFormat.of().formatHex(value);
  }

  private static MessageDigest ofJdk(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(algorithm + " is part of every JDK", e);
    }
  }

  /** A copy of an unused digest costs a fraction of the search for its provider. */
  private static MessageDigest copy(MessageDigest unused) {
    try {
      return (MessageDigest) unused.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(unused.getAlgorithm() + " can be copied in every JDK", e);
    }
  }
}

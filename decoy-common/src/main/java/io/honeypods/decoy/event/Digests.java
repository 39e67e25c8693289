package io.honeypods.decoy.event;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Message digests that every JDK has. */
final class Digests {
  private Digests() {}

  static String sha256(byte[] value) {
    return hex(newDigest("SHA-256").digest(value));
  }

  static String hex(byte[] value) {
    return HexFormat.of().formatHex(value);
  }

  static MessageDigest newDigest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(algorithm + " is part of every JDK", e);
    }
  }
}

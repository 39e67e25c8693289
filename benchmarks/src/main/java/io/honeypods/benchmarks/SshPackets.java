package io.honeypods.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Random;

/** What an SSH client sends in clear, as packets. */
final class SshPackets {
  static final int KEXINIT = 20;
  static final int NEWKEYS = 21;
  static final int KEX_INIT = 30;
  static final int KEX_REPLY = 31;
  static final ByteBuffer IDENT =
      ByteBuffer.wrap("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u10\r\n".getBytes(US_ASCII));
  static final ByteBuffer NEW_KEYS = packet(ByteBuffer.allocate(1).put(0, (byte) NEWKEYS));

  private static final int POINT = 32;
  private static final int ML_KEM_768_KEY = 1184;
  private static final int SNTRUP761_KEY = 1158;
  private static final int BLOCK = 8;
  private static final int MIN_PADDING = 4;
  private static final String STRICT = ",ext-info-c,kex-strict-c-v00@openssh.com";

  private SshPackets() {}

  /** The lists that let no other way of exchange be chosen, with Ed25519 and ChaCha20. */
  static ByteBuffer lists(String kex) {
    var payload = ByteBuffer.allocate(1024).put((byte) KEXINIT).position(17);
    text(payload, kex + STRICT);
    text(payload, "ssh-ed25519");
    for (String list : new String[] {"chacha20-poly1305@openssh.com", "hmac-sha2-256", "none"}) {
      text(payload, list);
      text(payload, list);
    }
    text(payload, "");
    text(payload, "");
    return packet(payload.position(payload.position() + 5).flip());
  }

  /** A curve point, behind as much of an encapsulation key as the way of exchange wants. */
  static ByteBuffer start(String kex) {
    byte[] encapsulation =
        switch (kex) {
          case "mlkem768x25519-sha256" -> last(pair("ML-KEM-768"), ML_KEM_768_KEY);
          case "sntrup761x25519-sha512@openssh.com" -> someRing();
          default -> new byte[0];
        };
    byte[] point = last(pair("X25519"), POINT);
    var payload = ByteBuffer.allocate(5 + encapsulation.length + POINT).put((byte) KEX_INIT);
    payload.putInt(encapsulation.length + POINT).put(encapsulation).put(point);
    return packet(payload.flip());
  }

  /** Any bytes are a key that can be encapsulated to, though nobody has its other half. */
  private static byte[] someRing() {
    byte[] key = new byte[SNTRUP761_KEY];
    new Random(761).nextBytes(key);
    return key;
  }

  private static KeyPair pair(String algorithm) {
    try {
      return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(algorithm + " is part of every JDK", e);
    }
  }

  /** The raw key is the last part of its X.509 form. */
  private static byte[] last(KeyPair pair, int length) {
    byte[] encoded = pair.getPublic().getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - length, encoded.length);
  }

  private static void text(ByteBuffer payload, String text) {
    payload.putInt(text.length()).put(text.getBytes(US_ASCII));
  }

  private static ByteBuffer packet(ByteBuffer payload) {
    int length = payload.remaining();
    int padding = BLOCK - (5 + length) % BLOCK;
    padding += padding < MIN_PADDING ? BLOCK : 0;
    var packet = ByteBuffer.allocate(5 + length + padding);
    packet.putInt(1 + length + padding).put((byte) padding).put(payload);
    return packet.rewind();
  }
}

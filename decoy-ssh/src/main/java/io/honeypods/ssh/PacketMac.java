package io.honeypods.ssh;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The authentication codes of packets by name. */
sealed interface PacketMac {

  int tagLength();

  byte[] tag(long sequence, byte[] data, int length);

  /** HMAC over the sequence number and the packet. */
  record Hmac(Mac mac) implements PacketMac {
    @Override
    public int tagLength() {
      return mac.getMacLength();
    }

    @Override
    public byte[] tag(long sequence, byte[] data, int length) {
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt((int) sequence).flip());
      mac.update(data, 0, length);
      return mac.doFinal();
    }
  }

  /** UMAC with the sequence number as nonce. */
  record UniversalHash(Umac umac) implements PacketMac {
    @Override
    public int tagLength() {
      return umac.tagLength();
    }

    @Override
    public byte[] tag(long sequence, byte[] data, int length) {
      return umac.tag(sequence & 0xffffffffL, data, 0, length);
    }
  }

  static boolean isEncryptThenMac(String name) {
    return name.endsWith("-etm@openssh.com");
  }

  static int keyLength(String name) {
    return switch (algorithm(name)) {
      case "hmac-sha2-256" -> 32;
      case "hmac-sha2-512" -> 64;
      case "hmac-sha1" -> 20;
      default -> 16;
    };
  }

  static PacketMac of(String name, byte[] key) {
    return switch (algorithm(name)) {
      case "umac-64" -> new UniversalHash(new Umac(key, 8));
      case "umac-128" -> new UniversalHash(new Umac(key, 16));
      case "hmac-sha2-256" -> hmac("HmacSHA256", key);
      case "hmac-sha2-512" -> hmac("HmacSHA512", key);
      case "hmac-sha1" -> hmac("HmacSHA1", key);
      default -> throw new IllegalArgumentException("MAC " + name + " (expected one we offer)");
    };
  }

  private static String algorithm(String name) {
    int at = name.indexOf('@');
    String plain = at < 0 ? name : name.substring(0, at);
    return plain.endsWith("-etm") ? plain.substring(0, plain.length() - 4) : plain;
  }

  private static PacketMac hmac(String algorithm, byte[] key) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(Arrays.copyOf(key, key.length), algorithm));
      return new Hmac(mac);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(algorithm + " is part of every JDK", e);
    }
  }
}

package io.honeypods.ssh;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** AES in counter mode with a MAC beside it, over the clear packet or over the encrypted one. */
final class MacCipher implements PacketCipher {
  private static final int BLOCK = 16;

  private final Cipher cipher;
  private final PacketMac mac;
  private final boolean encryptThenMac;
  private byte[] firstBlock = {};

  MacCipher(boolean encrypts, byte[] key, byte[] iv, PacketMac mac, boolean encryptThenMac) {
    try {
      this.cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(
          encrypts ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new IvParameterSpec(iv, 0, BLOCK));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES is part of every JDK", e);
    }
    this.mac = mac;
    this.encryptThenMac = encryptThenMac;
  }

  @Override
  public int blockSize() {
    return BLOCK;
  }

  @Override
  public boolean padsLength() {
    return !encryptThenMac;
  }

  @Override
  public int headLength() {
    return encryptThenMac ? Integer.BYTES : BLOCK;
  }

  /** Decrypts the first block once: the length is asked for once a packet. */
  @Override
  public long lengthOf(byte[] head, long sequence) {
    if (encryptThenMac) {
      return Integer.toUnsignedLong(ByteBuffer.wrap(head).getInt());
    }
    firstBlock = cipher.update(head, 0, BLOCK);
    return Integer.toUnsignedLong(ByteBuffer.wrap(firstBlock).getInt());
  }

  @Override
  public int tagLength() {
    return mac.tagLength();
  }

  @Override
  public byte @Nullable [] open(byte[] packet, long sequence) {
    int length = packet.length - mac.tagLength();
    byte[] given = Arrays.copyOfRange(packet, length, packet.length);
    if (encryptThenMac) {
      return MessageDigest.isEqual(given, mac.tag(sequence, packet, length))
          ? cipher.update(packet, Integer.BYTES, length - Integer.BYTES)
          : null;
    }
    byte[] clear = Arrays.copyOf(firstBlock, length);
    if (length > BLOCK) {
      byte[] rest = cipher.update(packet, BLOCK, length - BLOCK);
      System.arraycopy(rest, 0, clear, BLOCK, rest.length);
    }
    return MessageDigest.isEqual(given, mac.tag(sequence, clear, length))
        ? Arrays.copyOfRange(clear, Integer.BYTES, length)
        : null;
  }

  @Override
  public byte[] seal(byte[] packet, long sequence) {
    int clear = encryptThenMac ? Integer.BYTES : 0;
    byte[] sealed = Arrays.copyOf(packet, packet.length + mac.tagLength());
    byte[] encrypted = cipher.update(packet, clear, packet.length - clear);
    System.arraycopy(encrypted, 0, sealed, clear, encrypted.length);
    byte[] tag = mac.tag(sequence, encryptThenMac ? sealed : packet, packet.length);
    System.arraycopy(tag, 0, sealed, packet.length, tag.length);
    return sealed;
  }
}

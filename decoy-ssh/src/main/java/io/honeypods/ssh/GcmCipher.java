package io.honeypods.ssh;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** AES-GCM as of <a href="https://www.rfc-editor.org/rfc/rfc5647">RFC 5647</a>. */
final class GcmCipher implements PacketCipher {
  private static final int BLOCK = 16;
  private static final int TAG = 16;
  private static final int IV = 12;
  private static final int COUNTER_AT = 4;

  private final int mode;
  private final SecretKeySpec key;
  private final Cipher cipher;
  private final ByteBuffer iv;

  GcmCipher(boolean encrypts, byte[] key, byte[] iv) {
    this.mode = encrypts ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE;
    this.key = new SecretKeySpec(key, "AES");
    this.iv = ByteBuffer.wrap(Arrays.copyOf(iv, IV));
    try {
      this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every JDK", e);
    }
  }

  @Override
  public int blockSize() {
    return BLOCK;
  }

  @Override
  public boolean padsLength() {
    return false;
  }

  @Override
  public int headLength() {
    return Integer.BYTES;
  }

  @Override
  public long lengthOf(byte[] head, long sequence) {
    return Integer.toUnsignedLong(ByteBuffer.wrap(head).getInt());
  }

  @Override
  public int tagLength() {
    return TAG;
  }

  @Override
  public byte @Nullable [] open(byte[] packet, long sequence) {
    try {
      start(packet);
      return cipher.doFinal(packet, Integer.BYTES, packet.length - Integer.BYTES);
    } catch (AEADBadTagException _) {
      return null;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a packet is opened once", e);
    }
  }

  @Override
  public byte[] seal(byte[] packet, long sequence) {
    try {
      start(packet);
      byte[] sealed = Arrays.copyOf(packet, packet.length + TAG);
      cipher.doFinal(packet, Integer.BYTES, packet.length - Integer.BYTES, sealed, Integer.BYTES);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a packet is sealed once", e);
    }
  }

  private void start(byte[] packet) throws GeneralSecurityException {
    cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, iv.array()));
    cipher.updateAAD(packet, 0, Integer.BYTES);
    iv.putLong(COUNTER_AT, iv.getLong(COUNTER_AT) + 1);
  }
}

package io.honeypods.ssh;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import org.bouncycastle.crypto.engines.ChaChaEngine;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.jspecify.annotations.Nullable;

/** {@code chacha20-poly1305@openssh.com}: one key for packets, another for their lengths. */
final class ChaChaCipher implements PacketCipher {
  private static final int BLOCK = 8;
  private static final int TAG = 16;
  private static final int KEY = 32;
  private static final int CHACHA_BLOCK = 64;
  private static final int ROUNDS = 20;

  private final KeyParameter packetKey;
  private final KeyParameter lengthKey;
  private final ChaChaEngine engine = new ChaChaEngine(ROUNDS);
  private final Poly1305 poly = new Poly1305();

  ChaChaCipher(byte[] key) {
    this.packetKey = new KeyParameter(key, 0, KEY);
    this.lengthKey = new KeyParameter(key, KEY, KEY);
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
    byte[] clear = new byte[Integer.BYTES];
    crypt(lengthKey, sequence, head, clear);
    return Integer.toUnsignedLong(ByteBuffer.wrap(clear).getInt());
  }

  @Override
  public int tagLength() {
    return TAG;
  }

  @Override
  public byte @Nullable [] open(byte[] packet, long sequence) {
    int end = packet.length - TAG;
    startBody(sequence);
    if (!MessageDigest.isEqual(tag(packet, end), Arrays.copyOfRange(packet, end, packet.length))) {
      return null;
    }
    byte[] clear = new byte[end - Integer.BYTES];
    engine.processBytes(packet, Integer.BYTES, clear.length, clear, 0);
    return clear;
  }

  @Override
  public byte[] seal(byte[] packet, long sequence) {
    byte[] sealed = new byte[packet.length + TAG];
    crypt(lengthKey, sequence, packet, sealed);
    startBody(sequence);
    engine.processBytes(
        packet, Integer.BYTES, packet.length - Integer.BYTES, sealed, Integer.BYTES);
    System.arraycopy(tag(sealed, packet.length), 0, sealed, packet.length, TAG);
    return sealed;
  }

  /** Spends the first block of the packet's stream on the key of its tag. */
  private void startBody(long sequence) {
    byte[] block = new byte[CHACHA_BLOCK];
    engine.init(true, new ParametersWithIV(packetKey, nonce(sequence)));
    engine.processBytes(block, 0, CHACHA_BLOCK, block, 0);
    poly.init(new KeyParameter(block, 0, KEY));
  }

  private byte[] tag(byte[] data, int length) {
    byte[] tag = new byte[TAG];
    poly.update(data, 0, length);
    poly.doFinal(tag, 0);
    return tag;
  }

  private void crypt(KeyParameter key, long sequence, byte[] from, byte[] to) {
    engine.init(true, new ParametersWithIV(key, nonce(sequence)));
    engine.processBytes(from, 0, Integer.BYTES, to, 0);
  }

  private static byte[] nonce(long sequence) {
    return ByteBuffer.allocate(Long.BYTES).putLong(sequence & 0xffffffffL).array();
  }
}

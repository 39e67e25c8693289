package io.honeypods.ssh;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * UMAC with AES-128 and tags of 8 or 16 bytes, over messages of up to 2 MiB: <a
 * href="https://www.rfc-editor.org/rfc/rfc4418">RFC 4418</a>.
 */
final class Umac {
  private static final int BLOCK = 16;
  private static final int CHUNK = 1024;
  private static final int NH_STEP = 32;
  private static final int L1_SHIFT = 16;
  private static final int L2_KEY = 24;
  private static final int L3_KEY = 64;
  private static final int WORD = 4;
  private static final long POLY_MASK = 0x01ffffff01ffffffL;
  private static final long P64 = -59;
  private static final long MAX_WORD = 0xffffffff00000000L;
  private static final long OFFSET = 59;
  private static final long P36 = (1L << 36) - 5;

  private final int tagLength;
  private final Cipher pad;
  private final int[] l1Key;
  private final long[] l2Keys;
  private final long[] l3Keys;
  private final int[] l3Masks;

  Umac(byte[] key, int tagLength) {
    this.tagLength = tagLength;
    int rounds = tagLength / WORD;
    Cipher kdf = aes(key);
    this.pad = aes(derive(kdf, 0, BLOCK).array());
    this.l1Key = words(derive(kdf, 1, CHUNK + (rounds - 1) * L1_SHIFT));
    ByteBuffer l2 = derive(kdf, 2, rounds * L2_KEY);
    ByteBuffer l3 = derive(kdf, 3, rounds * L3_KEY);
    this.l3Masks = words(derive(kdf, 4, rounds * WORD));
    this.l2Keys = new long[rounds];
    this.l3Keys = new long[rounds * 8];
    for (int i = 0; i < rounds; i++) {
      l2Keys[i] = l2.getLong(i * L2_KEY) & POLY_MASK;
    }
    for (int i = 0; i < l3Keys.length; i++) {
      l3Keys[i] = Long.remainderUnsigned(l3.getLong(i * Long.BYTES), P36);
    }
  }

  int tagLength() {
    return tagLength;
  }

  /** The tag of a message under a nonce that is never used again. */
  byte[] tag(long nonce, byte[] message, int offset, int length) {
    ByteBuffer tag = ByteBuffer.wrap(padOf(nonce));
    for (int round = 0; round < tagLength / WORD; round++) {
      int hash = hash(round, message, offset, length);
      tag.putInt(round * WORD, tag.getInt(round * WORD) ^ hash);
    }
    return tag.array();
  }

  private byte[] padOf(long nonce) {
    int halves = BLOCK / tagLength;
    int half = (int) (nonce & (halves - 1));
    byte[] block = encrypt(pad, ByteBuffer.allocate(BLOCK).putLong(nonce - half).array());
    byte[] part = new byte[tagLength];
    System.arraycopy(block, half * tagLength, part, 0, tagLength);
    return part;
  }

  private int hash(int round, byte[] message, int offset, int length) {
    var in = ByteBuffer.wrap(message, offset, length).slice().order(ByteOrder.LITTLE_ENDIAN);
    long value = nh(round, in, 0, Math.min(length, CHUNK));
    if (length > CHUNK) {
      long poly = step(l2Keys[round], 1, value);
      for (int at = CHUNK; at < length; at += CHUNK) {
        poly = step(l2Keys[round], poly, nh(round, in, at, Math.min(length - at, CHUNK)));
      }
      value = poly;
    }
    return l3(round, value);
  }

  private long nh(int round, ByteBuffer in, int start, int length) {
    int padded = Math.max(NH_STEP, (length + NH_STEP - 1) / NH_STEP * NH_STEP);
    ByteBuffer chunk = in;
    int base = start;
    if (padded != length) {
      chunk = ByteBuffer.allocate(padded).order(ByteOrder.LITTLE_ENDIAN);
      chunk.put(0, in, start, length);
      base = 0;
    }
    long sum = length * 8L;
    int key = round * L1_SHIFT / WORD;
    for (int word = 0; word < padded / WORD; word += 8) {
      for (int j = word; j < word + 4; j++) {
        long left = Integer.toUnsignedLong(chunk.getInt(base + j * WORD) + l1Key[key + j]);
        long right =
            Integer.toUnsignedLong(chunk.getInt(base + (j + 4) * WORD) + l1Key[key + j + 4]);
        sum += left * right;
      }
    }
    return sum;
  }

  private static long step(long key, long poly, long word) {
    if (Long.compareUnsigned(word, MAX_WORD) >= 0) {
      return add(multiply(key, add(multiply(key, poly), P64 - 1)), word - OFFSET);
    }
    return add(multiply(key, poly), word);
  }

  private static long multiply(long a, long b) {
    long high = Math.unsignedMultiplyHigh(a, b);
    return add(reduce(a * b), high * OFFSET);
  }

  private static long add(long a, long b) {
    long sum = a + b;
    return Long.compareUnsigned(sum, a) < 0 ? reduce(sum + OFFSET) : reduce(sum);
  }

  private static long reduce(long value) {
    return Long.compareUnsigned(value, P64) >= 0 ? value - P64 : value;
  }

  private int l3(int round, long value) {
    long sum = 0;
    for (int i = 0; i < 4; i++) {
      long word = (value >>> (48 - 16 * i)) & 0xffff;
      sum += word * l3Keys[round * 8 + 4 + i];
    }
    return (int) (sum % P36) ^ l3Masks[round];
  }

  private static Cipher aes(byte[] key) {
    try {
      Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, 0, BLOCK, "AES"));
      return cipher;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES is part of every JDK", e);
    }
  }

  private static ByteBuffer derive(Cipher kdf, long purpose, int length) {
    var out = ByteBuffer.allocate((length + BLOCK - 1) / BLOCK * BLOCK);
    for (long i = 1; out.hasRemaining(); i++) {
      out.put(encrypt(kdf, ByteBuffer.allocate(BLOCK).putLong(purpose).putLong(i).array()));
    }
    return out;
  }

  private static byte[] encrypt(Cipher cipher, byte[] block) {
    try {
      return cipher.doFinal(block);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a block of 16 bytes is encrypted", e);
    }
  }

  private static int[] words(ByteBuffer bytes) {
    int[] words = new int[bytes.capacity() / WORD];
    for (int i = 0; i < words.length; i++) {
      words[i] = bytes.getInt(i * WORD);
    }
    return words;
  }
}

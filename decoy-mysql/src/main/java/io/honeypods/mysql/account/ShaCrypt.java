package io.honeypods.mysql.account;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.MessageDigest;

/**
 * SHA-crypt with SHA-256 (<a
 * href="https://www.akkadia.org/drepper/SHA-crypt.txt">specification</a>) and 5,000 rounds, as
 * MySQL keeps passwords: with a salt of 20 bytes and marks of its own.
 */
final class ShaCrypt {
  private static final String ALPHABET =
      "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int ROUNDS = 5000;
  private static final int SALT = 20;
  private static final String CACHING = "$A$%03X$".formatted(ROUNDS / 1000);
  private static final String PLAIN = "$5$";

  private ShaCrypt() {}

  /** {@code $A$005$}, the salt, 43 characters of digest. */
  static String hash(byte[] password, byte[] salt) {
    return CACHING + new String(salt, ISO_8859_1) + digest(password, salt);
  }

  /** The hash of a password with the salt of another hash; empty where that is no hash. */
  static String hashLike(String hash, byte[] password) {
    int start = CACHING.length();
    return hash.startsWith(CACHING) && hash.length() > start + SALT
        ? hash(password, hash.substring(start, start + SALT).getBytes(ISO_8859_1))
        : "";
  }

  /** {@code $5$}, the salt, {@code $}, 43 characters of digest, as sha256_password has it. */
  static String plainHash(byte[] password, byte[] salt) {
    return PLAIN + new String(salt, ISO_8859_1) + "$" + digest(password, salt);
  }

  static String plainHashLike(String hash, byte[] password) {
    int start = PLAIN.length();
    return hash.startsWith(PLAIN) && hash.length() > start + SALT
        ? plainHash(password, hash.substring(start, start + SALT).getBytes(ISO_8859_1))
        : "";
  }

  private static String digest(byte[] password, byte[] salt) {
    byte[] digest = first(password, salt);
    byte[] p = repeat(sumOf(password, password.length), password.length);
    byte[] s = repeat(sumOf(salt, 16 + Byte.toUnsignedInt(digest[0])), salt.length);
    for (int round = 0; round < ROUNDS; round++) {
      digest = round(round, digest, p, s);
    }
    return encode(digest);
  }

  private static byte[] first(byte[] password, byte[] salt) {
    byte[] alternate = Hashes.sha256(password, salt, password);
    MessageDigest sum = Hashes.sha256Digest();
    sum.update(password);
    sum.update(salt);
    sum.update(repeat(alternate, password.length));
    for (int bits = password.length; bits > 0; bits >>= 1) {
      sum.update((bits & 1) != 0 ? alternate : password);
    }
    return sum.digest();
  }

  private static byte[] round(int round, byte[] digest, byte[] p, byte[] s) {
    boolean odd = (round & 1) != 0;
    MessageDigest sum = Hashes.sha256Digest();
    sum.update(odd ? p : digest);
    if (round % 3 != 0) {
      sum.update(s);
    }
    if (round % 7 != 0) {
      sum.update(p);
    }
    sum.update(odd ? digest : p);
    return sum.digest();
  }

  private static byte[] sumOf(byte[] part, int times) {
    MessageDigest sum = Hashes.sha256Digest();
    for (int i = 0; i < times; i++) {
      sum.update(part);
    }
    return sum.digest();
  }

  /** As many bytes as asked for, going round. */
  private static byte[] repeat(byte[] block, int length) {
    byte[] result = new byte[length];
    for (int i = 0; i < length; i += block.length) {
      System.arraycopy(block, 0, result, i, Math.min(block.length, length - i));
    }
    return result;
  }

  /** 32 bytes in the order and the base 64 of crypt(3). */
  private static String encode(byte[] digest) {
    var text = new StringBuilder(43);
    int a = 0;
    int b = 10;
    int c = 20;
    for (int i = 0; i < 10; i++) {
      group(text, digest[a], digest[b], digest[c], 4);
      int next = c + 1;
      c = b + 1;
      b = a + 1;
      a = next;
    }
    group(text, (byte) 0, digest[31], digest[30], 3);
    return text.toString();
  }

  private static void group(StringBuilder text, byte high, byte middle, byte low, int length) {
    int bits =
        Byte.toUnsignedInt(high) << 16 | Byte.toUnsignedInt(middle) << 8 | Byte.toUnsignedInt(low);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(bits & 0x3f));
      bits >>= 6;
    }
  }
}

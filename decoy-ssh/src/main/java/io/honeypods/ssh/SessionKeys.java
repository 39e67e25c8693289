package io.honeypods.ssh;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Derives the keys of an exchange: <a href="https://www.rfc-editor.org/rfc/rfc4253#section-7.2">RFC
 * 4253, 7.2</a>.
 */
final class SessionKeys {
  private static final int IV = 16;
  private static final int CHACHA_KEY = 64;

  private final String digest;
  private final byte[] secret;
  private final byte[] hash;
  private final byte[] sessionId;

  /** The keys of an exchange whose secret is given as it was hashed. */
  SessionKeys(String digest, byte[] secret, byte[] hash, byte[] sessionId) {
    this.digest = digest;
    this.secret = secret;
    this.hash = hash;
    this.sessionId = sessionId;
  }

  /** What packets of the client are opened by. */
  PacketCipher inbound(Agreed agreed) {
    return cipher(false, agreed.cipherIn(), agreed.macIn(), 'A', 'C', 'E');
  }

  /** What our packets are sealed by. */
  PacketCipher outbound(Agreed agreed) {
    return cipher(true, agreed.cipherOut(), agreed.macOut(), 'B', 'D', 'F');
  }

  private PacketCipher cipher(
      boolean encrypts, String cipher, String mac, char ivLetter, char keyLetter, char macLetter) {
    byte[] iv = derive(ivLetter, IV);
    return switch (cipher) {
      case "chacha20-poly1305@openssh.com" -> new ChaChaCipher(derive(keyLetter, CHACHA_KEY));
      case "aes128-gcm@openssh.com" -> new GcmCipher(encrypts, derive(keyLetter, 16), iv);
      case "aes256-gcm@openssh.com" -> new GcmCipher(encrypts, derive(keyLetter, 32), iv);
      case "aes128-ctr" -> counter(encrypts, derive(keyLetter, 16), iv, mac, macLetter);
      case "aes192-ctr" -> counter(encrypts, derive(keyLetter, 24), iv, mac, macLetter);
      case "aes256-ctr" -> counter(encrypts, derive(keyLetter, 32), iv, mac, macLetter);
      default ->
          throw new IllegalArgumentException("cipher " + cipher + " (expected one we offer)");
    };
  }

  private PacketCipher counter(
      boolean encrypts, byte[] key, byte[] iv, String mac, char macLetter) {
    byte[] macKey = derive(macLetter, PacketMac.keyLength(mac));
    return new MacCipher(
        encrypts, key, iv, PacketMac.of(mac, macKey), PacketMac.isEncryptThenMac(mac));
  }

  private byte[] derive(char letter, int length) {
    var key = new ByteArrayOutputStream();
    MessageDigest md = Randomness.digest(digest);
    md.update(secret);
    md.update(hash);
    md.update((byte) letter);
    key.writeBytes(md.digest(sessionId));
    while (key.size() < length) {
      md.update(secret);
      md.update(hash);
      key.writeBytes(md.digest(key.toByteArray()));
    }
    return Arrays.copyOf(key.toByteArray(), length);
  }
}

package io.honeypods.mysql.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;

/** The proofs of a password that clients send. */
final class Scramble {
  private Scramble() {}

  /** For a plugin, from the salt that the server sent; empty for no password. */
  static byte[] of(String plugin, String password, byte[] salt) throws IOException {
    if (password.isEmpty()) {
      return plugin.equals("sha256_password") ? new byte[1] : new byte[0];
    }
    return switch (plugin) {
      case "mysql_native_password" -> natively(password, salt);
      case "caching_sha2_password" -> sha2(password, salt);
      case "sha256_password" -> new byte[] {1};
      default -> (password + "\0").getBytes(UTF_8);
    };
  }

  private static byte[] natively(String password, byte[] salt) throws IOException {
    byte[] once = digest("SHA-1", password.getBytes(UTF_8));
    return xor(once, digest("SHA-1", salt, digest("SHA-1", once)));
  }

  private static byte[] sha2(String password, byte[] salt) throws IOException {
    byte[] once = digest("SHA-256", password.getBytes(UTF_8));
    return xor(once, digest("SHA-256", digest("SHA-256", once), salt));
  }

  /** The password as the server's public key hides it. */
  static byte[] encrypted(String password, byte[] salt, String pem) throws IOException {
    try {
      byte[] clear = xor((password + "\0").getBytes(UTF_8), salt);
      String body = pem.replaceAll("-----[A-Z ]*-----|\\s", "");
      var key =
          KeyFactory.getInstance("RSA")
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(body)));
      var cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
      cipher.init(Cipher.ENCRYPT_MODE, key);
      return cipher.doFinal(clear);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static byte[] digest(String algorithm, byte[]... parts) throws IOException {
    try {
      var digest = MessageDigest.getInstance(algorithm);
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** The first with the second laid over it, again and again. */
  private static byte[] xor(byte[] one, byte[] other) {
    byte[] mixed = Arrays.copyOf(one, one.length);
    for (int i = 0; i < one.length; i++) {
      mixed[i] ^= other[i % other.length];
    }
    return mixed;
  }
}

package io.honeypods.mysql.account;

import io.honeypods.decoy.event.Bytes;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * {@code mysql_native_password}: the server keeps SHA1(SHA1(password)), the client answers a
 * scramble with SHA1(password) XOR SHA1(scramble, SHA1(SHA1(password))).
 */
public final class NativePassword {
  private static final HexFormat HEX = HexFormat.of();

  private NativePassword() {}

  /** A star and 40 hex digits. */
  static String hash(byte[] password) {
    byte[] twice = Hashes.sha1(Hashes.sha1(password));
    return "*" + HEX.withUpperCase().formatHex(twice);
  }

  /** Whether a response to a scramble proves the password that is kept. */
  public static boolean isRight(String kept, byte[] scramble, byte[] response) {
    if (kept.isEmpty() || response.length == 0) {
      return kept.isEmpty() && response.length == 0;
    }
    if (response.length != Hashes.SHA1_LENGTH || kept.length() != 1 + 2 * Hashes.SHA1_LENGTH) {
      return false;
    }
    byte[] stored = HEX.parseHex(kept, 1, kept.length());
    byte[] once = Hashes.xor(response, Hashes.sha1(scramble, stored));
    return MessageDigest.isEqual(Hashes.sha1(once), stored);
  }

  /** What hashcat (mode 11200) and john take: {@code $mysqlna$scramble*response} in hex. */
  public static String crackable(byte[] scramble, Bytes response) {
    return "$mysqlna$" + HEX.formatHex(scramble) + "*" + HEX.formatHex(response.toByteArray());
  }
}

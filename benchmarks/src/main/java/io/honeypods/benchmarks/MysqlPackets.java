package io.honeypods.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What a MySQL client sends, as packets. */
final class MysqlPackets {
  static final ByteBuffer QUIT = packet(0, new byte[] {1});
  static final ByteBuffer SELECT = packet(0, "\003SELECT 1".getBytes(US_ASCII));

  private static final int CAPABILITIES = 0x000a_a205;
  private static final int MAX_PACKET = 1 << 24;
  private static final byte UTF8MB4 = 45;
  private static final int SALT = 20;
  private static final byte[] USER = "root\0".getBytes(US_ASCII);
  private static final byte[] PLUGIN = "mysql_native_password\0".getBytes(US_ASCII);

  private MysqlPackets() {}

  /** The answer to a greeting, as root; an empty password is not hashed. */
  static ByteBuffer login(ByteBuffer greeting, String password) {
    byte[] proof = proof(salt(greeting), password);
    var body = ByteBuffer.allocate(33 + USER.length + proof.length + PLUGIN.length);
    body.putInt(Integer.reverseBytes(CAPABILITIES)).putInt(Integer.reverseBytes(MAX_PACKET));
    body.put(UTF8MB4).position(32).put(USER).put((byte) proof.length).put(proof).put(PLUGIN);
    return packet(1, body.array());
  }

  /** The answer to the wish for another plugin, which is the same one with a new salt. */
  static ByteBuffer proofAgain(ByteBuffer wish, String password) {
    byte[] salt = new byte[SALT];
    wish.get(wish.limit() - SALT - 1, salt);
    return packet(3, proof(salt, password));
  }

  private static byte[] salt(ByteBuffer greeting) {
    int at = 1;
    while (greeting.get(at) != 0) {
      at++;
    }
    byte[] salt = new byte[SALT];
    greeting.get(at + 5, salt, 0, 8);
    greeting.get(at + 5 + 8 + 19, salt, 8, 12);
    return salt;
  }

  private static byte[] proof(byte[] salt, String password) {
    if (password.isEmpty()) {
      return new byte[0];
    }
    byte[] once = sha1(password.getBytes(US_ASCII));
    byte[] proof = sha1(salt, sha1(once));
    for (int i = 0; i < proof.length; i++) {
      proof[i] ^= once[i];
    }
    return proof;
  }

  private static byte[] sha1(byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-1");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-1 is part of every JDK", e);
    }
  }

  private static ByteBuffer packet(int sequence, byte[] body) {
    return ByteBuffer.allocate(4 + body.length)
        .put((byte) body.length)
        .put((byte) (body.length >>> 8))
        .put((byte) 0)
        .put((byte) sequence)
        .put(body)
        .flip()
        .asReadOnlyBuffer();
  }
}

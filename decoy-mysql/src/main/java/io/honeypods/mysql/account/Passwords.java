package io.honeypods.mysql.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.random.RandomGenerator;

/** How passwords become authentication strings, and whether one is right. */
public final class Passwords {
  private static final int SALT = 20;

  private Passwords() {}

  /** The authentication string that a plugin keeps of a password; empty for the empty one. */
  public static String hash(AuthPlugin plugin, String password) {
    return hash(plugin, password, RandomGenerator.getDefault());
  }

  /** As {@link #hash(AuthPlugin, String)}, with the salt from a source given. */
  public static String hash(AuthPlugin plugin, String password, RandomGenerator random) {
    if (password.isEmpty()) {
      return "";
    }
    return switch (plugin) {
      case MYSQL_NATIVE_PASSWORD -> NativePassword.hash(password.getBytes(UTF_8));
      case CACHING_SHA2_PASSWORD -> ShaCrypt.hash(password.getBytes(UTF_8), salt(random));
      case SHA256_PASSWORD -> ShaCrypt.plainHash(password.getBytes(UTF_8), salt(random));
    };
  }

  /** Whether a password in clear is the one of an account. */
  public static boolean matches(Account account, byte[] password) {
    String kept = account.authenticationString();
    if (kept.isEmpty() || password.length == 0) {
      return kept.isEmpty() && password.length == 0;
    }
    String given =
        switch (account.plugin()) {
          case MYSQL_NATIVE_PASSWORD -> NativePassword.hash(password);
          case CACHING_SHA2_PASSWORD -> ShaCrypt.hashLike(kept, password);
          case SHA256_PASSWORD -> ShaCrypt.plainHashLike(kept, password);
        };
    return MessageDigest.isEqual(given.getBytes(UTF_8), kept.getBytes(UTF_8));
  }

  /** Bytes 1 to 127 without {@code $}, as {@code generate_user_salt} makes them. */
  public static byte[] salt(RandomGenerator random) {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    for (int i = 0; i < salt.length; i++) {
      salt[i] &= 0x7f;
      if (salt[i] == 0 || salt[i] == '$') {
        salt[i]++;
      }
    }
    return salt;
  }
}

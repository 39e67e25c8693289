package io.honeypods.mysql.x;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.LoginMethod;
import io.honeypods.decoy.event.Outcome;
import io.honeypods.decoy.event.Secret;
import io.honeypods.decoy.event.Text;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Who somebody says to be: {@code schema NUL user NUL proof}.
 *
 * @param user as Latin-1; empty where the NULs are missing
 * @param proof as Latin-1: the password, or {@code *} and the answer to a challenge in hex
 */
record Login(String user, String proof) {

  private static final int MAX_NAME = 48;

  static Login parse(Bytes data) {
    String[] parts = data.latin1().split("\0", 3);
    return parts.length < 3 ? new Login("", "") : new Login(parts[1], parts[2]);
  }

  boolean hasProof() {
    return !proof.isEmpty();
  }

  /** The attempt by an answer to a challenge. */
  LoginAttempted attempt(Mechanism mechanism, Bytes salt) {
    if (!hasProof()) {
      return attempt(mechanism.method(), Secret.NONE);
    }
    String answer = proof.startsWith("*") ? proof.substring(1) : proof;
    String challenge = HexFormat.of().formatHex(salt.toByteArray());
    String hash = mechanism.prefix() + challenge + "*" + answer.toLowerCase(Locale.ROOT);
    return attempt(mechanism.method(), new Secret(Secret.Type.HASH, Text.of(hash)));
  }

  /** What the server says of it. */
  String denial(String peer) {
    return "Access denied for user '%s'@'%s' (using password: %s)"
        .formatted(
            user.substring(0, Math.min(MAX_NAME, user.length())), peer, hasProof() ? "YES" : "NO");
  }

  /** The attempt by a password in clear. */
  LoginAttempted inClear() {
    return attempt(LoginMethod.PASSWORD, Secret.password(utf8(proof)));
  }

  private LoginAttempted attempt(LoginMethod method, Secret secret) {
    return new LoginAttempted(method, Text.of(utf8(user)), secret, Outcome.FAILURE);
  }

  private static String utf8(String latin1) {
    return new String(Bytes.ofLatin1(latin1).toByteArray(), UTF_8);
  }
}

package io.honeypods.mysql.x;

import io.honeypods.decoy.event.Bytes;
import java.time.Duration;
import java.time.Instant;

/**
 * What is known of a connection in all its states.
 *
 * @param peer the IP address of the client
 * @param secure whether it is within TLS
 * @param end when the client must have logged in
 */
record XSession(String peer, boolean secure, Instant end, XServer server) {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);
  private static final int SALT = 20;

  static XSession begin(String peer, XServer server) {
    return new XSession(peer, false, server.clock().instant().plus(CONNECT_TIMEOUT), server);
  }

  XSession withinTls() {
    return new XSession(peer, true, end, server);
  }

  Duration left() {
    Duration left = Duration.between(server.clock().instant(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** A new challenge: 7-bit bytes, none of them NUL or {@code $}, and a NUL. */
  Bytes salt() {
    byte[] salt = new byte[SALT];
    for (int i = 0; i < SALT - 1; i++) {
      int value = server.random().nextInt(0x80);
      salt[i] = (byte) (value == 0 || value == '$' ? value + 1 : value);
    }
    return Bytes.of(salt);
  }
}

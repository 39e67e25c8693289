package io.honeypods.mysql.sql;

import java.util.function.Supplier;

/**
 * What the status variables tell of the process around the server.
 *
 * @param publicKey the RSA key for passwords in PEM, empty while it is not made yet
 * @param ciphers the names of the TLS ciphers, with colons between them
 */
public record Disclosure(Supplier<String> publicKey, String ciphers) {
  static final Disclosure NONE = new Disclosure(() -> "", "");
}

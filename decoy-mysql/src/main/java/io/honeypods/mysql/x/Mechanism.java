package io.honeypods.mysql.x;

import io.honeypods.decoy.event.LoginMethod;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A way to log in that begins with a challenge; the only ways there are without TLS. */
enum Mechanism {
  MYSQL41(LoginMethod.NATIVE_PASSWORD, "$mysqlna$"),
  SHA256_MEMORY(LoginMethod.CACHING_SHA2_PASSWORD, "$mysqlsha2$");

  private final LoginMethod method;
  private final String prefix;

  Mechanism(LoginMethod method, String prefix) {
    this.method = method;
    this.prefix = prefix;
  }

  /** The mechanism of this name, in these very letters; null for none. */
  static @Nullable Mechanism byName(String name) {
    return Arrays.stream(values())
        .filter(known -> known.name().equals(name))
        .findAny()
        .orElse(null);
  }

  LoginMethod method() {
    return method;
  }

  /** What a hash of this mechanism is introduced by: {@code $mysqlna$} is hashcat's mode 11200. */
  String prefix() {
    return prefix;
  }
}

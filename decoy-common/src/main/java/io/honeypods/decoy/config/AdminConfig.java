package io.honeypods.decoy.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where health and metrics are served, and to whom: section {@code admin}. */
public record AdminConfig(
    @Setting(
            value = "Where `/livez`, `/readyz` and `/metrics` are served; `null` for nowhere.",
            fallback = "0.0.0.0:9100")
        @Nullable Endpoint listen,
    @Setting(
            value = "The bearer token that `/metrics` asks for. Nobody is asked where absent.",
            fallback = Setting.NONE)
        @Nullable String token,
    @Setting(value = "The networks that may come; an empty list means any.", fallback = "[]")
        List<Cidr> allow) {
  private static final int LONGEST_TOKEN = 1024;

  public AdminConfig {
    allow = List.copyOf(allow);
    if (token != null && !isToken(token)) {
      throw new IllegalArgumentException(
          "token of "
              + token.length()
              + " characters (expected 1 to "
              + LONGEST_TOKEN
              + " of printable ASCII, no spaces)");
    }
  }

  private static boolean isToken(String token) {
    return !token.isEmpty()
        && token.length() <= LONGEST_TOKEN
        && token.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  /** Without the token, which is a secret. */
  @Override
  public String toString() {
    return "AdminConfig[listen=" + listen + ", allow=" + allow + "]";
  }
}

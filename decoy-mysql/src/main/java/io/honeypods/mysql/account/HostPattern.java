package io.honeypods.mysql.account;

/** The host of an account as a pattern. */
final class HostPattern {
  private HostPattern() {}

  /** Whether a client at an address comes from that host; names are never looked up. */
  static boolean matches(String pattern, String ip) {
    return pattern.isEmpty() || Wildcards.fit(pattern, false, ip);
  }
}

package io.honeypods.mysql.sql;

import java.time.Instant;

/**
 * What is kept of an account beside its password.
 *
 * @param require the TLS it must use, as REQUIRE says it
 * @param limits such as {@code MAX_QUERIES_PER_HOUR 10}, or empty
 * @param expiry what follows PASSWORD EXPIRE
 * @param attribute JSON, or empty
 * @param role whether it was made by CREATE ROLE
 * @param changed when its password was last set
 */
record UserDetails(
    String require, String limits, String expiry, String attribute, boolean role, Instant changed) {

  static UserDetails plain(Instant changed) {
    return new UserDetails("NONE", "", "DEFAULT", "", false, changed);
  }

  UserDetails withPasswordOf(Instant now) {
    return new UserDetails(require, limits, expiry, attribute, role, now);
  }
}

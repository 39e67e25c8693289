package io.honeypods.mysql.sql;

import java.time.Instant;

/**
 * Which server is claimed, and where it claims to run.
 *
 * @param version such as {@code 8.0.44}
 * @param host the host name, as {@code @@hostname} says it
 * @param serverUuid as {@code @@server_uuid} says it
 * @param installed when the data directory was made
 * @param started when the process began
 */
public record ServerProfile(
    String version, String host, String serverUuid, int port, Instant installed, Instant started) {

  /** 8 and 0 and 44 as 80044. */
  public int versionNumber() {
    String[] parts = version.split("[.-]", -1);
    return Integer.parseInt(parts[0]) * 10_000
        + Integer.parseInt(parts[1]) * 100
        + Integer.parseInt(parts[2]);
  }
}

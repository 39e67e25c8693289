package io.honeypods.example;

import io.honeypods.decoy.config.Endpoint;
import io.honeypods.decoy.config.Setting;

/** The Redis decoy: section {@code redis}. */
public record RedisConfig(
    @Setting(value = "Where Redis is served.", fallback = "0.0.0.0:6379") Endpoint listen,
    @Setting(value = "The version of Redis that is claimed.", fallback = "7.4.2") String version) {
  public RedisConfig {
    if (!version.matches("[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{1,2}")) {
      throw new IllegalArgumentException("version is no version of Redis (expected 7.4.2, say)");
    }
  }
}

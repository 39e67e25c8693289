package io.honeypods.mysql;

import io.honeypods.mysql.account.AuthPlugin;

/** A server as it is commonly found. */
public enum MysqlProfile {
  NATIVE("8.0.44", AuthPlugin.MYSQL_NATIVE_PASSWORD),
  SHA2("8.4.7", AuthPlugin.CACHING_SHA2_PASSWORD);

  private final String version;
  private final AuthPlugin plugin;

  MysqlProfile(String version, AuthPlugin plugin) {
    this.version = version;
    this.plugin = plugin;
  }

  String version() {
    return version;
  }

  /** {@code default_authentication_plugin}. */
  AuthPlugin plugin() {
    return plugin;
  }
}

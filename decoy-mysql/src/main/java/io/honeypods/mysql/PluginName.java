package io.honeypods.mysql;

import io.honeypods.mysql.account.AuthPlugin;

/** An authentication plugin as the configuration names it. */
public enum PluginName {
  NATIVE(AuthPlugin.MYSQL_NATIVE_PASSWORD),
  SHA2(AuthPlugin.CACHING_SHA2_PASSWORD);

  private final AuthPlugin plugin;

  PluginName(AuthPlugin plugin) {
    this.plugin = plugin;
  }

  AuthPlugin plugin() {
    return plugin;
  }
}

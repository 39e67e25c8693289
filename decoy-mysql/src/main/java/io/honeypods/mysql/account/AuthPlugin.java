package io.honeypods.mysql.account;

/** How a password is kept and proven. */
public enum AuthPlugin {
  MYSQL_NATIVE_PASSWORD("mysql_native_password"),
  CACHING_SHA2_PASSWORD("caching_sha2_password"),
  SHA256_PASSWORD("sha256_password");

  private final String id;

  AuthPlugin(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }
}

package io.honeypods.decoy.event;

/** How a credential was presented. */
public enum LoginMethod {
  BASIC("basic"),
  BEARER("bearer"),
  FORM("form"),
  PASSWORD("password"),
  KEYBOARD_INTERACTIVE("keyboard-interactive"),
  PUBLIC_KEY("publickey"),
  NONE("none"),
  NATIVE_PASSWORD("mysql_native_password"),
  CACHING_SHA2_PASSWORD("caching_sha2_password"),
  SHA256_PASSWORD("sha256_password");

  private final String id;

  LoginMethod(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }
}

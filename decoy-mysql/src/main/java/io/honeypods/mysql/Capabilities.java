package io.honeypods.mysql;

/**
 * What a server and a client can do (<a
 * href="https://dev.mysql.com/doc/dev/mysql-server/latest/group__group__cs__capabilities__flags.html">
 * CLIENT_ flags</a>).
 */
record Capabilities(int bits) {
  static final int FOUND_ROWS = 1 << 1;
  static final int CONNECT_WITH_DB = 1 << 3;
  static final int COMPRESS = 1 << 5;
  static final int PROTOCOL_41 = 1 << 9;
  static final int SSL = 1 << 11;
  static final int SECURE_CONNECTION = 1 << 15;
  static final int MULTI_STATEMENTS = 1 << 16;
  static final int PLUGIN_AUTH = 1 << 19;
  static final int CONNECT_ATTRS = 1 << 20;
  static final int PLUGIN_AUTH_LENENC = 1 << 21;
  static final int SESSION_TRACK = 1 << 23;
  static final int DEPRECATE_EOF = 1 << 24;
  static final int OPTIONAL_RESULTSET_METADATA = 1 << 25;
  static final int QUERY_ATTRIBUTES = 1 << 27;

  /** All that this implementation does; a flag that is not among these is never agreed on. */
  static Capabilities ofServer(int versionNumber) {
    int high =
        versionNumber >= 8_00_27
            ? 0xdfff
            : versionNumber >= 8_00_23 ? 0xcfff : versionNumber >= 8_00_18 ? 0xc7ff : 0xc3ff;
    return new Capabilities(high << 16 | 0xffff);
  }

  boolean has(int flag) {
    return (bits & flag) != 0;
  }

  Capabilities and(Capabilities other) {
    return new Capabilities(bits & other.bits);
  }
}

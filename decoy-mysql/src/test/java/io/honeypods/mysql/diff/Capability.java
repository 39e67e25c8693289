package io.honeypods.mysql.diff;

/** What a client may announce in its login. */
enum Capability {
  LONG_PASSWORD(0),
  FOUND_ROWS(1),
  LONG_FLAG(2),
  CONNECT_WITH_DB(3),
  NO_SCHEMA(4),
  COMPRESS(5),
  ODBC(6),
  LOCAL_FILES(7),
  IGNORE_SPACE(8),
  PROTOCOL_41(9),
  INTERACTIVE(10),
  SSL(11),
  IGNORE_SIGPIPE(12),
  TRANSACTIONS(13),
  RESERVED(14),
  SECURE_CONNECTION(15),
  MULTI_STATEMENTS(16),
  MULTI_RESULTS(17),
  PS_MULTI_RESULTS(18),
  PLUGIN_AUTH(19),
  CONNECT_ATTRS(20),
  LENENC_AUTH(21),
  EXPIRED_PASSWORDS(22),
  SESSION_TRACK(23),
  DEPRECATE_EOF(24),
  OPTIONAL_METADATA(25),
  ZSTD(26),
  QUERY_ATTRIBUTES(27),
  MULTI_FACTOR(28),
  EXTENSION(29),
  VERIFY_SERVER(30),
  REMEMBER(31);

  private final long bit;

  Capability(int number) {
    bit = 1L << number;
  }

  boolean in(long flags) {
    return (flags & bit) != 0;
  }

  static long of(Capability... wanted) {
    long flags = 0;
    for (Capability one : wanted) {
      flags |= one.bit;
    }
    return flags;
  }
}

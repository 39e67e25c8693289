package io.honeypods.mysql.diff;

import static io.honeypods.mysql.diff.Capability.CONNECT_ATTRS;
import static io.honeypods.mysql.diff.Capability.CONNECT_WITH_DB;
import static io.honeypods.mysql.diff.Capability.LENENC_AUTH;
import static io.honeypods.mysql.diff.Capability.PLUGIN_AUTH;
import static io.honeypods.mysql.diff.Capability.PROTOCOL_41;
import static io.honeypods.mysql.diff.Capability.SECURE_CONNECTION;

import io.honeypods.decoy.event.Bytes;
import java.io.IOException;

/**
 * How a client logs in.
 *
 * @param plugin that the client names, and by which it proves the password
 * @param attributes the bytes behind it all, with CONNECT_ATTRS
 */
record LoginForm(
    long flags, String user, String password, String plugin, String schema, Bytes attributes) {
  static final String NATIVE = "mysql_native_password";
  static final String SHA2 = "caching_sha2_password";
  static final long USUAL =
      Capability.of(
          Capability.LONG_PASSWORD,
          Capability.LONG_FLAG,
          PROTOCOL_41,
          Capability.TRANSACTIONS,
          SECURE_CONNECTION,
          Capability.MULTI_RESULTS,
          Capability.PS_MULTI_RESULTS,
          PLUGIN_AUTH);

  private static final int UTF8MB4 = 255;

  static LoginForm as(String user, String password) {
    return new LoginForm(USUAL, user, password, NATIVE, "", Bytes.of((byte) 0));
  }

  static LoginForm root() {
    return as("root", "");
  }

  LoginForm by(String name) {
    return new LoginForm(flags, user, password, name, schema, attributes);
  }

  LoginForm to(String name) {
    return new LoginForm(
        flags | Capability.of(CONNECT_WITH_DB), user, password, plugin, name, attributes);
  }

  LoginForm flags(long others) {
    return new LoginForm(others, user, password, plugin, schema, attributes);
  }

  LoginForm with(Capability... more) {
    return flags(flags | Capability.of(more));
  }

  LoginForm without(Capability... some) {
    return flags(flags & ~Capability.of(some));
  }

  LoginForm attributed(byte... bytes) {
    return new LoginForm(
        flags | Capability.of(CONNECT_ATTRS), user, password, plugin, schema, Bytes.of(bytes));
  }

  /** What both a login packet and an SSLRequest begin with. */
  byte[] head() {
    return new PacketWriter()
        .int4(flags)
        .int4(1 << 24)
        .int1(UTF8MB4)
        .bytes(new byte[23])
        .toByteArray();
  }

  /** The login packet's payload. */
  byte[] payload(byte[] salt) throws IOException {
    byte[] proof = Scramble.of(plugin, password, salt);
    var out = new PacketWriter().bytes(head()).zeroEnded(user);
    if (LENENC_AUTH.in(flags)) {
      out.counted(proof);
    } else if (SECURE_CONNECTION.in(flags)) {
      out.int1(proof.length).bytes(proof);
    } else {
      out.bytes(proof).int1(0);
    }
    if (CONNECT_WITH_DB.in(flags)) {
      out.zeroEnded(schema);
    }
    if (PLUGIN_AUTH.in(flags)) {
      out.zeroEnded(plugin);
    }
    if (CONNECT_ATTRS.in(flags)) {
      out.bytes(attributes.toByteArray());
    }
    return out.toByteArray();
  }
}

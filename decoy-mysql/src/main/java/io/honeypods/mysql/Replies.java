package io.honeypods.mysql;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.mysql.account.AuthPlugin;
import io.honeypods.mysql.sql.SqlError;
import java.util.Arrays;

/** The packets of a server that hold no rows. */
final class Replies {
  private static final int SQLSTATE = 5;

  private Replies() {}

  /** The first packet of a connection, protocol version 10. */
  static Bytes greeting(
      String version, int connectionId, byte[] scramble, Capabilities ours, AuthPlugin plugin) {
    return new PacketWriter(0)
        .begin()
        .octet(10)
        .textAndNul(version)
        .integer(connectionId, 4)
        .raw(Arrays.copyOf(scramble, 8))
        .octet(0)
        .integer(ours.bits(), 2)
        .octet(255)
        .integer(2, 2)
        .integer(ours.bits() >>> 16, 2)
        .octet(scramble.length + 1)
        .zeros(10)
        .raw(Arrays.copyOfRange(scramble, 8, scramble.length))
        .octet(0)
        .textAndNul(plugin.id())
        .end()
        .take();
  }

  /** An error; clients that did not announce protocol 4.1 get no SQLSTATE. */
  static Bytes error(int sequence, SqlError error, boolean withState) {
    var out = new PacketWriter(sequence);
    error(out, error, withState);
    return out.take();
  }

  static void error(PacketWriter out, SqlError error, boolean withState) {
    out.begin().octet(0xff).integer(error.code(), 2);
    if (withState && error.state().length() == SQLSTATE) {
      out.octet('#').text(error.state());
    }
    out.text(error.message()).end();
  }

  /** Asks for an answer to another scramble by another plugin. */
  static Bytes authSwitch(int sequence, AuthPlugin plugin, byte[] scramble) {
    return new PacketWriter(sequence)
        .begin()
        .octet(0xfe)
        .textAndNul(plugin.id())
        .raw(scramble)
        .octet(0)
        .end()
        .take();
  }

  /** More data of a plugin. */
  static Bytes moreData(int sequence, byte... data) {
    return new PacketWriter(sequence).begin().octet(1).raw(data).end().take();
  }
}

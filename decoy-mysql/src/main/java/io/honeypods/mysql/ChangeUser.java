package io.honeypods.mysql;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Field;
import io.honeypods.mysql.PacketReader.MalformedPacketException;
import java.util.List;

/**
 * COM_CHANGE_USER (<a
 * href="https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_com_change_user.html">
 * layout</a>): a login within a connection.
 */
final class ChangeUser {
  private ChangeUser() {}

  /** Reads one of a client that logged in with {@code before}. */
  static HandshakeResponse parse(Bytes payload, HandshakeResponse before)
      throws MalformedPacketException {
    var in = new PacketReader(payload);
    String user = PacketReader.utf8(in.upToNul());
    Bytes answer = in.take(in.octet());
    String schema = PacketReader.utf8(in.upToNul());
    int collation = in.remaining() >= 2 ? (int) in.integer(2) : before.collation();
    boolean knowsPlugins = before.capabilities().has(Capabilities.PLUGIN_AUTH);
    String plugin = knowsPlugins && !in.isAtEnd() ? PacketReader.utf8(in.upToNul()) : "";
    List<Field> attributes =
        before.capabilities().has(Capabilities.CONNECT_ATTRS) && !in.isAtEnd()
            ? HandshakeResponse.attributes(in)
            : before.attributes();
    return new HandshakeResponse(
        before.capabilities(), collation, user, answer, schema, plugin, attributes);
  }
}

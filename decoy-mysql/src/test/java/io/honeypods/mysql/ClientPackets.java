package io.honeypods.mysql;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.honeypods.decoy.event.Bytes;

/** What clients send, built by hand. */
final class ClientPackets {
  static final int USUAL =
      Capabilities.PROTOCOL_41
          | Capabilities.SECURE_CONNECTION
          | Capabilities.PLUGIN_AUTH
          | Capabilities.CONNECT_ATTRS
          | Capabilities.MULTI_STATEMENTS;

  private ClientPackets() {}

  /** A login with an answer by a plugin. */
  static Bytes login(int sequence, String user, String plugin, byte[] answer) {
    return new PacketWriter(sequence)
        .begin()
        .integer(USUAL, 4)
        .integer(1 << 24, 4)
        .octet(255)
        .zeros(23)
        .textAndNul(user)
        .octet(answer.length)
        .raw(answer)
        .textAndNul(plugin)
        .lengthEncoded(20)
        .lengthEncodedText("_client_name")
        .lengthEncodedText("pytest")
        .end()
        .take();
  }

  /** A login of a client that knows no plugins. */
  static Bytes oldLogin(String user, byte[] answer) {
    return new PacketWriter(1)
        .begin()
        .integer(Capabilities.PROTOCOL_41 | Capabilities.SECURE_CONNECTION, 4)
        .integer(1 << 24, 4)
        .octet(255)
        .zeros(23)
        .textAndNul(user)
        .octet(answer.length)
        .raw(answer)
        .end()
        .take();
  }

  static Bytes sslRequest() {
    return new PacketWriter(1)
        .begin()
        .integer(USUAL | Capabilities.SSL, 4)
        .integer(1 << 24, 4)
        .octet(255)
        .zeros(23)
        .end()
        .take();
  }

  static Bytes packet(int sequence, String payload) {
    return new PacketWriter(sequence).begin().raw(payload.getBytes(ISO_8859_1)).end().take();
  }

  static Bytes query(String sql) {
    return packet(0, "\u0003" + sql);
  }
}

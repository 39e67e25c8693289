package io.honeypods.mysql;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Field;
import io.honeypods.mysql.PacketReader.MalformedPacketException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client logs in with (<a
 * href="https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_connection_phase_packets_protocol_handshake_response.html">
 * HandshakeResponse41</a>).
 *
 * @param answer to the greeting's scramble, by the plugin named
 * @param plugin empty where the client knows only one
 * @param attributes what the client says of itself, such as {@code _client_name}
 */
record HandshakeResponse(
    Capabilities capabilities,
    int collation,
    String user,
    Bytes answer,
    @Nullable String schema,
    String plugin,
    List<Field> attributes) {
  /** Capabilities, packet size, collation and a filler, before the first text. */
  static final int FIXED = 32;

  private static final int FILLER = 23;
  private static final int MAX_ATTRIBUTES = 64;
  private static final int MAX_ATTRIBUTE_BYTES = 65_535;

  HandshakeResponse {
    attributes = List.copyOf(attributes);
  }

  /** Reads a whole response of a client that knows protocol 4.1. */
  static HandshakeResponse parse(Bytes payload) throws MalformedPacketException {
    var in = new PacketReader(payload);
    var capabilities = new Capabilities((int) in.integer(4));
    in.skip(4);
    int collation = in.octet();
    in.skip(FILLER);
    String user = unquoted(PacketReader.utf8(in.upToNul()));
    Bytes answer = answer(in, capabilities);
    String schema =
        capabilities.has(Capabilities.CONNECT_WITH_DB) ? PacketReader.utf8(in.upToNul()) : null;
    String plugin =
        capabilities.has(Capabilities.PLUGIN_AUTH) ? PacketReader.utf8(in.upToNulOrEnd()) : "";
    List<Field> attributes =
        capabilities.has(Capabilities.CONNECT_ATTRS) ? attributes(in) : List.of();
    return new HandshakeResponse(capabilities, collation, user, answer, schema, plugin, attributes);
  }

  /** The attribute of that name, or empty. */
  String attribute(String name) {
    for (Field field : attributes) {
      if (field.name().equals(name)) {
        return field.value();
      }
    }
    return "";
  }

  /** What is worth knowing of the client. */
  List<Field> details(String tls) {
    var details = new ArrayList<>(attributes);
    details.add(new Field("user", user));
    details.add(new Field("capabilities", "0x" + HexFormat.of().toHexDigits(capabilities.bits())));
    details.add(new Field("collation", Integer.toString(collation)));
    details.add(new Field("auth_plugin", plugin));
    if (schema != null) {
      details.add(new Field("schema", schema));
    }
    if (!tls.isEmpty()) {
      details.add(new Field("tls", tls));
    }
    return details;
  }

  private static Bytes answer(PacketReader in, Capabilities capabilities)
      throws MalformedPacketException {
    if (capabilities.has(Capabilities.PLUGIN_AUTH_LENENC)) {
      return in.lengthEncodedBytes();
    }
    return capabilities.has(Capabilities.SECURE_CONNECTION) ? in.take(in.octet()) : in.upToNul();
  }

  /** {@code 'root'} in quotes is {@code root}. */
  private static String unquoted(String user) {
    boolean quoted = user.length() > 1 && user.startsWith("'") && user.endsWith("'");
    return quoted ? user.substring(1, user.length() - 1) : user;
  }

  /** Attributes that are broken are no reason to refuse a client, as long as their end is there. */
  static List<Field> attributes(PacketReader in) throws MalformedPacketException {
    var attributes = new ArrayList<Field>();
    if (in.isAtEnd()) {
      return attributes;
    }
    Bytes all = in.lengthEncodedBytes();
    if (all.length() > MAX_ATTRIBUTE_BYTES) {
      throw new MalformedPacketException(
          "%d bytes of attributes (expected at most %d)"
              .formatted(all.length(), MAX_ATTRIBUTE_BYTES));
    }
    var pairs = new PacketReader(all);
    try {
      while (!pairs.isAtEnd() && attributes.size() < MAX_ATTRIBUTES) {
        String name = PacketReader.utf8(pairs.lengthEncodedBytes());
        attributes.add(new Field(name, PacketReader.utf8(pairs.lengthEncodedBytes())));
      }
    } catch (MalformedPacketException _) {
      return attributes;
    }
    return attributes;
  }
}

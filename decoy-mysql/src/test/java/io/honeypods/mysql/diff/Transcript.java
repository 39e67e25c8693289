package io.honeypods.mysql.diff;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** What came over a connection, a line a packet, without what no two servers share. */
final class Transcript {
  private static final int SALT = 20;

  private final List<String> lines = new ArrayList<>();
  private boolean deprecatesEof;
  private boolean tracks;
  private boolean announced;
  private byte[] salt = new byte[0];
  private String plugin = "";

  void announced(long capabilities) {
    announced = true;
    boolean modern = Capability.PROTOCOL_41.in(capabilities);
    deprecatesEof = modern && Capability.DEPRECATE_EOF.in(capabilities);
    tracks = modern && Capability.SESSION_TRACK.in(capabilities);
  }

  List<String> lines() {
    return lines;
  }

  /** The salt of the greeting or of the latest switch to another plugin. */
  byte[] salt() {
    return salt;
  }

  String plugin() {
    return plugin;
  }

  void note(String line) {
    lines.add(line);
  }

  void packet(Packet packet) {
    String text;
    try {
      text = decoded(packet);
    } catch (IndexOutOfBoundsException | IllegalArgumentException _) {
      text = "DATA " + Escape.value(packet.payload());
    }
    lines.add(packet.sequence() + " " + text);
  }

  private String decoded(Packet packet) {
    byte[] payload = packet.payload();
    if (lines.isEmpty() && packet.first() == 0x0a) {
      return greeting(packet.read());
    } else if (packet.isError()) {
      return announced ? Decoded.error(packet) : beforeLogin(Decoded.error(packet));
    } else if (packet.first() == 0xfe && payload.length > SALT) {
      return authSwitch(packet.read());
    } else if (packet.first() == 0xfe) {
      return deprecatesEof ? "EOF as " + Decoded.ok(packet, tracks) : Decoded.eof(packet);
    } else if (packet.first() == 0 && payload.length >= 7) {
      return "OK?" + Escape.value(payload) + " " + Decoded.ok(packet, tracks);
    } else if (packet.first() == 3 && new String(payload, 1, 3, US_ASCII).equals("def")) {
      return Decoded.column(packet);
    } else if (packet.first() == 1 && new String(payload, US_ASCII).contains("PUBLIC KEY")) {
      return "PUBLIC KEY of " + payload.length + " bytes";
    } else if (new String(payload, US_ASCII).startsWith("Uptime: ")) {
      return "DATA " + new String(payload, US_ASCII).replaceAll("[0-9.]+", "N");
    }
    return "DATA " + Escape.value(payload);
  }

  /** Without the state: 8.0.12 sends it if a bit of what it could not read happens to be set. */
  private static String beforeLogin(String error) {
    return error.replaceFirst("1156 \\((08S01)?\\)", "1156 (?)");
  }

  private String greeting(PacketReader in) {
    in.int1();
    String version = new String(in.zeroEnded(), US_ASCII);
    in.int4();
    byte[] head = in.bytes(8);
    int filler = in.int1();
    long low = in.int2();
    int charset = in.int1();
    int status = in.int2();
    long capabilities = low | (long) in.int2() << 16;
    int length = in.int1();
    byte[] reserved = in.bytes(10);
    byte[] tail = in.bytes(12);
    int end = in.int1();
    plugin = new String(in.zeroEnded(), US_ASCII);
    salt = Arrays.copyOf(head, SALT);
    System.arraycopy(tail, 0, salt, 8, 12);
    return "GREETING %s %02x caps=%08x charset=%d status=%04x auth=%d %s %02x %s salt=%s left=%d"
        .formatted(
            version,
            filler,
            capabilities,
            charset,
            status,
            length,
            HexFormat.of().formatHex(reserved),
            end,
            plugin,
            kind(),
            in.left());
  }

  private String authSwitch(PacketReader in) {
    in.int1();
    plugin = new String(in.zeroEnded(), US_ASCII);
    byte[] rest = in.rest();
    salt = Arrays.copyOf(rest, Math.min(SALT, rest.length));
    return "SWITCH to %s with %d bytes, salt=%s, last=%d"
        .formatted(plugin, rest.length, kind(), rest.length == 0 ? -1 : rest[rest.length - 1]);
  }

  private String kind() {
    for (byte b : salt) {
      if (b <= 0 || b == '$') {
        return "odd";
      }
    }
    return "7 bit";
  }
}

package io.honeypods.drill;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What nc and mysql would do at port 3306: bytes that are no MySQL, and a login that fails, with
 * the mark as its user. <a
 * href="https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_connection_phase.html">The
 * protocol</a>
 */
final class MysqlVisit {
  private static final int CAPABILITIES =
      0x0000_0001 | 0x0000_0200 | 0x0000_8000 | 0x0008_0000; // long password, 4.1, secure, plugins
  private static final int UTF8MB4 = 45;
  private static final int AUTH_SWITCH = 0xfe;
  private static final int MORE_DATA = 0x01;
  private static final int OK = 0x00;
  private static final int NATIVE = 20;
  private static final int SHA2 = 32;

  private MysqlVisit() {}

  static String garbage(String host, int port, Mark mark) throws IOException {
    try (var connection = new Connection(host, port)) {
      packet(connection);
      connection.send(mark.text() + "\r\n");
      return "sent bytes that are no login";
    }
  }

  static String login(String host, int port, Mark mark) throws IOException {
    try (var connection = new Connection(host, port)) {
      byte[] greeting = packet(connection);
      send(connection, 1, response(mark));
      byte[] reply = packet(connection);
      if ((reply[0] & 0xff) == AUTH_SWITCH) {
        boolean sha2 = new String(reply, US_ASCII).startsWith("caching_sha2", 1);
        send(connection, 3, new byte[sha2 ? SHA2 : NATIVE]);
        reply = packet(connection);
      }
      return "login as %s at %s %s".formatted(mark.text(), version(greeting), outcome(reply[0]));
    }
  }

  private static String outcome(byte first) {
    return switch (first) {
      case OK -> "was let in";
      case MORE_DATA -> "was asked for more";
      default -> "was refused";
    };
  }

  private static String version(byte[] greeting) {
    String text = new String(greeting, US_ASCII);
    return text.substring(1, Math.max(1, text.indexOf(0, 1)));
  }

  private static byte[] response(Mark mark) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        ByteBuffer.allocate(32)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(CAPABILITIES)
            .putInt(1 << 24)
            .put((byte) UTF8MB4)
            .array());
    body.writeBytes((mark.text() + "\0").getBytes(US_ASCII));
    body.write(NATIVE);
    body.writeBytes(new byte[NATIVE]);
    body.writeBytes("mysql_native_password\0".getBytes(US_ASCII));
    return body.toByteArray();
  }

  private static void send(Connection connection, int sequence, byte[] body) throws IOException {
    connection.send(
        ByteBuffer.allocate(4 + body.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(body.length | sequence << 24)
            .put(body)
            .array());
  }

  private static byte[] packet(Connection connection) throws IOException {
    int head = ByteBuffer.wrap(connection.receive(4)).order(ByteOrder.LITTLE_ENDIAN).getInt();
    int length = head & 0xff_ffff;
    if (length == 0 || length > 1024) {
      throw new IOException("packet length " + length + " (expected 1 to 1024)");
    }
    return connection.receive(length);
  }
}

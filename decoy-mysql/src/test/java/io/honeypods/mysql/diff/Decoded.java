package io.honeypods.mysql.diff;

import io.honeypods.mysql.sql.ColumnType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Packets as one line of text each. */
final class Decoded {
  private static final int STATE_CHANGED = 0x4000;

  private Decoded() {}

  static String ok(Packet packet, boolean tracks) {
    var in = packet.read();
    in.int1();
    long affected = in.lengthEncoded();
    long id = in.lengthEncoded();
    int status = in.int2();
    int warnings = in.int2();
    String info = "";
    var changes = new ArrayList<String>();
    if (tracks && in.left() > 0) {
      info = in.countedText();
      if ((status & STATE_CHANGED) != 0) {
        changes.addAll(changes(new PacketReader(in.counted())));
      }
    }
    return "OK affected=%d id=%d status=%04x warnings=%d info=%s%s%s"
        .formatted(affected, id, status, warnings, "'" + info + "'", track(changes), tail(in));
  }

  private static List<String> changes(PacketReader in) {
    var changes = new ArrayList<String>();
    while (in.left() > 0) {
      int type = in.int1();
      var data = new PacketReader(in.counted());
      changes.add(
          switch (type) {
            case 0 -> "variable " + data.countedText() + "=" + data.countedText();
            case 1 -> "schema " + data.countedText();
            default -> type + " " + HexFormat.of().formatHex(data.rest());
          });
    }
    return changes;
  }

  static String track(List<String> changes) {
    return changes.isEmpty() ? "" : " track=" + changes;
  }

  private static String tail(PacketReader in) {
    return in.left() == 0 ? "" : " tail=" + Escape.value(in.rest());
  }

  static String error(Packet packet) {
    var in = packet.read();
    in.int1();
    int code = in.int2();
    String state = "";
    if (in.left() > 0 && in.peek() == '#') {
      in.int1();
      state = new String(in.bytes(5), StandardCharsets.US_ASCII);
    }
    return "ERR %d (%s) %s".formatted(code, state, in.restText());
  }

  static String eof(Packet packet) {
    var in = packet.read();
    in.int1();
    if (in.left() < 4) {
      return "EOF" + tail(in);
    }
    int warnings = in.int2();
    return "EOF status=%04x warnings=%d%s".formatted(in.int2(), warnings, tail(in));
  }

  static int eofStatus(Packet packet) {
    var in = packet.read();
    in.little(3);
    return in.int2();
  }

  static int okStatus(Packet packet) {
    var in = packet.read();
    in.int1();
    in.lengthEncoded();
    in.lengthEncoded();
    return in.int2();
  }

  /** A column definition, with what follows it in an answer to COM_FIELD_LIST. */
  static String column(Packet packet) {
    var in = packet.read();
    String catalog = in.countedText();
    String schema = in.countedText();
    String table = in.countedText();
    String originalTable = in.countedText();
    String name = in.countedText();
    String originalName = in.countedText();
    long fixed = in.lengthEncoded();
    int collation = in.int2();
    long length = in.int4();
    int type = in.int1();
    int flags = in.int2();
    int decimals = in.int1();
    int filler = in.int2();
    return (catalog.equals("def") && fixed == 12 && filler == 0 ? "" : "ODD ")
        + column(schema, table, originalTable, name, originalName)
        + " %s coll=%d len=%d flags=%04x dec=%d"
            .formatted(type(type), collation, length, flags, decimals)
        + tail(in);
  }

  static String column(
      String schema, String table, String originalTable, String name, String originalName) {
    return "COL %s.%s(%s) %s(%s)".formatted(schema, table, originalTable, name, originalName);
  }

  static int columnType(Packet packet) {
    return (int) columnNumber(packet, true);
  }

  static boolean columnUnsigned(Packet packet) {
    return (columnNumber(packet, false) & 0x20) != 0;
  }

  private static long columnNumber(Packet packet, boolean type) {
    var in = packet.read();
    for (int i = 0; i < 6; i++) {
      in.counted();
    }
    in.little(7);
    int number = in.int1();
    return type ? number : in.int2();
  }

  static String type(int code) {
    for (ColumnType type : ColumnType.values()) {
      if (type.code() == code) {
        return type.name();
      }
    }
    return "TYPE" + code;
  }
}

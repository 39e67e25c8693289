package io.honeypods.mysql.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.honeypods.mysql.sql.ColumnType;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A row of the binary protocol as its values would stand in a row of text. */
final class BinaryRow {
  private BinaryRow() {}

  static List<String> values(Packet row, List<Packet> columns) {
    var in = row.read();
    in.int1();
    byte[] nulls = in.bytes((columns.size() + 9) / 8);
    var values = new ArrayList<String>();
    for (int i = 0; i < columns.size(); i++) {
      boolean isNull = (nulls[(i + 2) / 8] >> ((i + 2) % 8) & 1) != 0;
      values.add(isNull ? "NULL" : value(in, columns.get(i)));
    }
    if (in.left() > 0) {
      values.add("TAIL " + Escape.value(in.rest()));
    }
    return values;
  }

  private static String value(PacketReader in, Packet column) {
    boolean unsigned = Decoded.columnUnsigned(column);
    int type = Decoded.columnType(column);
    if (type == ColumnType.TINY.code()) {
      return integer(in.little(1), 8, unsigned);
    } else if (type == ColumnType.SHORT.code() || type == ColumnType.YEAR.code()) {
      return integer(in.little(2), 16, unsigned);
    } else if (type == ColumnType.LONG.code() || type == ColumnType.INT24.code()) {
      return integer(in.little(4), 32, unsigned);
    } else if (type == ColumnType.LONGLONG.code()) {
      return integer(in.little(8), 64, unsigned);
    } else if (type == ColumnType.FLOAT.code()) {
      return "float " + Float.intBitsToFloat((int) in.little(4));
    } else if (type == ColumnType.DOUBLE.code()) {
      return "double " + Double.longBitsToDouble(in.little(8));
    } else if (isTemporal(type)) {
      return temporal(in.counted());
    }
    return Escape.value(in.counted());
  }

  private static boolean isTemporal(int type) {
    return type == ColumnType.DATE.code()
        || type == ColumnType.DATETIME.code()
        || type == ColumnType.TIMESTAMP.code()
        || type == ColumnType.TIME.code();
  }

  private static String temporal(byte... fields) {
    return "time " + HexFormat.of().formatHex(fields);
  }

  private static String integer(long value, int bits, boolean unsigned) {
    int away = 64 - bits;
    String digits =
        unsigned
            ? Long.toUnsignedString(value)
            : Long.toString(bits == 64 ? value : value << away >> away);
    return Escape.value(digits.getBytes(UTF_8));
  }
}

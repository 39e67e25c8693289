package io.honeypods.mysql;

import io.honeypods.mysql.sql.ClientText;
import io.honeypods.mysql.sql.ColumnDefinition;
import io.honeypods.mysql.sql.ColumnType;
import io.honeypods.mysql.sql.Value;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A row of the binary protocol (<a
 * href="https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_binary_resultset.html">
 * layout</a>): a bitmap of what is NULL, then each value by the type of its column.
 */
final class BinaryRow {
  private static final int BITMAP_OFFSET = 2;

  private BinaryRow() {}

  static void write(PacketWriter out, List<ColumnDefinition> columns, List<Value> row) {
    out.octet(0).raw(nulls(row));
    for (int i = 0; i < row.size(); i++) {
      if (!(row.get(i) instanceof Value.Null)) {
        value(out, columns.get(i).type(), row.get(i));
      }
    }
  }

  private static byte[] nulls(List<Value> row) {
    byte[] bitmap = new byte[(row.size() + BITMAP_OFFSET + 7) / 8];
    for (int i = 0; i < row.size(); i++) {
      if (row.get(i) instanceof Value.Null) {
        int bit = i + BITMAP_OFFSET;
        bitmap[bit / 8] |= (byte) (1 << bit % 8);
      }
    }
    return bitmap;
  }

  private static void value(PacketWriter out, ColumnType type, Value value) {
    switch (type) {
      case TINY -> out.integer(integer(value), 1);
      case SHORT, YEAR -> out.integer(integer(value), 2);
      case LONG, INT24 -> out.integer(integer(value), 4);
      case LONGLONG -> out.integer(integer(value), 8);
      case FLOAT -> out.integer(Float.floatToIntBits((float) real(value)), 4);
      case DOUBLE -> out.integer(Double.doubleToLongBits(real(value)), 8);
      case DATE, DATETIME, TIMESTAMP -> dateTime(out, value);
      case TIME -> time(out, value);
      case NULL,
          BIT,
          JSON,
          NEWDECIMAL,
          ENUM,
          SET,
          TINY_BLOB,
          MEDIUM_BLOB,
          LONG_BLOB,
          BLOB,
          VAR_STRING,
          STRING,
          GEOMETRY ->
          out.lengthEncodedBytes(ClientText.bytes(value));
    }
  }

  private static long integer(Value value) {
    return value instanceof Value.Int number ? number.value().longValue() : (long) real(value);
  }

  private static double real(Value value) {
    return switch (value) {
      case Value.Real number -> number.value();
      case Value.Int number -> number.value().doubleValue();
      case Value.Decimal number -> number.value().doubleValue();
      case Value.Null _,
          Value.Text _,
          Value.Blob _,
          Value.Date _,
          Value.DateTime _,
          Value.Time _,
          Value.Json _ ->
          0;
    };
  }

  private static void dateTime(PacketWriter out, Value value) {
    switch (value) {
      case Value.Date(LocalDate date) -> date(out.octet(4), date);
      case Value.DateTime(LocalDateTime time, int _) -> dateTime(out, time);
      default -> out.octet(0);
    }
  }

  private static void dateTime(PacketWriter out, LocalDateTime time) {
    int micros = time.getNano() / 1000;
    boolean midnight = micros == 0 && time.toLocalTime().toSecondOfDay() == 0;
    date(out.octet(midnight ? 4 : micros == 0 ? 7 : 11), time.toLocalDate());
    if (!midnight) {
      out.octet(time.getHour()).octet(time.getMinute()).octet(time.getSecond());
    }
    if (micros != 0) {
      out.integer(micros, 4);
    }
  }

  private static void date(PacketWriter out, LocalDate date) {
    out.integer(date.getYear(), 2).octet(date.getMonthValue()).octet(date.getDayOfMonth());
  }

  private static void time(PacketWriter out, Value value) {
    if (!(value instanceof Value.Time(Duration time, int _)) || time.isZero()) {
      out.octet(0);
      return;
    }
    Duration size = time.abs();
    int micros = size.toNanosPart() / 1000;
    out.octet(micros == 0 ? 8 : 12)
        .octet(time.isNegative() ? 1 : 0)
        .integer(size.toDays(), 4)
        .octet(size.toHoursPart())
        .octet(size.toMinutesPart())
        .octet(size.toSecondsPart());
    if (micros != 0) {
      out.integer(micros, 4);
    }
  }
}

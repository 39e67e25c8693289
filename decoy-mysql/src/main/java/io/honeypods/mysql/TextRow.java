package io.honeypods.mysql;

import io.honeypods.mysql.sql.ColumnDefinition;
import io.honeypods.mysql.sql.Value;
import java.util.List;

/** A row of the text protocol: each value as length-encoded text, 0xfb for NULL. */
final class TextRow {
  private static final int NULL = 0xfb;

  private TextRow() {}

  static void write(PacketWriter out, List<ColumnDefinition> columns, List<Value> row) {
    for (Value value : row) {
      if (value instanceof Value.Null) {
        out.octet(NULL);
      } else {
        out.lengthEncodedBytes(ValueText.of(value));
      }
    }
  }
}

package io.honeypods.mysql;

import io.honeypods.mysql.sql.ClientText;
import io.honeypods.mysql.sql.ColumnDefinition;
import io.honeypods.mysql.sql.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A row of the text protocol: each value as length-encoded text, 0xfb for NULL. */
final class TextRow {
  private static final int NULL = 0xfb;

  /** The decimals of a column whose values have as many as they need. */
  private static final int VARIES = 31;

  private TextRow() {}

  static void write(PacketWriter out, List<ColumnDefinition> columns, List<Value> row) {
    for (int i = 0; i < row.size(); i++) {
      value(out, columns.get(i), row.get(i));
    }
  }

  static void value(PacketWriter out, ColumnDefinition column, Value value) {
    switch (value) {
      case Value.Null _ -> out.octet(NULL);
      case Value.Real(double number) when column.decimals() < VARIES && Double.isFinite(number) ->
          out.lengthEncodedText(fixed(number, column.decimals()));
      default -> out.lengthEncodedBytes(ClientText.bytes(value));
    }
  }

  /** A number of a column that has so many digits after its point. */
  private static String fixed(double number, int decimals) {
    return new BigDecimal(number).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }
}

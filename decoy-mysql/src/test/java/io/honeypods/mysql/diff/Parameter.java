package io.honeypods.mysql.diff;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.mysql.sql.ColumnType;
import io.honeypods.mysql.sql.Value;
import java.util.HexFormat;
import java.util.List;

/** The values of a prepared statement's parameters, written as literals. */
final class Parameter {
  private Parameter() {}

  static Value value(String literal) {
    if (literal.equals("NULL")) {
      return Value.NULL;
    } else if (literal.startsWith("'")) {
      return new Value.Text(literal.substring(1, literal.length() - 1));
    } else if (literal.startsWith("0x")) {
      return new Value.Blob(Bytes.of(HexFormat.of().parseHex(literal.substring(2))));
    } else if (literal.contains(".")) {
      return new Value.Real(Double.parseDouble(literal));
    }
    return Value.Int.of(Long.parseLong(literal));
  }

  /** The argument of COM_STMT_EXECUTE. */
  static byte[] execute(long statement, List<String> literals) {
    var out = new PacketWriter().int4(statement).int1(0).int4(1);
    if (literals.isEmpty()) {
      return out.toByteArray();
    }
    byte[] nulls = new byte[(literals.size() + 7) / 8];
    for (int i = 0; i < literals.size(); i++) {
      if (literals.get(i).equals("NULL")) {
        nulls[i / 8] |= (byte) (1 << (i % 8));
      }
    }
    out.bytes(nulls).int1(1);
    literals.forEach(literal -> out.int2(type(literal).code()));
    literals.forEach(literal -> write(out, literal));
    return out.toByteArray();
  }

  private static ColumnType type(String literal) {
    return switch (value(literal)) {
      case Value.Null _ -> ColumnType.NULL;
      case Value.Text _ -> ColumnType.VAR_STRING;
      case Value.Blob _ -> ColumnType.BLOB;
      case Value.Real _ -> ColumnType.DOUBLE;
      default -> ColumnType.LONGLONG;
    };
  }

  private static void write(PacketWriter out, String literal) {
    switch (value(literal)) {
      case Value.Null _ -> {}
      case Value.Text text -> out.counted(text.value());
      case Value.Blob blob -> out.counted(blob.value().toByteArray());
      case Value.Real real -> out.int8(Double.doubleToLongBits(real.value()));
      default -> out.int8(Long.parseLong(literal));
    }
  }
}

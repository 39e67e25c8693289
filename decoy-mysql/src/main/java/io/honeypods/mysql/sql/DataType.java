package io.honeypods.mysql.sql;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The type of a column.
 *
 * @param length of text in characters, of binaries in bytes, of DECIMAL in digits, of BIT in bits;
 *     an integer's display width; -1 where the type alone says it
 * @param decimals digits after the point, or of a second; -1 where none were given
 * @param elements those of ENUM and SET
 */
record DataType(
    TypeName name,
    long length,
    int decimals,
    boolean unsigned,
    boolean zerofill,
    Collation collation,
    List<String> elements) {
  DataType {
    elements = List.copyOf(elements);
  }

  static DataType of(TypeName name) {
    return new DataType(name, -1, -1, false, false, Collation.BINARY, List.of());
  }

  static DataType unsigned(TypeName name) {
    return new DataType(name, -1, -1, true, false, Collation.BINARY, List.of());
  }

  /** VARCHAR, CHAR, VARBINARY and BINARY of a length; text in the default collation. */
  static DataType of(TypeName name, long length) {
    var collation = name.family() == TypeName.Family.TEXT ? Collation.DEFAULT : Collation.BINARY;
    return new DataType(name, length, -1, false, false, collation, List.of());
  }

  static DataType text(TypeName name, long length, Collation collation) {
    return new DataType(name, length, -1, false, false, collation, List.of());
  }

  static DataType decimal(int precision, int scale) {
    return new DataType(
        TypeName.DECIMAL, precision, scale, false, false, Collation.BINARY, List.of());
  }

  /** As information_schema's COLUMN_TYPE has it, such as {@code varchar(20)}. */
  String sql() {
    String text =
        switch (name) {
          case TINYINT -> name.sql() + (length == 1 && !unsigned ? "(1)" : width());
          case SMALLINT, MEDIUMINT, INT, BIGINT -> name.sql() + width();
          case DECIMAL -> name.sql() + "(" + precision() + "," + Math.max(decimals, 0) + ")";
          case FLOAT, DOUBLE ->
              length < 0 || decimals < 0
                  ? name.sql()
                  : name.sql() + "(" + length + "," + decimals + ")";
          case BIT, CHAR, BINARY -> name.sql() + "(" + Math.max(length, 1) + ")";
          case VARCHAR, VARBINARY -> name.sql() + "(" + length + ")";
          case TIME, DATETIME, TIMESTAMP ->
              decimals > 0 ? name.sql() + "(" + decimals + ")" : name.sql();
          case ENUM, SET ->
              elements.stream()
                  .map(element -> "'" + element.replace("'", "''") + "'")
                  .collect(Collectors.joining(",", name.sql() + "(", ")"));
          case YEAR,
              DATE,
              TINYTEXT,
              TEXT,
              MEDIUMTEXT,
              LONGTEXT,
              TINYBLOB,
              BLOB,
              MEDIUMBLOB,
              LONGBLOB,
              JSON,
              GEOMETRY ->
              name.sql();
        };
    return text + (unsigned ? " unsigned" : "") + (zerofill ? " zerofill" : "");
  }

  /** How many digits a DECIMAL has. */
  int precision() {
    return length < 0 ? 10 : (int) length;
  }

  private String width() {
    return zerofill && length > 0 ? "(" + length + ")" : "";
  }
}

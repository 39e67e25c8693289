package io.honeypods.mysql.sql;

/**
 * The type of an expression.
 *
 * @param length characters of text, bytes of binaries, the display width of numbers
 */
record ResultType(
    ColumnType wire,
    long length,
    int decimals,
    boolean unsigned,
    boolean nullable,
    Collation collation) {
  static final int VARIES = 31;

  static ResultType integer(long length) {
    return new ResultType(ColumnType.LONGLONG, length, 0, false, false, Collation.BINARY);
  }

  static ResultType real() {
    return new ResultType(ColumnType.DOUBLE, 23, VARIES, false, false, Collation.BINARY);
  }

  static ResultType decimal(int precision, int scale) {
    int digits = Math.max(1, Math.min(65, precision));
    int width = digits + (scale > 0 ? 1 : 0) + 1;
    return new ResultType(ColumnType.NEWDECIMAL, width, scale, false, false, Collation.BINARY);
  }

  static ResultType text(long length) {
    return text(length, Collation.DEFAULT);
  }

  static ResultType text(long length, Collation collation) {
    long bytes = length * collation.maxBytes();
    if (bytes > 65_535) {
      var wire = bytes > 16_777_215 ? ColumnType.LONG_BLOB : ColumnType.MEDIUM_BLOB;
      return new ResultType(wire, length, VARIES, false, false, collation);
    }
    return new ResultType(ColumnType.VAR_STRING, length, VARIES, false, false, collation);
  }

  static ResultType binary(long length) {
    return text(length, Collation.BINARY);
  }

  static ResultType of(ColumnType wire, long length, int decimals) {
    return new ResultType(wire, length, decimals, false, false, Collation.BINARY);
  }

  static final ResultType NULL =
      new ResultType(ColumnType.NULL, 0, 0, false, true, Collation.BINARY);

  /** A parameter as long as nothing is bound to it. */
  static final ResultType PARAMETER =
      new ResultType(ColumnType.VAR_STRING, 0, 0, false, true, Collation.BINARY);

  ResultType orNull(boolean maybe) {
    return maybe == nullable || nullable
        ? this
        : new ResultType(wire, length, decimals, unsigned, maybe, collation);
  }

  ResultType asNullable() {
    return orNull(true);
  }

  ResultType asUnsigned() {
    return new ResultType(wire, length, decimals, true, nullable, collation);
  }

  ResultType collated(Collation changed) {
    return new ResultType(wire, length, decimals, unsigned, nullable, changed);
  }

  boolean isInteger() {
    return switch (wire) {
      case TINY, SHORT, LONG, LONGLONG, INT24, YEAR, BIT -> true;
      case FLOAT,
          DOUBLE,
          NULL,
          TIMESTAMP,
          DATE,
          TIME,
          DATETIME,
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
          false;
    };
  }

  boolean isReal() {
    return wire == ColumnType.FLOAT || wire == ColumnType.DOUBLE;
  }

  boolean isDecimal() {
    return wire == ColumnType.NEWDECIMAL;
  }

  boolean isNumber() {
    return isInteger() || isReal() || isDecimal();
  }

  boolean isTemporal() {
    return wire == ColumnType.DATE
        || wire == ColumnType.DATETIME
        || wire == ColumnType.TIMESTAMP
        || wire == ColumnType.TIME;
  }

  boolean isJson() {
    return wire == ColumnType.JSON;
  }

  /** Text or binary string. */
  boolean isString() {
    return !isNumber() && !isTemporal() && !isJson() && wire != ColumnType.NULL;
  }

  /** The digits of a number as DECIMAL counts them. */
  int precision() {
    if (isDecimal()) {
      return (int) length - (decimals > 0 ? 1 : 0) - (unsigned ? 0 : 1);
    }
    return isInteger()
        ? (int) Math.max(1, length - (unsigned ? 0 : 1))
        : (int) Math.min(65, length);
  }
}

package io.honeypods.mysql.sql;

/**
 * The type of an expression.
 *
 * @param length characters of text, bytes of binaries, the display width of numbers
 * @param digits of a number where its width does not tell them, or -1
 */
record ResultType(
    ColumnType wire,
    long length,
    int decimals,
    boolean unsigned,
    boolean nullable,
    Collation collation,
    int digits) {
  static final int VARIES = 31;

  /** Bytes of text without a bound of its own. */
  static final long UNBOUND = 16_777_216;

  ResultType(
      ColumnType wire,
      long length,
      int decimals,
      boolean unsigned,
      boolean nullable,
      Collation collation) {
    this(wire, length, decimals, unsigned, nullable, collation, -1);
  }

  static ResultType integer(long length) {
    return new ResultType(ColumnType.LONGLONG, length, 0, false, false, Collation.BINARY);
  }

  static ResultType real() {
    return new ResultType(ColumnType.DOUBLE, 23, VARIES, false, false, Collation.BINARY);
  }

  static ResultType real(int decimals) {
    return decimals >= VARIES
        ? real()
        : new ResultType(
            ColumnType.DOUBLE, 17L + decimals, decimals, false, false, Collation.BINARY);
  }

  static ResultType decimal(int precision, int scale) {
    return decimal(precision, scale, false);
  }

  static ResultType decimal(int precision, int scale, boolean unsigned) {
    int digits = Math.max(1, Math.min(65, precision));
    int width = digits + (scale > 0 ? 1 : 0) + (unsigned ? 0 : 1);
    return new ResultType(ColumnType.NEWDECIMAL, width, scale, unsigned, false, Collation.BINARY);
  }

  /** A document of JSON. */
  static ResultType json() {
    return new ResultType(ColumnType.JSON, UNBOUND / 4, VARIES, false, true, Collation.UTF8MB4_BIN);
  }

  /** Text of which nothing tells the length. */
  static ResultType unboundText(Collation collation) {
    return text(UNBOUND / collation.maxBytes(), collation);
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
        : new ResultType(wire, length, decimals, unsigned, maybe, collation, digits);
  }

  ResultType notNull() {
    return new ResultType(wire, length, decimals, unsigned, false, collation, digits);
  }

  /** A number of so many digits. */
  ResultType ofDigits(int count) {
    return new ResultType(wire, length, decimals, unsigned, nullable, collation, count);
  }

  ResultType wide(long changed) {
    return new ResultType(wire, changed, decimals, unsigned, nullable, collation, digits);
  }

  ResultType decimals(int changed) {
    return new ResultType(wire, length, changed, unsigned, nullable, collation, digits);
  }

  ResultType asNullable() {
    return orNull(true);
  }

  ResultType asUnsigned() {
    return new ResultType(wire, length, decimals, true, nullable, collation, digits);
  }

  ResultType collated(Collation changed) {
    return new ResultType(wire, length, decimals, unsigned, nullable, changed, digits);
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

  /** What is true or false. */
  static ResultType truth() {
    return integer(1).ofDigits(0);
  }

  boolean isTruth() {
    return digits == 0 && wire == ColumnType.LONGLONG;
  }

  /** Text or binary string. */
  boolean isString() {
    return !isNumber() && !isTemporal() && !isJson() && wire != ColumnType.NULL;
  }

  /** The digits of a number as DECIMAL counts them. */
  int precision() {
    if (digits >= 0) {
      return digits;
    }
    if (isDecimal() || isInteger()) {
      int signs = (decimals > 0 ? 1 : 0) + (unsigned || length == 0 ? 0 : 1);
      return (int) Math.min(65, Math.max(0, length - signs));
    }
    return switch (wire) {
      case DATE -> 8;
      case TIME -> 7 + decimals;
      case DATETIME, TIMESTAMP -> 14 + decimals;
      default -> (int) Math.min(65, length);
    };
  }

  /** Bytes of the longest value. */
  long bytes() {
    return length * collation.maxBytes();
  }
}

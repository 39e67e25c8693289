package io.honeypods.mysql.sql;

import java.util.Locale;

/** The data types that a column can have. */
enum TypeName {
  TINYINT(Family.INTEGER, ColumnType.TINY),
  SMALLINT(Family.INTEGER, ColumnType.SHORT),
  MEDIUMINT(Family.INTEGER, ColumnType.INT24),
  INT(Family.INTEGER, ColumnType.LONG),
  BIGINT(Family.INTEGER, ColumnType.LONGLONG),
  DECIMAL(Family.DECIMAL, ColumnType.NEWDECIMAL),
  FLOAT(Family.REAL, ColumnType.FLOAT),
  DOUBLE(Family.REAL, ColumnType.DOUBLE),
  BIT(Family.BIT, ColumnType.BIT),
  YEAR(Family.INTEGER, ColumnType.YEAR),
  DATE(Family.TEMPORAL, ColumnType.DATE),
  TIME(Family.TEMPORAL, ColumnType.TIME),
  DATETIME(Family.TEMPORAL, ColumnType.DATETIME),
  TIMESTAMP(Family.TEMPORAL, ColumnType.TIMESTAMP),
  CHAR(Family.TEXT, ColumnType.STRING),
  VARCHAR(Family.TEXT, ColumnType.VAR_STRING),
  TINYTEXT(Family.TEXT, ColumnType.BLOB),
  TEXT(Family.TEXT, ColumnType.BLOB),
  MEDIUMTEXT(Family.TEXT, ColumnType.BLOB),
  LONGTEXT(Family.TEXT, ColumnType.BLOB),
  ENUM(Family.TEXT, ColumnType.STRING),
  SET(Family.TEXT, ColumnType.STRING),
  BINARY(Family.BINARY, ColumnType.STRING),
  VARBINARY(Family.BINARY, ColumnType.VAR_STRING),
  TINYBLOB(Family.BINARY, ColumnType.BLOB),
  BLOB(Family.BINARY, ColumnType.BLOB),
  MEDIUMBLOB(Family.BINARY, ColumnType.BLOB),
  LONGBLOB(Family.BINARY, ColumnType.BLOB),
  JSON(Family.JSON, ColumnType.JSON),
  GEOMETRY(Family.BINARY, ColumnType.GEOMETRY);

  private final Family family;
  private final ColumnType wire;

  TypeName(Family family, ColumnType wire) {
    this.family = family;
    this.wire = wire;
  }

  Family family() {
    return family;
  }

  /** As results describe it. */
  ColumnType wire() {
    return wire;
  }

  /** As SHOW CREATE TABLE and information_schema write it. */
  String sql() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether values are kept apart from the row, so that a key needs a prefix. */
  boolean isBlob() {
    return wire == ColumnType.BLOB || wire == ColumnType.JSON || wire == ColumnType.GEOMETRY;
  }

  /** What a type's values are, roughly. */
  enum Family {
    INTEGER,
    DECIMAL,
    REAL,
    BIT,
    TEMPORAL,
    TEXT,
    BINARY,
    JSON
  }
}

package io.honeypods.mysql;

import io.honeypods.mysql.sql.ColumnDefinition;
import io.honeypods.mysql.sql.ColumnType;

/** A column of the rows that a cursor keeps: without the keys it has in its table. */
final class CursorColumn {
  /** PRI_KEY, UNIQUE_KEY, MULTIPLE_KEY, AUTO_INCREMENT and PART_KEY. */
  private static final int KEYS = 2 | 4 | 8 | 0x200 | 0x4000;

  private static final int BINARY = 0x80;

  /** Numbers that surely fit into four bytes are kept in four. */
  private static final int LONG_DIGITS = 10;

  private CursorColumn() {}

  static ColumnDefinition of(ColumnDefinition column) {
    boolean ofTable = !column.originalTable().isEmpty();
    boolean isSmall = column.type() == ColumnType.LONGLONG && column.length() < LONG_DIGITS;
    return new ColumnDefinition(
        column.schema(),
        column.table(),
        column.originalTable(),
        column.name(),
        ofTable ? column.originalName() : column.name(),
        column.collation(),
        column.length(),
        ofTable || !isSmall ? column.type() : ColumnType.LONG,
        column.flags() & ~KEYS & (ofTable ? -1 : ~BINARY),
        column.decimals());
  }
}

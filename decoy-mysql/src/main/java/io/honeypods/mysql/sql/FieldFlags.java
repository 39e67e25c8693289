package io.honeypods.mysql.sql;

import java.util.List;

/** The flags with which results describe columns. */
final class FieldFlags {
  private static final int NOT_NULL = 1;
  private static final int PRIMARY = 2;
  private static final int UNIQUE = 4;
  private static final int MULTIPLE = 8;
  private static final int BLOB = 16;
  private static final int UNSIGNED = 32;
  private static final int ZEROFILL = 64;
  private static final int BINARY = 128;
  private static final int ENUM = 256;
  private static final int AUTO_INCREMENT = 512;
  private static final int TIMESTAMP = 1024;
  private static final int SET = 2048;
  private static final int NO_DEFAULT = 4096;
  private static final int ON_UPDATE_NOW = 8192;
  private static final int PART_KEY = 16384;

  private FieldFlags() {}

  /** The flags of an expression over columns. */
  static int ofExpression(ResultType type, boolean storedFunction) {
    int flags = type.nullable() ? 0 : NOT_NULL;
    boolean byCode = type.collation().isByCode() && !(storedFunction && type.isNumber());
    flags |= byCode ? BINARY : 0;
    flags |= type.unsigned() ? UNSIGNED : 0;
    return flags;
  }

  /** The flags of a column that a temporary table would have for a type. */
  static int kept(ResultType type) {
    int flags = type.nullable() ? 0 : NOT_NULL;
    flags |= type.unsigned() ? UNSIGNED : 0;
    flags |= Fields.isBlob(type) || type.isJson() ? BLOB : 0;
    boolean plain = type.isNumber() || type.wire() == ColumnType.NULL;
    return flags | (!plain && type.collation().isByCode() ? BINARY : 0);
  }

  /** The flags that a column has by itself. */
  static int of(TableColumn column) {
    DataType type = column.type();
    int flags = column.nullable() ? 0 : NOT_NULL;
    boolean defaulted =
        column.initial() != null || column.initialSql() != null || column.autoIncrement();
    flags |= !column.nullable() && !defaulted ? NO_DEFAULT : 0;
    flags |= type.unsigned() ? UNSIGNED : 0;
    flags |= type.zerofill() ? ZEROFILL : 0;
    flags |= type.name() == TypeName.YEAR ? UNSIGNED | ZEROFILL : 0;
    flags |= type.name() == TypeName.BIT ? UNSIGNED : 0;
    flags |= column.autoIncrement() ? AUTO_INCREMENT : 0;
    flags |= type.name().isBlob() ? BLOB : 0;
    flags |= type.name() == TypeName.ENUM ? ENUM : 0;
    flags |= type.name() == TypeName.SET ? SET : 0;
    flags |= type.name() == TypeName.TIMESTAMP && column.onUpdate() != null ? TIMESTAMP : 0;
    flags |= column.onUpdate() != null ? ON_UPDATE_NOW : 0;
    flags |=
        switch (type.name().family()) {
          case BINARY, TEMPORAL, JSON -> BINARY;
          case TEXT -> type.collation().name().endsWith("_bin") ? BINARY : 0;
          case INTEGER, DECIMAL, REAL, BIT -> 0;
        };
    return flags;
  }

  /** The flags with those that the keys of a table add. */
  static int of(TableColumn column, List<Key> keys) {
    int flags = of(column);
    for (Key key : keys) {
      for (int i = 0; i < key.parts().size(); i++) {
        if (!key.parts().get(i).column().equalsIgnoreCase(column.name())) {
          continue;
        }
        flags |= PART_KEY;
        if (key.kind() == Key.Kind.PRIMARY || standsForPrimary(key, column, keys)) {
          flags |= PRIMARY;
        } else if (i == 0) {
          flags |= key.unique() && key.parts().size() == 1 ? UNIQUE : MULTIPLE;
        }
      }
    }
    return flags;
  }

  /** Where there is no primary key, the first unique one without NULL is in its place. */
  private static boolean standsForPrimary(Key key, TableColumn column, List<Key> keys) {
    return key.unique()
        && key.parts().size() == 1
        && !column.nullable()
        && keys.stream().noneMatch(other -> other.kind() == Key.Kind.PRIMARY)
        && keys.stream().filter(Key::unique).findFirst().orElse(key).equals(key);
  }
}

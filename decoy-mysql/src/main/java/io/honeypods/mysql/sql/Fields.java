package io.honeypods.mysql.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the columns of tables look in results. */
final class Fields {
  private static final long LONGEST = 4_294_967_295L;
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

  private Fields() {}

  static ResultType type(TableColumn column) {
    DataType type = column.type();
    var collation =
        type.name().family() == TypeName.Family.TEXT ? type.collation() : Collation.BINARY;
    int decimals =
        switch (type.name()) {
          case FLOAT, DOUBLE -> type.decimals() < 0 ? ResultType.VARIES : type.decimals();
          default -> Math.max(0, type.decimals());
        };
    return new ResultType(
        type.name().wire(), length(type), decimals, type.unsigned(), column.nullable(), collation);
  }

  private static long length(DataType type) {
    int sign = type.unsigned() ? 0 : 1;
    long width = type.length();
    return switch (type.name()) {
      case TINYINT -> width > 0 ? width : 3 + sign;
      case SMALLINT -> width > 0 ? width : 5 + sign;
      case MEDIUMINT -> width > 0 ? width : 8 + sign;
      case INT -> width > 0 ? width : 10 + sign;
      case BIGINT -> width > 0 ? width : 20;
      case DECIMAL -> type.precision() + (type.decimals() > 0 ? 1 : 0) + sign;
      case FLOAT -> width > 0 ? width : 12;
      case DOUBLE -> width > 0 ? width : 22;
      case BIT -> Math.max(1, width);
      case YEAR -> 4;
      case DATE -> 10;
      case TIME -> 10 + fraction(type);
      case DATETIME, TIMESTAMP -> 19 + fraction(type);
      case CHAR, BINARY -> Math.max(width, 0);
      case VARCHAR, VARBINARY -> width;
      case TINYTEXT, TINYBLOB -> 255;
      case TEXT, BLOB -> 65_535;
      case MEDIUMTEXT, MEDIUMBLOB -> 16_777_215;
      case LONGTEXT, LONGBLOB, JSON, GEOMETRY -> 4_294_967_295L;
      case ENUM -> type.elements().stream().mapToInt(String::length).max().orElse(0);
      case SET ->
          type.elements().stream().mapToInt(String::length).sum()
              + Math.max(0, type.elements().size() - 1);
    };
  }

  private static int fraction(DataType type) {
    return type.decimals() > 0 ? type.decimals() + 1 : 0;
  }

  /** The flags that a column has by itself. */
  static int flags(TableColumn column) {
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
  static int flags(TableColumn column, List<Key> keys) {
    int flags = flags(column);
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

  /** How a result describes an expression. */
  static ColumnDefinition definition(String name, Node node, @Nullable Collation results) {
    ResultType type = node.type();
    boolean text = !type.collation().isBinary();
    Collation collation = !text ? Collation.BINARY : results == null ? type.collation() : results;
    Field field =
        switch (node) {
          case Node.ColumnOf(_, _, _, var column) -> column;
          case Node.Kept(var column, _) -> column;
          default -> null;
        };
    if (field != null && field.looks() != null) {
      return shown(name, field, field.looks().direct(), results);
    }
    if (field != null) {
      return new ColumnDefinition(
          field.schema(),
          field.table(),
          field.originalTable(),
          name,
          field.originalName(),
          collation.id(),
          Math.min(LONGEST, text ? type.length() * collation.maxBytes() : type.length()),
          wire(type),
          field.flags(),
          type.decimals());
    }
    int flags = type.nullable() ? 0 : NOT_NULL;
    boolean stored = node instanceof StoredFunction;
    flags |= type.collation().isByCode() && !(stored && type.isNumber()) ? BINARY : 0;
    flags |= type.unsigned() ? UNSIGNED : 0;
    return new ColumnDefinition(
        "",
        "",
        "",
        name,
        stored ? name : "",
        collation.id(),
        bytes(type, collation),
        wire(type),
        flags,
        type.decimals());
  }

  private static ColumnDefinition shown(
      String name, Field field, ShownColumns.Look look, @Nullable Collation results) {
    ResultType type = look.type();
    boolean text = !type.collation().isBinary();
    Collation collation = !text ? Collation.BINARY : results == null ? type.collation() : results;
    return new ColumnDefinition(
        look.schema(),
        field.table(),
        look.table(),
        name,
        field.originalName(),
        collation.id(),
        Math.min(LONGEST, text ? type.length() * collation.maxBytes() : type.length()),
        type.wire(),
        look.flags() | (field.flags() & 0x8000),
        type.decimals());
  }

  /** The flags of a column that a temporary table would have for a type. */
  static int flags(ResultType type) {
    int flags = type.nullable() ? 0 : NOT_NULL;
    flags |= type.unsigned() ? UNSIGNED : 0;
    flags |= isBlob(type) || type.isJson() ? BLOB : 0;
    boolean plain = type.isNumber() || type.wire() == ColumnType.NULL;
    return flags | (!plain && type.collation().isByCode() ? BINARY : 0);
  }

  private static boolean isBlob(ResultType type) {
    return switch (type.wire()) {
      case TINY_BLOB, BLOB, MEDIUM_BLOB, LONG_BLOB -> true;
      default -> false;
    };
  }

  /** An expression's type as that of the column that a temporary table keeps it in. */
  static ResultType kept(ResultType type) {
    if (isBlob(type)) {
      return new ResultType(
          ColumnType.BLOB,
          type.length() * type.collation().maxBytes(),
          0,
          false,
          type.nullable(),
          type.collation());
    }
    if (type.isString()) {
      return type.decimals(0);
    }
    if (type.isJson()) {
      return ResultType.of(ColumnType.JSON, LONGEST, 0).orNull(type.nullable());
    }
    if (type.isTemporal()) {
      return type.collated(Collation.BINARY);
    }
    return type.isInteger() && type.wire() == ColumnType.LONGLONG && type.length() < 10
        ? new ResultType(
            ColumnType.LONG, type.length(), 0, type.unsigned(), type.nullable(), type.collation())
        : type;
  }

  private static ColumnType wire(ResultType type) {
    return switch (type.wire()) {
      case MEDIUM_BLOB, LONG_BLOB, TINY_BLOB -> type.wire();
      case ENUM, SET -> ColumnType.STRING;
      default -> type.wire();
    };
  }

  private static long bytes(ResultType type, Collation collation) {
    if (type.collation().isBinary()) {
      return type.length();
    }
    long each = isBlob(type) ? (long) type.collation().maxBytes() : 1;
    return Math.min(LONGEST, type.length() * each * collation.maxBytes());
  }
}

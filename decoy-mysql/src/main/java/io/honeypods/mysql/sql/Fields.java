package io.honeypods.mysql.sql;

import org.jspecify.annotations.Nullable;

/** How the columns of tables look in results. */
final class Fields {
  private static final long LONGEST = 4_294_967_295L;

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

  /** How a result describes an expression. */
  static ColumnDefinition definition(String name, Node node, @Nullable Collation results) {
    ResultType type = node.type();
    Collation collation = shown(type, results);
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
          bytesOfColumn(type, collation),
          wire(type),
          field.flags(),
          type.decimals());
    }
    boolean stored = node instanceof StoredFunction;
    return new ColumnDefinition(
        "",
        "",
        "",
        name,
        stored ? name : "",
        collation.id(),
        bytes(type, collation),
        wire(type),
        FieldFlags.ofExpression(type, stored),
        type.decimals());
  }

  /** The collation that a client is told: that of results, unless it is bytes. */
  private static Collation shown(ResultType type, @Nullable Collation results) {
    return type.collation().isBinary() || results == null ? type.collation() : results;
  }

  private static long bytesOfColumn(ResultType type, Collation collation) {
    long most = type.length() * (type.collation().isBinary() ? 1 : collation.maxBytes());
    return Math.min(LONGEST, most);
  }

  private static ColumnDefinition shown(
      String name, Field field, ShownColumns.Look look, @Nullable Collation results) {
    ResultType type = look.type();
    Collation collation = shown(type, results);
    return new ColumnDefinition(
        look.schema(),
        field.table(),
        look.table(),
        name,
        field.originalName(),
        collation.id(),
        bytesOfColumn(type, collation),
        type.wire(),
        look.flags() | (field.flags() & 0x8000),
        type.decimals());
  }

  static boolean isBlob(ResultType type) {
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
